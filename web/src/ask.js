// One GraphQL request: over HTTP, a subscription over a WebSocket. Every refusal of the server is itself a GraphQL
// answer, so it is shown like one.
import { getOperationAST, parse } from "graphql";
import { createClient } from "graphql-ws";

const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

/** A GraphiQL fetcher that asks `endpoint` with the token that `getToken` holds at the moment of asking. */
export function asker(endpoint, getToken) {
  return async (question) => {
    const token = getToken();
    if (!token) {
      return refusal("This request was not sent: it carries no token.", "Paste a bearer token above, then ask again.");
    }
    if (isSubscription(question)) return listen(endpoint, token, question);
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { accept: ACCEPT, authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(question),
      credentials: "omit",
      cache: "no-store",
    });
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      return refusal(`The server answered ${response.status} and no JSON.`, "Is the Hearth server behind this address?");
    }
  };
}

/** The answers to a subscription as they come, on a socket that opens with it and closes with it. */
function listen(endpoint, token, question) {
  const url = new URL(endpoint, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const subscribe = (reader) => {
    const client = createClient({
      url: url.href,
      connectionParams: { Authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    const unsubscribe = client.subscribe(question, {
      next: (answer) => reader.next(answer),
      complete: () => reader.complete(),
      error: (fault) => {
        reader.next(Array.isArray(fault) ? { errors: fault } : closed(fault));
        reader.complete();
      },
    });
    return { unsubscribe };
  };
  return { subscribe };
}

const closed = ({ code, reason }) =>
  refusal(["The server ended the subscription", code, reason].filter(Boolean).join(" · "), "Run it again to go on.");

function isSubscription({ query, operationName }) {
  try {
    return getOperationAST(parse(query), operationName)?.operation === "subscription";
  } catch {
    return false; // no GraphQL: the server says what is wrong with it
  }
}

const refusal = (message, hint) => ({ errors: [{ message, extensions: { hint } }] });
