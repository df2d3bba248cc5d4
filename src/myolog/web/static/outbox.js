// Saving without a connection: what a person saves is kept on this device first, then sent. The
// note at the top of every page shows what has not been sent. Without this script, or where the
// browser keeps nothing, the ordinary forms still work while Myolog is running.

import { AT, hasKey, knock, takeKey } from "./door.js";
import { kept } from "./kept.js";
import { REFUSED, WAITING, flush, tryAgain } from "./queue.js";

const note = document.getElementById("unsent");
const offline = document.documentElement.hasAttribute("data-kept");

function cookie(name) {
  return document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

const asOf = () => document.querySelector('meta[name="as-of"]')?.content ?? "";
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

function headers(entry, live) {
  return {
    "X-Outbox-Kept": entry.keptAt,
    "X-Outbox-Sent": new Date().toISOString(),
    "X-Outbox-Zone": entry.zone,
    "X-Outbox-Live": entry.key === live ? "yes" : "no", // the person waits, and can be asked
    "X-Outbox-As-Of": entry.asOf,
    "X-Outbox-After": entry.after.join(" "),
    "X-CSRFToken": cookie("csrftoken"),
  };
}

// The sentence of a page that says no.
function sentenceIn(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const said = page.querySelector('main [role="alert"], main .err, main .lead');
  const parts = said?.querySelectorAll("p:not(:has(b))") ?? [];
  return [...(parts.length ? parts : [said])].map((part) => part?.textContent.trim() ?? "").join(" ");
}

async function send(entry, live) {
  const answer = await fetch(entry.path, {
    method: "POST",
    headers: headers(entry, live),
    body: new URLSearchParams(entry.fields),
    redirect: "error",
  });
  const { status } = answer;
  if (status !== 200) return { status, sentence: sentenceIn(await answer.text()) };
  if (!answer.headers.get("content-type")?.startsWith("application/json")) return { status };
  return { status, ...(await answer.json()) };
}

// One sender at a time, over all windows of this browser.
function alone(work) {
  return navigator.locks ? navigator.locks.request("myolog-outbox", work) : work();
}

// What this page saved, and on a kept page what this device sent since, is no other version of the day.
const savedHere = [];
const SENT = "sent";
const OWN = 50;
const ownKeys = () => (localStorage.getItem(SENT) ?? "").split(" ").filter(Boolean);

// What waits is sent only after Myolog has proved itself: something else may answer at its address.
let who = "";
let awaited = ""; // what the person saved in this page and waits for: only that sending may be asked back
async function sendKnown(live) {
  if (awaited && !live) return new Map(); // it takes along all that waits
  who = (await kept.all()).length ? await knock() : "";
  return who === "known" ? flush(kept, (entry) => send(entry, live)) : new Map();
}

// Why it waits, where it is more than that nobody answers.
function whyItWaits() {
  if (who === "strange") return said("strange");
  const comes = document.querySelector('meta[name="door"]').content === "new";
  return who === "closed" || (who === "new" && !comes) ? said("open") : "";
}

export async function deliver(live = "") {
  const outcomes = await alone(() => sendKnown(live));
  const sent = [...outcomes].filter(([, { verdict }]) => verdict === "sent").map(([key]) => key);
  try {
    if (sent.length) localStorage.setItem(SENT, [...ownKeys(), ...sent].slice(-OWN).join(" "));
  } catch {
    // no room: at worst the person is asked about a version of their own
  }
  return outcomes;
}

// ------------------------------------------------------------------ the note on every page

const said = (name, values = {}) =>
  Object.entries(values).reduce((text, [part, value]) => text.replaceAll(`{${part}}`, value), note.dataset[name]);

// The time that the person gave; where they gave none, that of the saving. A day without a time has no hour.
function when(entry) {
  const { lang } = document.documentElement;
  const { date, day, clock, rough } = Object.fromEntries(entry.fields);
  const at = new Date(entry.keptAt);
  const [year, month, number] = (date || day || "").split("-").map(Number);
  if (number) at.setFullYear(year, month - 1, number);
  if (clock) at.setHours(...clock.split(":").map(Number));
  if (clock && !number && at > new Date(entry.keptAt)) at.setDate(at.getDate() - 1);
  const hour = date || (!clock && (day || rough)) ? {} : { hour: "2-digit", minute: "2-digit" };
  const format = { weekday: "long", day: "numeric", month: "long", ...hour };
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, format).format(at);
}

