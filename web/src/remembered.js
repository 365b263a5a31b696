// What a reload brings back, for as long as the browser's tab is open: documents and variables can name a child.

/** What was kept under a name; null where nothing was, or nothing that can be read. */
export function recall(name) {
  try {
    return JSON.parse(sessionStorage.getItem(`hearth:${name}`));
  } catch {
    return null;
  }
}

/** Keep a value under a name. A browser that refuses storage forgets at a reload, and that is all. */
export function keep(name, value) {
  try {
    sessionStorage.setItem(`hearth:${name}`, JSON.stringify(value));
  } catch {
    // full, or switched off
  }
}
