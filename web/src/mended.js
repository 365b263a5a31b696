// Where GraphiQL's elements say something else than they are, for those who do not see them: tabs that hold buttons, and
// buttons of the history whose name hides their text. GraphiQL draws them anew as it likes, so we look each time.
import { useEffect } from "react";

const TOLD = ["role", "aria-selected", "aria-label"];

/** Keep GraphiQL's elements right for as long as the page is there. */
export function useMended() {
  useEffect(() => {
    const watch = new MutationObserver(mend);
    watch.observe(document.querySelector(".hearth-explorer"), { subtree: true, childList: true, attributeFilter: TOLD });
    mend();
    return () => watch.disconnect();
  }, []);
}

function mend() {
  for (const tabs of document.querySelectorAll(".graphiql-tabs[role]")) {
    tabs.removeAttribute("role");
    tabs.setAttribute("aria-label", "Tabs");
  }
  for (const tab of document.querySelectorAll(".graphiql-tab[role], .graphiql-tab[aria-selected]")) {
    tab.removeAttribute("role");
    tab.removeAttribute("aria-selected");
  }
  for (const tab of document.querySelectorAll(".graphiql-tab")) {
    const isFront = String(tab.classList.contains("graphiql-tab-active"));
    const button = tab.firstElementChild;
    if (button?.getAttribute("aria-current") !== isFront) button?.setAttribute("aria-current", isFront);
  }
  for (const session of document.querySelectorAll("#graphiql-session[role=tabpanel]")) {
    session.setAttribute("role", "group");
  }
  for (const item of document.querySelectorAll(".graphiql-history-item-label[aria-label]")) item.removeAttribute("aria-label");
}
