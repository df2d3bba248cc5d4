// Choosing a place without a round trip: the body, the list and the side. Without it, the same
// buttons and links ask the server.

const form = document.getElementById("f");
const one = (selector) => document.querySelector(selector);
const list = one("[data-list]");
const save = one('.dock button[name="save"]');
const instead = one('.dock button[name="choose"]');

function mark(element, chosen) {
  if (chosen) element.setAttribute("aria-current", "true");
  else element.removeAttribute("aria-current");
}

// True when the page knows the place; the words for both sides and "not noticed" are the server's.
function choose(word) {
  const known = list.querySelector(`button[value="${CSS.escape(word)}"]`);
  if (!known || !instead) return false;
  const [site, side] = word.split("/");
  form.elements.place.value = word;
  one("[data-yours]").textContent = known.getAttribute("aria-label");
  save.textContent = known.dataset.save;
  save.disabled = false;
  const other = { left: "right", right: "left" }[side];
  instead.hidden = !other;
  if (other) {
    instead.value = `${site}/${other}`;
    instead.textContent = instead.dataset[other];
  }
  for (const region of document.querySelectorAll(".map [data-place]")) {
    const [regionSite, regionSide] = region.dataset.place.split("/");
    mark(region, regionSite === site && (!regionSide || regionSide === side));
  }
  for (const chip of document.querySelectorAll('.chips button[name="choose"]')) mark(chip, chip.value === word);
  offerSides(site, word);
  one("[data-noisy]").hidden = one("[data-noisy]").dataset.noisy !== site;
  return true;
}

function offerSides(site, word) {
  const sides = one("[data-sides]");
  const knows = (place) => list.querySelector(`button[value="${CSS.escape(place)}"]`) !== null;
  sides.hidden = !knows(`${site}/left`);
  for (const chip of sides.querySelectorAll("button")) {
    chip.value = chip.dataset.side ? `${site}/${chip.dataset.side}` : site;
    if (!chip.dataset.side) chip.textContent = knows(site) ? chip.dataset.middle : chip.dataset.unknown;
    mark(chip, chip.value === word);
  }
}

function look(code) {
  for (const shown of document.querySelectorAll("[data-shows]")) shown.hidden = shown.dataset.shows !== code;
  for (const button of document.querySelectorAll('button[name="look"]')) mark(button, button.value === code);
}

document.addEventListener("click", (event) => {
  const region = event.target.closest(".map a");
  const button = event.target.closest('button[name="choose"], button[name="look"]');
  if (region?.dataset.look) look(region.dataset.look);
  else if (button?.name === "look") look(button.value);
  else if (!choose(region?.dataset.place ?? button?.value ?? "")) return;
  event.preventDefault();
});

// The list shrinks while a person types: each word typed must begin a word of the place.
const field = document.getElementById("find");
function narrow() {
  const wanted = field.value.toLowerCase().split(/[\s_-]+/).filter(Boolean);
  let shown = 0;
  for (const place of list.children) {
    const words = place.dataset.words.split(" ");
    place.hidden = !wanted.every((part) => words.some((word) => word.startsWith(part)));
    shown += place.hidden ? 0 : 1;
  }
  one("[data-none]").hidden = shown > 0;
}
field.addEventListener("input", narrow);
if (field.value === "") one('button[name="look_up"]').addEventListener("click", (event) => event.preventDefault());

// Enter in a search asks; it never saves the form around it.
for (const asking of form.querySelectorAll(".search input")) {
  asking.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    asking.closest(".search").querySelector("button").click();
  });
}

// A page that this device keeps was made for no place; its address names the one that was tapped.
const asked = new URLSearchParams(location.search).get("place");
if (asked && document.documentElement.hasAttribute("data-kept")) choose(asked);
