import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";

const HEADINGS = { office: "A national office asks", headquarters: "Headquarters asks" };

/** A GraphiQL panel that lists the example questions by audience and opens each in its tab. */
export function examplesPlugin(examples) {
  return { title: "Examples", icon: QuestionsIcon, content: () => <Examples examples={examples} /> };
}

function Examples({ examples }) {
  const open = useOpenExample();
  const audiences = [...new Set(examples.map((example) => example.audience))];
  return (
    <section className="hearth-examples" aria-label="Example questions">
      <h2>Examples</h2>
      {audiences.map((audience) => (
        <section key={audience}>
          <h3>{HEADINGS[audience] ?? audience}</h3>
          <ul>
            {examples
              .filter((example) => example.audience === audience)
              .map((example) => (
                <li key={example.title}>
                  <button type="button" onClick={() => open(example)}>
                    {example.title}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** Goes to the tab that still holds the example unchanged, or opens a new one. */
function useOpenExample() {
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions();
  const { tabs, queryEditor, variableEditor } = useGraphiQL(pick("tabs", "queryEditor", "variableEditor"));
  return (example) => {
    const index = tabs.findIndex((tab) => tab.query === example.document);
    if (index >= 0) {
      changeTab(index);
      document.getElementById(`graphiql-session-tab-${index}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
      return;
    }
    addTab();
    queryEditor?.setValue(example.document);
    variableEditor?.setValue(example.variables);
    updateActiveTabValues({ query: example.document, variables: example.variables });
  };
}

function QuestionsIcon(props) {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.5" {...props}>
      <path d="M4 5h16v11H10l-4 4v-4H4z" strokeLinejoin="round" />
      <path d="M8 9h8M8 12h5" strokeLinecap="round" />
    </svg>
  );
}
