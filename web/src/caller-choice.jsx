/** Which demonstration caller the following requests are sent as: a group of radio buttons, so that all are in sight. */
export function CallerChoice({ callers, chosen, onChoose }) {
  return (
    <fieldset className="hearth-callers">
      <legend>Ask as</legend>
      {callers.map((caller) => (
        <label key={caller.name}>
          <input
            type="radio"
            name="caller"
            value={caller.name}
            checked={caller.name === chosen.name}
            onChange={() => onChoose(caller)}
          />
          <span>{caller.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
