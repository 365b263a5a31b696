import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";

/** Runs what the editor holds, or stops it. It takes the place of GraphiQL's own, which comes after 70 other stops. */
export function RunButton() {
  const { run, stop, setOperationName } = useGraphiQLActions();
  const { operations = [], operationName, isFetching, subscription } = useGraphiQL(
    pick("operations", "operationName", "isFetching", "subscription"),
  );
  const isRunning = isFetching || subscription !== null;
  const names = operations.flatMap(({ name }) => name?.value ?? []);
  return (
    <>
      {names.length > 1 && (
        <select
          aria-label="Operation to run"
          value={operationName ?? names[0]}
          onChange={(event) => setOperationName(event.target.value)}
        >
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      <button
        type="button"
        className="hearth-run"
        aria-label={isRunning ? "Stop query" : "Run: execute query (Ctrl-Enter)"}
        title={isRunning ? "Stop" : "Run (Ctrl-Enter)"}
        onClick={isRunning ? stop : run}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={isRunning ? "M4 4h8v8H4z" : "M4 2.5v11l9-5.5z"} />
        </svg>
        {isRunning ? "Stop" : "Run"}
      </button>
    </>
  );
}
