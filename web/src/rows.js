// Rows of the demonstration for the variables of an example: graph/graphiql/examples.py says what stands for what.
import { freshId, freshKey } from "./fresh.js";

const BEFORE = "Before";

/** Every value of an answer by the name that it has there, in order: { id: [...], version: [...] }. */
export function valuesByName(answer, found = {}) {
  for (const [name, value] of Object.entries(answer ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && typeof each === "object") valuesByName(each, found);
      else if (each !== null) (found[name] ??= []).push(each);
    }
  }
  return found;
}

/** Whether one of the lists that were asked for is empty: then the example has no row to run with. */
export const lacks = (answer) =>
  Object.values(answer ?? {}).some((list) => Object.keys(valuesByName({ list })).length === 0);

/**
 * The variables of an example with what was found in the places of what has the same name. `country` is the code in the
 * id of a row that is yet to be. Nothing that was handed over is changed.
 */
export function withFound(variables, found, country) {
  const filled = (name, value) => {
    if (name in found) return Array.isArray(value) ? found[name] : found[name][0];
    if (`${name}${BEFORE}` in found) return Math.min(...found[`${name}${BEFORE}`]) - 1;
    if (name === "idempotencyKey") return freshKey();
    if (name === "caseNumber") return `${value}-${freshKey().slice(0, 8)}`;
    if (name === "id" && country) return freshId(value, country);
    if (Array.isArray(value)) return value.map((each) => inside(each));
    return inside(value);
  };
  const inside = (value) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(name, each)]))
      : value;
  return inside(variables);
}
