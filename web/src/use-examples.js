import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { refusal } from "./ask.js";
import { MOST_TABS } from "./first-tabs.js";
import { keep, recall } from "./remembered.js";
import { lacks, valuesByName, withFound } from "./rows.js";

const NOTHING_FITS = "Nothing in the demonstration fits this example any more.";
const NO_ROOM = "Three tabs are open, and each holds a text of your own. Close one for the example.";

/**
 * The examples in GraphiQL's tabs: opening one, filling its variables with rows that its caller sees, and filling them
 * anew when it runs again.
 *
 * `ask(question)` asks as the caller `asking`; `callers` is empty outside a demonstration, where nothing is looked for.
 * Returns { open(example), current, complaint } and `prepare(question)`, which tells what is to be sent in its place, or
 * an answer where nothing is.
 */
export function useExamples({ examples, callers, asking, ask, onChoose }) {
  const { addTab, changeTab, updateActiveTabValues } = useGraphiQLActions();
  const state = useGraphiQL(
    pick("tabs", "activeTabIndex", "queryEditor", "variableEditor", "responseEditor"),
  );
  const { tabs, activeTabIndex, queryEditor, variableEditor, responseEditor } = state;
  const tab = tabs[activeTabIndex];

  // By the id of a tab: which example it holds, which variables the page has written there and for whom, whether they
  // have been sent.
  const [notes] = useState(() => recall("tabs") ?? {});
  const [wanted, setWanted] = useState(null);
  const [complaint, setComplaint] = useState("");
  const latest = useRef(state);
  latest.current = { ...state, tab, asking };

  const exampleOf = (one) => examples.find(({ name }) => name === notes[one.id]?.name);
  const isUntouched = (one) => {
    const example = exampleOf(one);
    return !one.query?.trim() || (example && one.query === example.document && (one.variables ?? "") === notes[one.id].text);
  };
  const current = exampleOf(tab);

  const write = useCallback(
    (id, text) => {
      const { tab: front, variableEditor: editor } = latest.current;
      if (front.id !== id) return;
      editor?.setValue(text);
      updateActiveTabValues({ variables: text });
    },
    [updateActiveTabValues],
  );

  /** Look for rows as the caller, and write them into the tab, unless its reader has written there meanwhile. */
  const fill = useCallback(
    async (id, example) => {
      const { asking: caller, variableEditor: editor } = latest.current;
      const note = notes[id];
      const before = note.text;
      const answer = example.rows && caller.token ? await ask({ query: example.rows }) : { data: {} };
      if (notes[id] !== note) return;
      const isThere = !answer.errors && !lacks(answer.data);
      note.lack = answer.errors || isThere ? "" : sentenceOf(example.rows);
      if (isThere) {
        const variables = withFound(example.variables, valuesByName(answer.data), caller.country);
        Object.assign(note, { text: asText(variables), key: variables.input?.idempotencyKey });
      }
      Object.assign(note, { caller: caller.name, isSent: false });
      if (latest.current.tab.id === id && editor?.getValue() === before) write(id, note.text);
      keep("tabs", notes);
    },
    [ask, notes, write],
  );

  const open = (example) => {
    setComplaint("");
    if (callers.length > 0 && !example.callers.includes(asking.role)) {
      setWanted({ example, of: callers.find(({ role }) => role === example.audience) });
      onChoose(callers.find(({ role }) => role === example.audience));
    } else {
      place(example);
    }
  };

  /** Bring an example to the front: where it is already, else over what nobody has written in, else in a new tab. */
  const place = (example) => {
    const holding = tabs.findIndex((one) => exampleOf(one) === example && one.query === example.document);
    const free = isUntouched(tab) ? activeTabIndex : tabs.length < MOST_TABS ? tabs.length : tabs.findIndex(isUntouched);
    const index = holding >= 0 ? holding : free;
    if (index < 0) {
      setComplaint(NO_ROOM);
      return;
    }
    if (index === tabs.length) addTab();
    else if (index !== activeTabIndex) changeTab(index);
    setWanted({ example, index, isNew: holding < 0 });
  };

  // A tab is in front only after the next drawing.
  useEffect(() => {
    if (!wanted || wanted.index !== activeTabIndex || !queryEditor || !variableEditor) return;
    const { example, isNew } = wanted;
    setWanted(null);
    if (isNew) {
      notes[tab.id] = { name: example.name, text: asText(example.variables), caller: "", isSent: false };
      queryEditor.setValue(example.document);
      responseEditor?.setValue("");
      updateActiveTabValues({ query: example.document, response: "" });
      write(tab.id, notes[tab.id].text);
    }
    const note = notes[tab.id];
    if (note.caller !== asking.name && variableEditor.getValue() === note.text) note.filling = fill(tab.id, example);
    keep("tabs", notes);
    keep(`example of ${asking.name}`, example.name);
    document.getElementById(`graphiql-session-tab-${activeTabIndex}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [wanted, activeTabIndex, queryEditor, variableEditor, responseEditor]);

  // A caller brings the example that it had in front last, or its first one. Among callers of one role the example stays,
  // and whoever has written a text of his own asks it as the other caller.
  const former = useRef(null);
  useEffect(() => {
    if (!queryEditor || !variableEditor || former.current?.name === asking.name) return;
    const isStart = former.current === null;
    const isSameRole = former.current?.role === asking.role;
    former.current = asking;
    const example = wanted?.of === asking ? wanted.example : firstExample(examples, callers, asking);
    if (isStart) {
      if (!current && example && tab.query === example.document) setWanted({ example, index: activeTabIndex, isNew: true });
    } else if (wanted?.of === asking) place(example);
    else if (isSameRole && current) place(current);
    else if (example && isUntouched(tab)) place(example);
  }, [asking, queryEditor, variableEditor]);

  const prepare = async (question) => {
    const id = latest.current.tab.id;
    const note = notes[id];
    const example = examples.find(({ name }) => name === note?.name);
    if (!example || question.query !== example.document) return { question };
    await note.filling;
    const shown = latest.current.variableEditor.getValue();
    if (shown === note.text) {
      const isUsed = note.isSent && isChange(example);
      if (isUsed || note.caller !== latest.current.asking.name) await fill(id, example);
      if (note.lack) return { answer: refusal(NOTHING_FITS, note.lack) };
    } else if (note.isSent && note.key && shown.includes(note.key)) {
      const { input } = withFound({ input: { idempotencyKey: "" } }, {}, null);
      write(id, shown.replaceAll(note.key, input.idempotencyKey));
      note.key = input.idempotencyKey;
    }
    note.isSent = true;
    keep("tabs", notes);
    const text = latest.current.tab.id === id ? latest.current.variableEditor.getValue() : note.text;
    return { question: { ...question, variables: text.trim() ? readOr(text, question.variables) : undefined } };
  };

  return { open, prepare, current, complaint, isFull: tabs.length >= MOST_TABS };
}

/** The example that a caller had in front last, or its first one; without callers the first of all. */
export const firstExample = (examples, callers, caller) =>
  callers.length === 0
    ? examples[0]
    : (examples.find(({ name }) => name === recall(`example of ${caller.name}`)) ??
      examples.find(({ audience }) => audience === caller.role) ??
      examples.find((each) => each.callers.includes(caller.role)));

/** GraphiQL edits variables as text. */
export const asText = (variables) => (Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : "");

const isChange = ({ document }) => /^mutation\b/m.test(document);

/** What the query that looks for rows says of itself where it finds none. */
const sentenceOf = (rows) => /^# (.*)/.exec(rows)?.[1] ?? "Open another example, or start the demonstration anew.";

function readOr(text, otherwise) {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise; // GraphiQL takes comments and a last comma
  }
}
