import { pick, useGraphiQL } from "@graphiql/react";
import { useEffect, useState } from "react";

/**
 * Under the answer: for whom it was given. A caller chosen since then has not asked yet, and the line says so.
 * An empty `name` means that there is no caller yet.
 */
export function AnsweredAs({ name }) {
  const { tabs, activeTabIndex, isFetching } = useGraphiQL(pick("tabs", "activeTabIndex", "isFetching"));
  const [askers, setAskers] = useState({});
  const tab = tabs[activeTabIndex].id;

  // The moment a request leaves is when its caller is known; a later choice must not rename the answer.
  useEffect(() => {
    if (isFetching) setAskers((known) => ({ ...known, [tab]: name }));
  }, [isFetching]);

  return (
    <p className="hearth-answered" role="status">
      <Sentence asker={askers[tab]} name={name} isFetching={isFetching} />
    </p>
  );
}

function Sentence({ asker, name, isFetching }) {
  if (!name) return "Paste a token above to ask.";
  if (isFetching) return "Asking …";
  if (!asker) return <>The next request goes out as <strong>{name}</strong>.</>;
  return (
    <>
      Answered as <strong>{asker}</strong>
      {asker === name ? "." : `. Run it again to ask as ${name}.`}
    </>
  );
}
