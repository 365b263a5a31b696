import { useId, useState } from "react";
import { claims } from "./tokens.js";

/** Where the reader pastes a bearer token. It stays in this page's memory: a reload forgets it. */
export function TokenField({ asking, onToken }) {
  const [text, setText] = useState("");
  const field = useId();

  const submit = (event) => {
    event.preventDefault();
    onToken(text.trim().replace(/^bearer\s+/i, ""));
    setText("");
  };

  return (
    <form className="hearth-token" onSubmit={submit}>
      <label htmlFor={field}>Token</label>
      <input
        id={field}
        type="password"
        autoComplete="off"
        spellCheck={false}
        placeholder="Paste a bearer token"
        title="Kept in this page only: a reload forgets it."
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" disabled={!text.trim()}>
        Use
      </button>
      <output htmlFor={field}>
        Asking as <strong>{asking.name}</strong>
      </output>
    </form>
  );
}

/** What a token says of its bearer, for display only: the server alone decides what it is worth. */
export function nameOf(token) {
  const { role, country, countries, sub } = claims(token) ?? {};
  return [role, country ?? countries?.join(", "), sub].filter(Boolean).join(" · ") || "an unnamed caller";
}
