import "./workers.js";
import "graphiql/style.css";
import "./page.css";
import "./narrow.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { putInOrder } from "./first-tabs.js";
import { Page } from "./page.jsx";
import { configOf } from "./tokens.js";

putInOrder(sessionStorage);

// The server writes what this page needs to know into the page itself, as data: see graph/graphiql/page.py.
createRoot(document.getElementById("hearth")).render(
  <StrictMode>
    <Page {...configOf(document)} />
  </StrictMode>,
);
