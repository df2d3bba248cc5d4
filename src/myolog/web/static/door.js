// Who is there? Myolog proves itself before anything is sent to its address, and this browser proves
// itself to be let in. Both hold one key, which is handed over once and which no script can read out.
// See docs/decisions/0013-who-answers-at-the-door.md. Used by pages and, as it is, by worker.js.

// The addresses of Myolog, which the page or the worker is told.
export const AT = self.AT ?? JSON.parse(document.documentElement.dataset.at);

const PATIENCE = 8_000;

function keyTable(mode, work) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open("myolog-door", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("key");
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const database = asked.result;
      const round = database.transaction("key", mode, { durability: "strict" });
      const found = work(round.objectStore("key"));
      round.oncomplete = () => resolve(found.result);
      round.onabort = () => reject(round.error);
      database.onversionchange = () => database.close();
      round.addEventListener("complete", () => database.close());
    };
  });
}

const ownKey = () => keyTable("readonly", (table) => table.get("own")).catch(() => undefined);

const toHex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (text) => Uint8Array.from(String(text).match(/../g) ?? [], (pair) => parseInt(pair, 16));
const saying = (...parts) => new TextEncoder().encode(parts.join("\n"));

function tell(path, body, credentials, headers = {}) {
  return fetch(path, {
    method: "POST",
    credentials,
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE),
  });
}

// What a knock at the door tells:
//   known    it is Myolog, and this browser is let in
//   closed   it is Myolog, and this browser was shut out
//   strange  something answers that is not the Myolog which let this browser in
//   silent   nothing answers
//   new      this browser has no key yet
export async function knock() {
  const own = await ownKey();
  if (!own) return "new";
  const nonce = toHex(crypto.getRandomValues(new Uint8Array(32)));
  const { host } = self.location;
  let asked;
  try {
    asked = await tell(AT.door, { browser: own.browser, nonce }, "omit");
  } catch {
    return "silent";
  }
  const { proof, challenge } = await asked.json().catch(() => ({}));
  const isMyolog = await crypto.subtle.verify("HMAC", own.key, fromHex(proof), saying("server", host, nonce));
  if (!isMyolog) return "strange";
  const answer = toHex(await crypto.subtle.sign("HMAC", own.key, saying("browser", host, challenge)));
  const letIn = await tell(AT.door_enter, { browser: own.browser, challenge, answer }, "same-origin").catch(() => null);
  return letIn?.status === 403 ? "closed" : "known";
}

export const hasKey = async () => Boolean(await ownKey());

// Takes the key of a browser that was let in by the one-time link just now, in place of an older one.
// Says no where there is none to take, or the browser cannot keep it; fails where nobody answers.
export async function takeKey(token) {
  const handed = await tell(AT.door_key, {}, "same-origin", { "X-CSRFToken": token });
  if (!handed.ok) return false;
  try {
    const { browser, key: bytes } = await handed.json();
    if (!browser) return await hasKey(); // another page of this browser was quicker
    const what = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", fromHex(bytes), what, false, ["sign", "verify"]);
    await keyTable("readwrite", (table) => table.put({ browser, key }, "own"));
  } catch {
    return false;
  }
  return (await knock()) === "known";
}
