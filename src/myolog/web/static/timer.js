// A quiet clock: it counts down, says once that the time is over, and makes no sound.

for (const timer of document.querySelectorAll("[data-timer]")) {
  const whole = Number(timer.dataset.timer);
  const clock = timer.querySelector("[data-clock]");
  const run = timer.querySelector("[data-run]");
  const told = timer.querySelector("[data-told]");
  const [start, rest] = run.dataset.names.split("|");
  let left = whole;
  let ends = 0;
  let beat = 0;

  const show = () => {
    const seconds = Math.max(0, Math.ceil(left));
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  const stop = () => {
    clearInterval(beat);
    beat = 0;
    run.textContent = start;
  };
  const tick = () => {
    left = (ends - Date.now()) / 1000;
    show();
    if (left > 0) return;
    stop();
    left = whole;
    told.textContent = timer.dataset.done;
  };

  run.addEventListener("click", () => {
    told.textContent = "";
    if (beat) {
      stop();
      return;
    }
    ends = Date.now() + left * 1000;
    beat = setInterval(tick, 250);
    run.textContent = rest;
  });
  timer.querySelector("[data-anew]").addEventListener("click", () => {
    stop();
    left = whole;
    told.textContent = "";
    show();
  });
  timer.querySelector("[data-plain]").hidden = true;
  timer.querySelector("[data-buttons]").hidden = false;
}
