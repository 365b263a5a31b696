import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from "@graphiql/plugin-doc-explorer";
import { HISTORY_PLUGIN, HistoryStore } from "@graphiql/plugin-history";
import { GraphiQLProvider } from "@graphiql/react";
import { GraphiQL, GraphiQLInterface } from "graphiql";
import { useCallback, useMemo, useRef, useState } from "react";
import { asker, withOperation } from "./ask.js";
import { CallerChoice } from "./caller-choice.jsx";
import { ExampleMenu } from "./example-menu.jsx";
import { isReturning } from "./first-tabs.js";
import { Outcome, useOutcomes } from "./outcome.jsx";
import { useMended } from "./mended.js";
import { keep } from "./remembered.js";
import { RunButton } from "./run-button.jsx";
import { useTheme } from "./theme.js";
import { nameOf, TokenField } from "./token-field.jsx";
import { expires, rememberedCaller, renewed } from "./tokens.js";
import { asText, firstExample, useExamples } from "./use-examples.js";

const NOBODY = { name: "nobody yet", token: "" };
const PLUGINS = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN];

/**
 * The whole page: who asks, what, and the button that does, above; GraphiQL below.
 *
 * With `callers` (demonstration) one of them is always chosen; without, the reader brings a token, which is kept in
 * memory only. Caller, tabs, theme and history live in sessionStorage: documents and variables can name a child, and
 * are gone with the browser tab.
 */
export function Page({ endpoint, callers, roles, examples }) {
  const isDemo = callers.length > 0;
  const [asking, setAsking] = useState(() => (isDemo ? rememberedCaller(callers) : NOBODY));
  const tokens = useRef(callers);
  const asks = useRef(asking);
  const choose = useCallback((caller) => {
    asks.current = caller;
    if (isDemo) keep("caller", caller.name);
    setAsking(caller);
  }, []);

  // GraphiQL asks for the schema again whenever its fetcher changes: with a pasted token it must, between
  // demonstration callers it need not, for they share the schema.
  const schemaKey = isDemo ? "" : asking.token;
  const ask = useMemo(() => {
    const own = () => tokens.current.find(({ name }) => name === asks.current.name)?.token ?? asks.current.token;
    return asker(endpoint, async (isRefused) => {
      if (isDemo && (isRefused || expires(own()))) tokens.current = await renewed(tokens.current);
      return own();
    });
  }, [endpoint, schemaKey]);

  const desk = useRef(null);
  const fetcher = useMemo(() => (question) => desk.current?.(question) ?? ask(question), [ask]);
  const first = useMemo(() => openingTab(firstExample(examples, callers, asking)), [examples]);

  return (
    <GraphiQLProvider
      fetcher={fetcher}
      schema={isDemo || asking.token ? undefined : null}
      plugins={PLUGINS}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      storage={sessionStorage}
      {...first}
    >
      <HistoryStore>
        <DocExplorerStore>
          <Desk {...{ asking, callers, choose, roles, examples, ask, desk }} />
        </DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  );
}

/** What is inside of GraphiQL's provider, because it reads or writes GraphiQL's tabs. */
function Desk({ asking, callers, choose, roles, examples, ask, desk }) {
  useTheme();
  useMended();
  const { outcome, record } = useOutcomes();
  const { open, prepare, current, complaint, isFull } = useExamples({ examples, callers, asking, ask, onChoose: choose });

  desk.current = async (question) => {
    if (question.operationName === "IntrospectionQuery") return ask(question);
    const { question: prepared, answer } = await prepare(question);
    return answer ? record("", answer) : record(asking.name, await ask(withOperation(prepared)));
  };

  return (
    <>
      <header className="hearth-header">
        <h1>
          <Flame />
          Hearth
        </h1>
        {callers.length > 0 ? (
          <CallerChoice callers={callers} chosen={asking} onChoose={choose} />
        ) : (
          <TokenField asking={asking} onToken={(token) => choose({ name: nameOf(token), token })} />
        )}
        <div className="hearth-asking">
          <ExampleMenu {...{ examples, roles, callers, asking, current }} onOpen={open} />
          <RunButton />
        </div>
        {complaint && <p role="alert">{complaint}</p>}
      </header>
      <main className="hearth-explorer" data-full={isFull || undefined}>
        <GraphiQLInterface isHeadersEditorEnabled={false} defaultEditorToolsVisibility="variables">
          <GraphiQL.Logo>{" "}</GraphiQL.Logo>
          <GraphiQL.Footer>
            <Outcome name={asking.token && asking.name} outcome={outcome} />
          </GraphiQL.Footer>
        </GraphiQLInterface>
      </main>
    </>
  );
}

/** The first tab. GraphiQL fills its variables from another property, and only when new. */
function openingTab(example) {
  if (!example || isReturning(sessionStorage)) return {};
  const { document: query, variables } = example;
  return { defaultTabs: [{ query, variables: asText(variables) }], initialVariables: asText(variables) };
}

function Flame() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 11 12 3l9 8v10H3z" />
      <path d="M12 19c-2.2 0-3.7-1.4-3.7-3.4 0-2.4 2.6-3.4 2.9-6.1 2.6 1.2 4.5 3.6 4.5 6.1 0 2-1.5 3.4-3.7 3.4z" />
    </svg>
  );
}