// What was refused is tried once more, and shown on its own page as it was filled in.
async function putRight(entry) {
  await alone(() => kept.replace({ ...entry, state: WAITING, sentence: "" }));
  const outcome = (await deliver(entry.key)).get(entry.key);
  if (outcome?.verdict === "sent") return location.assign(outcome.answer.to ?? AT.today);
  if (outcome?.verdict !== REFUSED) return show(whyItWaits() || said("kept"));
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: `${entry.path}#${KEPT}${entry.key}`, hidden: true });
  for (const [name, value] of [...entry.fields, ["csrfmiddlewaretoken", cookie("csrftoken")]]) {
    form.append(Object.assign(document.createElement("textarea"), { name, value }));
  }
  document.body.append(form);
  return form.submit();
}

const KEPT = "kept-";
const correctedKey = () => (location.hash.startsWith(`#${KEPT}`) ? location.hash.slice(KEPT.length + 1) : "");

function line(entry) {
  const item = note.querySelector("template").content.firstElementChild.cloneNode(true);
  item.querySelector("[data-what]").textContent = entry.label;
  item.querySelector("[data-when]").textContent = when(entry);
  const problem = item.querySelector("[data-problem]");
  problem.hidden = entry.state === WAITING;
  problem.textContent = entry.sentence;
  const correct = item.querySelector("[data-correct]");
  correct.hidden = entry.state !== REFUSED;
  correct.setAttribute("aria-label", `${correct.textContent}: ${entry.label}`);
  correct.addEventListener("click", () => putRight(entry).catch(() => show(said("kept"))));
  const remove = item.querySelector("[data-remove]");
  remove.setAttribute("aria-label", `${remove.textContent}: ${entry.label}`);
  remove.addEventListener("click", async () => {
    if (remove.dataset.asked) {
      await alone(() => kept.remove(entry.key));
      await show();
    } else {
      remove.dataset.asked = "yes";
      remove.textContent = said("sure");
      remove.removeAttribute("aria-label");
    }
  });
  return item;
}

export async function show(message = "") {
  if (!note) return;
  const entries = await kept.all().catch(() => []);
  note.querySelector("ul").replaceChildren(...entries.map(line));
  note.querySelector("[data-message]").textContent = message;
  note.querySelector("[data-waiting]").hidden = entries.length === 0;
  note.querySelector("[data-fleeting]").hidden = entries.length === 0 || (await lasting());
  note.hidden = entries.length === 0 && message === "";
  showTicks(entries);
}

// A tick that waits looks as it will.
function showTicks(entries) {
  for (const entry of entries.filter(({ state }) => state === WAITING)) {
    const { step, day, done } = Object.fromEntries(entry.fields);
    for (const form of step && day ? document.querySelectorAll("form[data-undone]") : []) {
      if (form.elements.step.value !== step || form.elements.day.value !== day) continue;
      form.elements.done.setAttribute("aria-pressed", String(done === "1"));
      form.elements.done.value = done === "1" ? "0" : "1";
    }
  }
}

