// What is made once and never again: keys of mutations, ids of rows that are yet to be.

/** A key that no mutation has had: a UUID of chance. A page that is not served securely has no crypto.randomUUID. */
export const freshKey = () => uuid(chance());

/** An id of the same type as another, in a country: its UUID tells the time, as the server makes them (version 7). */
export function freshId(like, country) {
  const bytes = chance();
  const now = Date.now();
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(now / 256 ** (5 - place)) % 256;
  return `${like.split("_")[0]}_${country}_${uuid(bytes, 0x70)}`;
}

const chance = () => crypto.getRandomValues(new Uint8Array(16));

function uuid(bytes, version = 0x40) {
  bytes[6] = (bytes[6] & 0x0f) | version;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
