// One GraphQL request: over HTTP, a subscription over a WebSocket. Every refusal of the server is itself a GraphQL
// answer, so it is shown like one.
import { getOperationAST, parse } from "graphql";
import { createClient } from "graphql-ws";

const ACCEPT = "application/graphql-response+json, application/json;q=0.9";
const UNAUTHENTICATED = 401;

/**
 * The way to ask `endpoint` with a token. `getToken(isRefused)` tells the one of the moment, or makes a new one where
 * the server has refused it; it is asked a second time only then.
 */
export function asker(endpoint, getToken) {
  return async (question) => {
    const token = await getToken(false);
    if (!token) {
      return refusal("This request was not sent: it carries no token.", "Paste a bearer token above, then ask again.");
    }
    if (isSubscription(question)) return listen(endpoint, token, question);
    const { status, answer } = await post(endpoint, token, question);
    if (status !== UNAUTHENTICATED) return answer;
    const another = await getToken(true);
    return another === token ? answer : (await post(endpoint, another, question)).answer;
  };
}

/** A refusal in the form of an answer. */
export const refusal = (message, hint) => ({ errors: [{ message, extensions: { hint } }] });

/** The question with the operation that its text names: GraphiQL may still think of the one that was there before. */
export function withOperation(question) {
  try {
    const names = parse(question.query).definitions.flatMap(({ kind, name }) =>
      kind === "OperationDefinition" ? [name?.value] : [],
    );
    if (names.length === 1) return { ...question, operationName: names[0] };
    return names.includes(question.operationName) ? question : { ...question, operationName: undefined };
  } catch {
    return question; // no GraphQL: the server says what is wrong with it
  }
}

async function post(endpoint, token, question) {
  let response;
  try {
    response = await fetch(endpoint, {
      method: "POST",
      headers: { accept: ACCEPT, authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(question),
      credentials: "omit",
      cache: "no-store",
    });
  } catch {
    return { answer: refusal("The server does not answer.", "Is it still running? Nothing says that it was done.") };
  }
  const { status } = response;
  try {
    return { status, answer: JSON.parse(await response.text()) };
  } catch {
    return { status, answer: refusal(`The server answered ${status} and no JSON.`, "Is Hearth behind this address?") };
  }
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
