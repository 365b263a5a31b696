// A queue of mutations that were made offline: nothing is lost, nothing is done twice, nothing overtakes what it leans on.
//
// - Every mutation has an `idempotencyKey`, made when the person acts. Sent again, it tells what came of the first time.
// - Rows are named here, with UUIDv7s: what is made offline can be changed offline.
// - `after` names the mutation before it about the same row. Where that is refused, this one is too.
// - A batch is an array of at most 50 operations. They are done in order, and each has an answer of its own.

const BATCH = 50;

/** A UUIDv7: 48 bits of time in milliseconds, the rest by chance. */
export function uuidv7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint32(0, Math.floor(Date.now() / 2 ** 16));
  new DataView(bytes.buffer).setUint16(4, Date.now() % 2 ** 16);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** The id of a new row: its type, the country, a UUIDv7. */
export const newId = (type, country) => `${type}_${country}_${uuidv7()}`;

export class Queue {
  /** @param waiting mutations that were kept, as in IndexedDB or localStorage: `queue.waiting` is plain data. */
  constructor(waiting = []) {
    this.waiting = waiting;
    this.refused = [];
  }

  /** Put a mutation into the queue. `about` names the rows that it makes or changes: it follows the last one about any. */
  add(mutation, input, ...about) {
    const before = this.waiting.findLast((each) => each.about.some((row) => about.includes(row)));
    const key = crypto.randomUUID();
    const after = before?.input.idempotencyKey;
    this.waiting.push({ mutation, about, input: { ...input, idempotencyKey: key, ...(after && { after }) } });
  }

  /** Send all that waits, `post` being what sends a body and gives the answer. Whatever fails on the way stays. */
  async flush(post) {
    while (this.waiting.length > 0) {
      const sent = this.waiting.slice(0, BATCH);
      const answers = await post(sent.map(operationOf));
      const left = sent.filter((each, place) => !this.#settle(each, answers[place]));
      this.waiting = [...left, ...this.waiting.slice(sent.length)];
      if (left.length > 0) return;
    }
  }

  /** What one answer means: whether the mutation is settled. What was refused a person has to look at. */
  #settle(each, answer) {
    const payload = answer.data?.[each.mutation];
    const errors = payload?.errors ?? answer.errors.map(({ message, extensions }) => ({ message, ...extensions }));
    if (errors.some((error) => error.retryable)) return false;
    if (errors.length > 0) this.refused.push({ ...each, errors });
    return true;
  }
}

/** A mutation as a GraphQL request. */
export function operationOf({ mutation, input }) {
  const type = `${mutation[0].toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { code reason message path hint } } }`;
  return { query, variables: { input } };
}
