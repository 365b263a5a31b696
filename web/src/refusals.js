// Everything that an answer refuses, in the form that a person reads: of the request, of a field, of a mutation.

/** The refusals of an answer: { message, hint, code, place }, where hint, code and place may be empty. */
export function refusalsOf(answer) {
  const asked = (answer?.errors ?? []).map(({ message, path, extensions = {} }) =>
    refusal(message, extensions.hint, extensions.reason ?? extensions.code, extensions.place ?? path),
  );
  const written = Object.values(answer?.data ?? {}).flatMap((payload) =>
    isPayload(payload)
      ? payload.errors.map(({ message, hint, code, reason, path }) => refusal(message, hint, reason ?? code, path))
      : [],
  );
  return [...asked, ...written];
}

const refusal = (message, hint, code, path) => ({
  message: message ?? "It was refused.",
  hint: hint ?? "",
  code: code ?? "",
  place: (path ?? []).join(" › "),
});

const isPayload = (value) => Array.isArray(value?.errors) && value.errors.every((each) => each && typeof each === "object");
