// The tokens of the demonstration's callers. Each page comes with new ones; when one is about to expire, or the server
// does not take it any more, the page is asked for again, and its new ones are used.
import { recall } from "./remembered.js";

const SOON = 60; // seconds

/** What the server has written into its page for this script. */
export const configOf = (page) => JSON.parse(page.getElementById("config").textContent);

/** Whether a token expires within the minute; one that does not say is taken as it is. */
export function expires(token) {
  const { exp } = claims(token) ?? {};
  return typeof exp === "number" && exp - SOON < Date.now() / 1000;
}

/** What a token says of its bearer, or null. */
export function claims(token) {
  try {
    return JSON.parse(decodeBase64Url(token.split(".")[1]));
  } catch {
    return null;
  }
}

/** The callers as the server's page of this moment has them; as they were where it cannot be had. */
export async function renewed(callers) {
  try {
    const response = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
    return configOf(new DOMParser().parseFromString(await response.text(), "text/html")).callers;
  } catch {
    return callers;
  }
}

/** The caller that was chosen before the reload, or the first. */
export const rememberedCaller = (callers) => callers.find(({ name }) => name === recall("caller")) ?? callers[0];

function decodeBase64Url(text) {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}
