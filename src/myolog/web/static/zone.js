// Where this device stands when that is not home: a form offers its clock, a page says so. Nothing is
// chosen for the person, and zones whose clocks show the same now are the same here.

const device = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

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
  const there = [...choice.querySelectorAll("input")].some((one) => one.value === device);
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
  if (device === "" || device === field.value) continue;
  offer.textContent = offer.dataset.words.replace("{here}", device);
  offer.hidden = false;
  offer.addEventListener("click", () => {
    field.value = device;
    offer.hidden = true;
  });
}
