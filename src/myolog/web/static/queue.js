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

// What a form told of one thing, in a number or in a word; fields that say nothing of it are in every form.
const IN_A_WORD = { "value:sleep_min": "sleep", "value:stress": "stress", "value:exercise_min": "exercise", "value:screen_h": "screens" };

function told(entry, changed) {
  const fields = Object.fromEntries(entry.fields ?? []);
  const says = (name) => !name.startsWith("was:") && fields[name] !== "" && !(changed && fields[name] === fields[`was:${name}`]);
  return new Set(Object.keys(fields).filter(says).map((name) => IN_A_WORD[name] ?? name));
}

// Whether an entry is what was refused, put right: it was made of it, or tells anew all that it told of that day.
export function putsRight(entry, refused) {
  if (refused.state !== REFUSED) return false;
  if (refused.key === entry.corrects) return true;
  const { date } = Object.fromEntries(entry.fields ?? []);
  const old = Object.fromEntries(refused.fields ?? []);
  if (!date || date !== old.date || entry.path !== refused.path || refused.n > entry.n) return false;
  const now = told(entry, false);
  return [...told(refused, true)].every((name) => now.has(name));
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
    if (verdict === "sent") {
      for (const old of await store.all()) if (putsRight(entry, old)) await store.remove(old.key);
      await store.remove(entry.key); // last: should this page crash before, it is sent again, and stored once
    } else await store.replace({ ...entry, state: verdict, sentence: answer.sentence ?? "" });
  }
  return outcomes;
}

// What was refused may be tried once more, in its old place.
export async function tryAgain(store) {
  for (const entry of await store.all()) {
    if (entry.state !== WAITING) await store.replace({ ...entry, state: WAITING, sentence: "" });
  }
}
