import "./workers.js";
import "graphiql/style.css";
import "./page.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Page } from "./page.jsx";

// The server writes what this page needs to know into the page itself, as data: see graph/graphiql.py.
const { examples, ...config } = JSON.parse(document.getElementById("config").textContent);

// GraphiQL edits variables as text.
const asText = (variables) => (Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : "");
const questions = examples.map((example) => ({ ...example, variables: asText(example.variables) }));

createRoot(document.getElementById("hearth")).render(
  <StrictMode>
    <Page {...config} examples={questions} />
  </StrictMode>,
);