async function lasting() {
  return (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
}

// What an answer tells: the server put a time right that this device had wrong, another device said
// something else of the same day, or the computer's disk fails.
const toldBy = ({ answer }) => (answer?.to || answer?.status >= 500 ? answer.sentence : "");

// The page that said nobody answers offers the way to where the person wanted to go.
function offerTheWayBack() {
  for (const one of document.querySelectorAll("[data-title-back]")) one.textContent = one.dataset.titleBack;
  for (const one of document.querySelectorAll("[data-back]")) one.hidden = false;
  for (const one of document.querySelectorAll("[data-gone]")) one.hidden = true;
}

async function sendWaiting() {
  const outcomes = await deliver().catch(() => new Map());
  const told = new Set([...outcomes.values()].map(toldBy).filter(Boolean));
  const sent = [...outcomes.values()].some(({ verdict }) => verdict === "sent");
  if (sent) localStorage.removeItem("kept");
  if (sent) offerTheWayBack();
  const left = await kept.all().catch(() => []);
  if (left.length && whyItWaits()) told.add(whyItWaits());
  await show(told.size ? [...told].join(" ") : sent && left.length === 0 ? said("all") : "");
}

// ------------------------------------------------------------------ saving

function labelOf(form, submitter) {
  if (submitter?.name === "done" && submitter.value === "0") return form.dataset.undone;
  return form.querySelector("[data-yours]")?.textContent.trim() ?? form.dataset.outbox;
}

function entryOf(form, submitter, waiting) {
  const data = new FormData(form, submitter);
  data.delete("csrfmiddlewaretoken");
  const key = crypto.randomUUID();
  data.set("key", key);
  if (form.elements.key) form.elements.key.value = key; // should the form go by itself, it is the same write
  const path = new URL(form.action).pathname;
  const corrected = waiting.find((one) => one.key === correctedKey() && one.path === path);
  return {
    key,
    path,
    fields: [...data.entries()].map(([name, value]) => [name, String(value)]),
    label: labelOf(form, submitter),
    keptAt: corrected?.keptAt ?? new Date().toISOString(), // put right, it is of the time it was told
    zone: corrected?.zone ?? ownZone(),
    corrects: corrected?.key ?? "",
    asOf: asOf(),
    after: [...(offline ? ownKeys() : []), ...savedHere, ...waiting.map((entry) => entry.key)],
    state: WAITING,
    sentence: "",
  };
}

// A browser to which Myolog cannot prove itself is like one without scripts: it sends the form itself.
async function canBeSure() {
  if (!globalThis.crypto?.subtle) return false;
  if (offline || (await hasKey())) return true;
  return takeKey(cookie("csrftoken")).catch(() => true); // nobody there: what is saved waits
}

async function save(form, submitter) {
  if (form.dataset.once !== undefined && history.state?.saved && !form.dataset.again) {
    form.dataset.again = "yes";
    await show(said("twice"));
    return note.focus();
  }
  delete form.dataset.again;
  if (!(await canBeSure())) return saveWithoutKeeping(form, submitter);
  const entry = entryOf(form, submitter, await kept.all());
  let outcomes;
  awaited = entry.key;
  try {
    await kept.add(entry);
    savedHere.push(entry.key);
    localStorage.removeItem("kept");
    outcomes = await deliver(entry.key);
  } finally {
    awaited = "";
  }
  const outcome = outcomes.get(entry.key);
  if (outcome?.verdict === REFUSED) {
    await kept.remove(entry.key); // the person is here: the page itself shows what to put right
    return submitAsEver(form, submitter);
  }
  history.replaceState({ ...history.state, saved: true }, ""); // after Back, this page has saved already
  const unsent = (await kept.all()).some((one) => one.key === entry.key);
  if (!unsent) {
    return location.assign(outcome?.answer.to ?? AT.today);
  }
  navigator.storage?.persist?.().catch(() => {});
  if (navigator.serviceWorker?.controller && form.dataset.undone === undefined) {
    return location.assign(AT.today); // Today, or what this device shows in its place
  }
  await show(whyItWaits() || said("kept"));
  return note.focus();
}

function submitAsEver(form, submitter) {
  delete form.dataset.sent;
  form.dataset.plain = "yes";
  if (correctedKey()) form.action = `${new URL(form.action).pathname}${location.hash}`;
  form.requestSubmit(submitter);
}

// A browser that keeps nothing (full, or private) still sends; the form stays as it is otherwise.
async function saveWithoutKeeping(form, submitter) {
  try {
    await fetch(AT.worker, { method: "HEAD", cache: "no-store" });
    submitAsEver(form, submitter);
  } catch {
    await show(said(saves(form, submitter) ? "full" : "needs"));
    note.focus();
  }
}

// Enter in a field that only asks, such as one line of words, saves nothing.
const asks = ({ elements: { say, find } }) =>
  [say, find].some((field) => field?.value.trim() && field.value !== field.defaultValue);
const saves = (form, submitter) =>
  submitter?.value === "enter" && asks(form)
    ? false
    : !submitter?.name || ["save", "none", "same", "first", "off", "done"].includes(submitter.name);

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (event.defaultPrevented || !note || form.method !== "post" || form.dataset.plain) return;
  if (form.dataset.outbox === undefined) return;
  event.preventDefault();
  if (!saves(form, submitter)) {
    await (offline ? show(said("needs")) : saveWithoutKeeping(form, submitter));
    if (offline) note.focus();
  } else {
    await save(form, submitter).catch(() => saveWithoutKeeping(form, submitter));
  }
  delete form.dataset.sent;
});

