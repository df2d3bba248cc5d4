// Small conveniences. Every page works without them.

const TEN_SECONDS = 10_000;

// The emergency page stays at hand when Myolog is not running; a new country fetches its numbers.
async function keepHelpAtHand() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/emergency/worker.js", { scope: "/emergency/" });
  const country = document.querySelector('meta[name="help"]').content;
  if (localStorage.getItem("help") === country) return;
  const kept = await caches.open("help-1");
  await kept.add("/emergency/");
  localStorage.setItem("help", country);
}
keepHelpAtHand().catch(() => {});

// "Saved" leaves after ten seconds, unless somebody is about to use it.
for (const note of document.querySelectorAll("[data-saved]")) {
  const leave = () => {
    if (note.matches(":hover, :focus-within")) setTimeout(leave, TEN_SECONDS);
    else note.remove();
  };
  setTimeout(leave, TEN_SECONDS);
  const address = new URL(location.href);
  address.searchParams.delete("saved");
  history.replaceState(null, "", address);
}

// One more, one less: counted here, without a round trip.
for (const button of document.querySelectorAll('button[name="bump"]')) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const field = button.parentElement.querySelector("input");
    const change = button.value.endsWith("+1") ? 1 : -1;
    field.value = String(Math.max(0, (parseInt(field.value, 10) || 0) + change));
  });
}

// A form is sent once, however often it is tapped.
for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 2000);
  });
}

// The first field with a problem is where the person continues.
document.querySelector('[aria-invalid="true"]')?.focus();
