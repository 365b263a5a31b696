import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useCallback, useMemo, useRef, useState } from "react";
import { AnsweredAs } from "./answered-as.jsx";
import { asker } from "./ask.js";
import { CallerChoice } from "./caller-choice.jsx";
import { examplesPlugin } from "./examples.jsx";
import { claimsOf, TokenField } from "./token-field.jsx";

/**
 * The whole page: who asks, above; GraphiQL below.
 *
 * With `callers` (demonstration) one of them is always chosen; without, the reader brings a token, which is kept in
 * memory only. Tabs and history live in sessionStorage: documents and variables can name a child, and are gone with
 * the browser tab.
 */
export function Page({ endpoint, callers, examples }) {
  const [asking, setAsking] = useState(callers[0] ?? { name: "nobody yet", token: "" });
  const token = useRef(asking.token);
  const choose = useCallback((caller) => {
    token.current = caller.token;
    setAsking(caller);
  }, []);

  const isDemo = callers.length > 0;
  // GraphiQL asks for the schema again whenever its fetcher changes: with a pasted token it must, between
  // demonstration callers it need not, for they share the schema.
  const schemaKey = isDemo ? "" : asking.token;
  const fetcher = useMemo(() => asker(endpoint, () => token.current), [endpoint, schemaKey]);
  const plugins = useMemo(() => [examplesPlugin(examples), HISTORY_PLUGIN], [examples]);
  const tabs = useMemo(() => openingTabs(examples), [examples]);

  return (
    <>
      <header className="hearth-header">
        <h1>
          <Flame />
          Hearth
        </h1>
        <p>Children, homes, programmes and community links: one graph, and each caller’s own part of it.</p>
        {isDemo ? (
          <CallerChoice callers={callers} chosen={asking} onChoose={choose} />
        ) : (
          <TokenField asking={asking} onToken={(text) => choose({ name: claimsOf(text), token: text })} />
        )}
      </header>
      <main className="hearth-explorer">
        <GraphiQL
          fetcher={fetcher}
          schema={isDemo || asking.token ? undefined : null}
          plugins={plugins}
          storage={sessionStorage}
          isHeadersEditorEnabled={false}
          defaultEditorToolsVisibility="variables"
          {...tabs}
        >
          <GraphiQL.Logo>{" "}</GraphiQL.Logo>
          <GraphiQL.Footer>
            <AnsweredAs name={asking.token && asking.name} />
          </GraphiQL.Footer>
        </GraphiQL>
      </main>
    </>
  );
}

/** The examples as tabs. GraphiQL fills the variables of the first tab from another property, and only when new. */
function openingTabs(examples) {
  if (examples.length === 0) return {};
  const defaultTabs = examples.map(({ document, variables }) => ({ query: document, variables }));
  const isReturning = sessionStorage.getItem("graphiql:tabState") !== null;
  return isReturning ? { defaultTabs } : { defaultTabs, initialVariables: defaultTabs[0].variables };
}

function Flame() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 11 12 3l9 8v10H3z" />
      <path d="M12 19c-2.2 0-3.7-1.4-3.7-3.4 0-2.4 2.6-3.4 2.9-6.1 2.6 1.2 4.5 3.6 4.5 6.1 0 2-1.5 3.4-3.7 3.4z" />
    </svg>
  );
}