for (const button of document.querySelectorAll("[data-again]")) {
  button.addEventListener("click", async () => {
    await alone(() => tryAgain(kept)).catch(() => {});
    await sendWaiting();
  });
}
addEventListener("online", sendWaiting);
addEventListener("known", sendWaiting);
if (note) sendWaiting();

// ------------------------------------------------------------------ a kept page on a later day

// What asks about today was kept on some day; on another one it is a blank page of that day.
// The form tells the hour after midnight at which the person's day ends.
function turnToToday(form) {
  const now = new Date();
  if (now.getHours() < Number(form.dataset.today)) now.setDate(now.getDate() - 1);
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  const field = form.elements.date;
  if (field.value === today.join("-")) return;
  field.value = today.join("-");
  for (const old of document.querySelectorAll("[data-of-day]")) old.remove();
  for (const told of form.querySelectorAll('[name^="was:"]')) told.remove();
  for (const button of document.querySelectorAll("[data-any-day]")) button.hidden = false;
  for (const box of form.querySelectorAll(":checked")) box.checked = false;
  for (const told of form.querySelectorAll('select, input[type="text"]')) told.value = "";
}
// What waits of this day stands in the fields, and counts as told: saving again sends only what is new.
function showWhatWaits(form, entries) {
  for (const { path, fields } of entries) {
    const told = Object.fromEntries(fields);
    if (path !== form.getAttribute("action") || told.date !== form.elements.date.value) continue;
    for (const [name, value] of fields) {
      const field = /^(place|drink|value):|^(sleep|stress|exercise|screens)$/.test(name) && form.elements[name];
      if (!field || value === "") continue;
      field.value = value;
      const before = form.elements[`was:${name}`] ?? form.appendChild(document.createElement("input"));
      Object.assign(before, { type: "hidden", name: `was:${name}`, value });
    }
  }
}
if (offline) {
  for (const form of document.querySelectorAll("form[data-today]")) {
    turnToToday(form);
    kept.all().then((entries) => showWhatWaits(form, entries.filter(({ state }) => state === WAITING)), () => {});
  }
}

// ------------------------------------------------------------------ closing this browser

const closing = document.querySelector("form[data-close]");
closing?.addEventListener("submit", async (event) => {
  if (closing.dataset.plain || event.submitter?.name === "anyway") return;
  event.preventDefault();
  delete closing.dataset.sent;
  const entries = await kept.all().catch(() => []);
  closing.elements.unsent.value = String(entries.length);
  if (entries.length === 0) {
    submitAsEver(closing, event.submitter);
    return;
  }
  const warning = closing.querySelector("[data-warning]");
  warning.hidden = false;
  warning.querySelector("p").textContent = warning.dataset.warning.replace("{count}", String(entries.length));
  warning.querySelector("button").focus();
});
