import { useId, useRef, useState } from "react";

const HEADINGS = {
  caseworker: "A caseworker",
  office: "A national office",
  region: "A region",
  headquarters: "Headquarters",
  auditor: "An auditor",
};

/**
 * The examples as a menu that is searched by typing: by caller, then by subject. The caller that asks now comes first.
 * One stop of the Tab key; the arrow keys go through it, Enter opens, Escape leaves.
 */
export function ExampleMenu({ examples, roles, callers, asking, current, onOpen }) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [place, setPlace] = useState(0);
  const list = useRef(null);
  const id = useId();

  const groups = grouped(examples, roles, callers.length > 0 ? asking.role : null, text);
  const shown = groups.flatMap(({ entries }) => entries);
  const chosen = Math.min(place, shown.length - 1);
  const optionId = (number) => `${id}-${number}`;

  const show = (number) => {
    setOpen(true);
    setPlace(number);
    requestAnimationFrame(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }));
  };
  const leave = () => {
    setOpen(false);
    setText("");
    setPlace(0);
  };
  const take = (example) => {
    leave();
    if (example) onOpen(example);
  };
  const KEYS = {
    ArrowDown: () => show(isOpen ? (chosen + 1) % shown.length : 0),
    ArrowUp: () => show(isOpen ? (chosen - 1 + shown.length) % shown.length : shown.length - 1),
    Enter: () => (isOpen ? take(shown[chosen]) : show(0)),
    Escape: leave,
  };

  let number = -1;
  return (
    <div className="hearth-examples" onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || leave()}>
      <label htmlFor={id}>Examples</label>
      <input
        id={id}
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && shown.length > 0 ? optionId(chosen) : undefined}
        placeholder={current?.title ?? `Search ${examples.length} examples`}
        title={current?.title}
        value={text}
        onClick={() => show(0)}
        onChange={(event) => {
          setText(event.target.value);
          show(0);
        }}
        onKeyDown={(event) => {
          const act = KEYS[event.key];
          if (!act || (event.key.startsWith("Arrow") && shown.length === 0)) return;
          event.preventDefault();
          act();
        }}
      />
      <div id={`${id}-list`} className="hearth-menu" role="listbox" aria-label="Examples" hidden={!isOpen} ref={list} tabIndex={-1}>
        {groups.map(({ role, subject, entries, isFirstOfRole }) => (
          <div key={`${role} ${subject}`} role="group" aria-label={`${HEADINGS[role] ?? role}: ${subject}`}>
            {isFirstOfRole && <p className="hearth-role" aria-hidden="true">{HEADINGS[role] ?? role}</p>}
            <p className="hearth-subject" aria-hidden="true">{subject}</p>
            {entries.map((example) => {
              number += 1;
              const own = number;
              return (
                <div
                  key={example.name}
                  id={optionId(own)}
                  role="option"
                  aria-selected={own === chosen}
                  onPointerMove={() => own !== chosen && setPlace(own)}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => take(example)}
                >
                  {example.title}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {isOpen && shown.length === 0 && <p className="hearth-menu hearth-none" role="status">No example has these words.</p>}
    </div>
  );
}

/** The examples that have all the words, in groups: { role, subject, entries, isFirstOfRole }; one stands in one group. */
function grouped(examples, roles, own, text) {
  const words = plainly(text).split(/\s+/).filter(Boolean);
  const asRole = (example) => (example.callers.includes(own) ? own : example.audience);
  const matches = (example) => {
    const all = plainly(`${example.title} ${example.subject} ${HEADINGS[asRole(example)]} ${rootFields(example)}`);
    return words.every((word) => all.includes(word));
  };
  const ordered = own ? [own, ...roles.filter((role) => role !== own)] : roles;
  return ordered.flatMap((role) => {
    const mine = examples.filter((example) => asRole(example) === role && matches(example));
    // In the order of examples: by subject, and an office's stand together with a caseworker's own.
    const subjects = [...new Set(mine.map(({ subject }) => subject))];
    return subjects.map((subject, place) => ({
      role,
      subject,
      entries: mine.filter((example) => example.subject === subject),
      isFirstOfRole: place === 0,
    }));
  });
}

/** What an example asks for at the top: the names of fields that a developer looks for. */
const rootFields = ({ document }) => [...document.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name).join(" ");

/** Without capitals and accents. */
const plainly = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
