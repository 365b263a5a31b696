import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect, useState } from "react";
import { refusalsOf } from "./refusals.js";

/** Remembers for each tab who asked last, and what of it was refused; `record` hands the answer on as it is. */
export function useOutcomes() {
  const { tabs, activeTabIndex } = useGraphiQL(pick("tabs", "activeTabIndex"));
  const [outcomes, setOutcomes] = useState({});
  const tab = tabs[activeTabIndex].id;
  const note = (asker, answer) => setOutcomes((known) => ({ ...known, [tab]: { asker, refusals: refusalsOf(answer) } }));

  const record = (asker, answer) => {
    if (typeof answer?.subscribe !== "function") {
      note(asker, answer);
      return answer;
    }
    note(asker, {});
    const heard = (reader) => ({ ...reader, next: (each) => (note(asker, each), reader.next(each)) });
    return { subscribe: (reader) => answer.subscribe(heard(reader)) };
  };
  return { outcome: outcomes[tab], record };
}

/**
 * Under the answer: for whom it was given, and what was refused, in sentences with what to do. A caller chosen since then
 * has not asked yet, and the line says so. An empty `name` means that there is no caller yet.
 */
export function Outcome({ name, outcome }) {
  const isFetching = useGraphiQL((state) => state.isFetching);
  // On a telephone the answer lies below the editors.
  useEffect(() => {
    if (outcome) document.querySelector(".graphiql-response")?.scrollIntoView({ block: "nearest" });
  }, [outcome]);
  const refusals = (!isFetching && outcome?.refusals) || [];
  return (
    <div className="hearth-outcome" role="status">
      {refusals.length > 0 && (
        <ul aria-label="Refused">
          {refusals.map(({ message, hint, code, place }, number) => (
            <li key={number}>
              <strong>{message}</strong> {hint && <span>{hint}</span>}
              {(code || place) && <small>{[code, place].filter(Boolean).join(" · ")}</small>}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Sentence asker={outcome?.asker} name={name} isFetching={isFetching} />
      </p>
    </div>
  );
}

function Sentence({ asker, name, isFetching }) {
  if (!name) return "Paste a token above to ask.";
  if (isFetching) return "Asking …";
  if (!asker) return <>The next request goes out as <b>{name}</b>.</>;
  return (
    <>
      Answered as <b>{asker}</b>
      {asker === name ? "." : `. Run it again to ask as ${name}.`}
    </>
  );
}
