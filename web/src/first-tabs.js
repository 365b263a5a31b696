// What GraphiQL finds in storage when it starts: a few tabs, and in its editors the text of the one that was in front.

export const MOST_TABS = 3;
const TABS = "graphiql:tabState";

/**
 * Bring what a former page left into order, before GraphiQL reads it: no more tabs than there may be, and the one in
 * front stays there. GraphiQL keeps the editors' text apart from its tabs, and would open one more where they differ.
 */
export function putInOrder(storage) {
  const { tabs, activeTabIndex } = stored(storage) ?? {};
  const active = tabs?.[activeTabIndex];
  if (!active) return;
  const shown = tabs.filter((tab) => tab === active || tabs.indexOf(tab) < MOST_TABS).slice(-MOST_TABS);
  storage.setItem(TABS, JSON.stringify({ tabs: shown, activeTabIndex: shown.indexOf(active) }));
  storage.setItem("graphiql:query", active.query ?? "");
  storage.setItem("graphiql:variables", active.variables ?? "");
}

/** Whether the reader was here before, in this tab of the browser. */
export const isReturning = (storage) => stored(storage) !== null;

function stored(storage) {
  try {
    return JSON.parse(storage.getItem(TABS));
  } catch {
    return null;
  }
}
