// A day without a network, and the evening: node replay.mjs http://127.0.0.1:8000/graphql "$TOKEN" [order|twice|parallel]
//
// The token is an office's, or a caseworker's: hearth token --role office --country BE

import { newId, operationOf, Queue } from "./queue.mjs";

const [url, token, way = "order"] = process.argv.slice(2);

async function post(body) {
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (Array.isArray(body) && !Array.isArray(answer)) throw new Error(answer.errors[0].message);
  return answer;
}

const { data } = await post({ query: "{ viewer { countries } programmes(first: 1) { nodes { id } } }" });
const [country] = data.viewer.countries;
const [programme] = data.programmes.nodes;

// In the morning there is no network. A home is opened, and a child comes; by the evening more is known of both.
const queue = new Queue();
const home = newId("Home", country);
const child = newId("Child", country);
const placement = newId("Placement", country);
const opening = { programmeId: programme.id, name: `Lindenhof ${home.slice(-4)}`, form: "FOSTER_FAMILY", capacity: 2 };
queue.add("openHome", { ...opening, id: home, openedOn: "2026-01-05" }, home);
const arrival = { caseNumber: `OFF-${child.slice(-8)}`, givenName: "Noor", sex: "FEMALE", reasonForCare: "NEGLECT" };
const stay = { programmeId: programme.id, homeId: home, startedOn: "2026-02-01", placementId: placement };
queue.add("admitChild", { ...arrival, ...stay, id: child }, home, child, placement);
for (const [version, interests] of ["Chess", "Chess and football", "Football"].entries()) {
  queue.add("updateChild", { id: child, version: version + 1, interests }, child);
}
const end = { id: placement, version: 1, endedOn: "2026-03-01", endReason: "OTHER" };
queue.add("endPlacement", end, placement);

// In the evening there is one.
if (way === "parallel") {
  // Each by itself, all at once, the last one first: `after` puts them in their order again.
  await Promise.all(queue.waiting.toReversed().map((each) => post(operationOf(each))));
}
if (way === "twice") {
  // The answer of the first time got lost.
  await new Queue([...queue.waiting]).flush(post);
}
await queue.flush(post);

const query = `query ($child: ID!) { child(id: $child) {
  version interests placements { nodes { id startedOn endedOn } } history { operation } } }`;
const found = await post({ query, variables: { child } });
console.log(JSON.stringify({ waiting: queue.waiting, refused: queue.refused, child: found.data.child, placement }));
