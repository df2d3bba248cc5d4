// Small conveniences. Every page works without them.

import { AT, knock, takeKey } from "./door.js";

const TEN_SECONDS = 10_000;

const FIVE_MINUTES = 300_000;
const told = (name) => document.querySelector(`meta[name="${name}"]`).content.trim();

// The emergency page stays at hand when Myolog is not running. Where this page is of another build
// than what is kept (an upgrade, a new country or language), the browser looks for the new worker at
// once, and for the pages of the journal after it.
async function keepHelpAtHand() {
  if (!("serviceWorker" in navigator)) return;
  const worker = await navigator.serviceWorker.register(AT.worker, { scope: AT.today });
  const build = told("build");
  if (localStorage.getItem("build") !== build && (await renewed(worker))) {
    localStorage.setItem("build", build);
    localStorage.removeItem("kept");
  }
  await keepPages();
}

async function renewed(registration) {
  await registration.update();
  const coming = registration.installing ?? registration.waiting;
  const over = () => !coming || ["activated", "redundant"].includes(coming.state);
  if (!over()) await new Promise((done) => coming.addEventListener("statechange", () => over() && done()));
  return coming?.state !== "redundant";
}

// Pages of the journal are kept while the browser is let in, and looked after every five minutes
// and after each write. "no" is said by a closed journal and by a person who does not want it.
async function keepPages() {
  const wanted = told("keeps");
  if (wanted === "no") await emptied();
  if (wanted !== "yes" || document.documentElement.hasAttribute("data-kept")) return;
  if (Date.now() - Number(localStorage.getItem("kept")) < FIVE_MINUTES) return;
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage("keep");
  localStorage.setItem("kept", String(Date.now()));
}

// A browser that the one-time link let in takes its key; one whose cookie has ended knocks, and where it
// is known, what it asked for is asked for again, or sent again as it was filled in.
async function atTheDoor() {
  const token = document.cookie.split("; ").find((one) => one.startsWith("csrftoken="))?.slice(10) ?? "";
  const fromHere = document.documentElement.hasAttribute("data-kept");
  if (told("door") === "new" && !fromHere && (await takeKey(token))) dispatchEvent(new Event("known"));
  if (told("door") !== "knock") return;
  const closed = document.querySelector("[data-closed]");
  const who = await knock();
  if (who === "closed" || who === "new") await emptied();
  const justTried = Date.now() - Number(sessionStorage.getItem("knocked")) < TEN_SECONDS;
  if (who !== "known" || !closed || justTried) return;
  sessionStorage.setItem("knocked", String(Date.now()));
  const again = document.querySelector("form[data-typed]");
  if (again) again.requestSubmit();
  else location.reload();
}

async function emptied() {
  localStorage.removeItem("kept");
  await caches.delete("pages");
}

atTheDoor().catch(() => {}).then(keepHelpAtHand).catch(() => {});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") knock().catch(() => {});
});
if (!("serviceWorker" in navigator)) for (const note of document.querySelectorAll("[data-no-worker]")) note.hidden = false;

// Where there is no connection, the first page leads to what this device keeps.
const ready = document.querySelector("[data-ready]");
for (const line of ready && "caches" in window ? ready.children : []) {
  caches.match(line.dataset.page, { cacheName: "pages" }).then((found) => {
    line.hidden = !found;
    if (found) ready.hidden = false;
  });
}

// "Saved" leaves after ten seconds, unless somebody is about to use it.
for (const note of document.querySelectorAll("[data-saved]")) {
  const leave = () => {
    if (note.matches(":hover, :focus-within")) setTimeout(leave, TEN_SECONDS);
    else note.remove();
  };
  setTimeout(leave, TEN_SECONDS);
}

// One more, one less: counted here, without a round trip.
for (const button of document.querySelectorAll('button[name="bump"]')) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const field = button.parentElement.querySelector("input");
    const change = button.value.endsWith("+1") ? 1 : -1;
    field.value = String(Math.max(0, (parseInt(field.value, 10) || 0) + change));
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// A form is sent once, however often it is tapped.
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    if (form.method === "post") localStorage.removeItem("kept");
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 2000);
  });
}

// What was filled in and not saved is not left without a word, nor what comes back to be put right. The
// check takes each answer as it comes.
const filled = document.querySelector('form#f[method="post"]:not([data-each-answer])');
const cameBack = Boolean(filled?.querySelector('[role="alert"]'));
let touched = cameBack;
const differs = (field) =>
  field.options
    ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected))
    : field.type !== "hidden" && field.defaultValue !== undefined &&
      (field.value !== field.defaultValue || field.checked !== field.defaultChecked);
const unsaved = () => touched && (cameBack || [...filled.elements].some(differs));
filled?.addEventListener("input", () => (touched = true));
document.addEventListener("submit", () => (touched = false));
addEventListener("pagehide", () => (touched = false));
addEventListener("beforeunload", (event) => {
  if (unsaved()) event.preventDefault();
});
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]:not([target])");
  if (!link || event.defaultPrevented || link.getAttribute("href").startsWith("#") || !unsaved()) return;
  if (confirm(document.getElementById("unsent").dataset.leave)) touched = false;
  else event.preventDefault();
});

// A page of several forms comes back when one of them is sent: what stood in the others is put back.
const BESIDE = `beside ${location.pathname}`;
const others = (sent) => [...document.querySelectorAll('form[method="post"]')].filter((form) => form !== sent);
const named = (form) => `${form.getAttribute("action")} ${form.elements.kind?.value ?? ""}`;
document.addEventListener("submit", ({ target, defaultPrevented }) => {
  if (defaultPrevented) return;
  const beside = others(target).flatMap((form) =>
    [...form.elements].filter((field) => field.name && differs(field))
      .map(({ name, type, value, checked }) => ({ form: named(form), name, type, value, checked })));
  if (beside.length) sessionStorage.setItem(BESIDE, JSON.stringify(beside));
});
for (const kept of JSON.parse(sessionStorage.getItem(BESIDE) ?? "[]")) {
  const form = others().find((one) => named(one) === kept.form);
  const isChoice = kept.type === "checkbox" || kept.type === "radio";
  const field = [...(form?.elements ?? [])].find(
    (one) => one.name === kept.name && one.type === kept.type && (!isChoice || one.value === kept.value));
  if (isChoice && field) field.checked = kept.checked;
  else if (field) field.value = kept.value;
}
sessionStorage.removeItem(BESIDE);

// The first field with a problem is where the person continues.
document.querySelector('[aria-invalid="true"]')?.focus();

// A page that comes back with its fields as they were (Back) would show what is no longer so.
addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("[data-carries]")) location.reload();
});
