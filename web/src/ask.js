// One GraphQL request over HTTP. Every refusal of the server is itself a GraphQL answer, so it is shown like one.

const ACCEPT = "application/graphql-response+json, application/json;q=0.9";

/** A GraphiQL fetcher that asks `endpoint` with the token that `getToken` holds at the moment of asking. */
export function asker(endpoint, getToken) {
  return async (question) => {
    const token = getToken();
    if (!token) {
      return refusal("This request was not sent: it carries no token.", "Paste a bearer token above, then ask again.");
    }
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

const refusal = (message, hint) => ({ errors: [{ message, extensions: { hint } }] });
