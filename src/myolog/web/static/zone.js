// Where this device stands when that is not home: a form offers its clock, a page says so. Nothing is
// chosen for the person, and zones whose clocks show the same now are the same here.

const device = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

// A browser may know a zone by an older name (Asia/Calcutta for Asia/Kolkata).
function sameZone(one, other) {
  try {
    const named = (timeZone) => new Intl.DateTimeFormat("en-GB", { timeZone }).resolvedOptions().timeZone;
    return one === other || named(one) === named(other);
  } catch {
    return false; // a zone that this browser does not know
  }
}

function shows(timeZone) {
  return new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(new Date());
}

function isAway(home) {
  try {
    return device !== "" && home !== "" && device !== home && shows(device) !== shows(home);
  } catch {
    return false; // a zone that this browser does not know
  }
}

for (const choice of document.querySelectorAll("[data-zones]")) {
  const there = [...choice.querySelectorAll("input")].some((one) => sameZone(one.value, device));
  if (there || !isAway(choice.dataset.home)) continue;
  const offer = choice.querySelector("template").content.firstElementChild.cloneNode(true);
  offer.querySelector("input").value = device;
  offer.querySelector("span").textContent = device;
  choice.querySelector(".chips").append(offer);
  choice.hidden = false;
}

// The hint names the clock that is chosen.
document.addEventListener("change", ({ target }) => {
  const hint = document.querySelector("[data-zone-words]");
  if (target.name === "zone" && hint) hint.textContent = hint.dataset.zoneWords.replace("{zone}", target.value);
});

for (const note of document.querySelectorAll("[data-away]")) {
  if (!isAway(note.dataset.home)) continue;
  note.querySelector("span").textContent = note.dataset.words.replace("{here}", device);
  note.hidden = false;
}

for (const offer of document.querySelectorAll("[data-device-zone]")) {
  const field = document.getElementById(offer.dataset.deviceZone);
  if (device === "" || sameZone(device, field.value)) continue;
  offer.textContent = offer.dataset.words.replace("{here}", device);
  offer.hidden = false;
  offer.addEventListener("click", () => {
    field.value = device;
    offer.hidden = true;
  });
}
