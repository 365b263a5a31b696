import { useId, useState } from "react";

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
export function claimsOf(token) {
  try {
    const { role, country, countries, sub } = JSON.parse(decodeBase64Url(token.split(".")[1]));
    return [role, country ?? countries?.join(", "), sub].filter(Boolean).join(" · ") || "an unnamed caller";
  } catch {
    return "an unnamed caller";
  }
}

function decodeBase64Url(text) {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}
