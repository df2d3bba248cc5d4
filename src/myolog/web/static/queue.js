// What waits on this device, and how each of it is sent exactly once. No browser here: the place
// where entries are kept and the way they are sent are given, so that a test can pull the plug.
//
// An entry is kept before it is sent and let go after the server said that it has it. Between the
// two it may be sent again: its key makes the server store it once.

export const WAITING = "waiting";
export const REFUSED = "refused"; // the server read it and said no

// What an answer means for the entry. Only the server's own yes lets it go; a sign-in page of a
// train's network, a closed journal and a failure of ours all mean: later.
export function judge(answer) {
  if (answer === null) return "later";
  if (answer.status === 200 && typeof answer.to === "string") return "sent";
  if ([400, 404, 405, 409, 410, 413, 422].includes(answer.status)) return REFUSED;
  return "later";
}

// Send what waits, oldest first, and stop at the first that has to wait longer: a later entry may
// build on an earlier one. Returns what became of each that was tried, by key.
export async function flush(store, send) {
  const outcomes = new Map();
  for (const entry of await store.all()) {
    if (entry.state !== WAITING) continue;
    const answer = await send(entry).catch(() => null);
    const verdict = judge(answer);
    outcomes.set(entry.key, { verdict, answer });
    if (verdict === "later") break;
    if (verdict === "sent") await store.remove(entry.key);
    else await store.replace({ ...entry, state: verdict, sentence: answer.sentence ?? "" });
  }
  return outcomes;
}

// What was refused may be tried once more, in its old place.
export async function tryAgain(store) {
  for (const entry of await store.all()) {
    if (entry.state !== WAITING) await store.replace({ ...entry, state: WAITING, sentence: "" });
  }
}
