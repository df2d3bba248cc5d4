// A two-minute look: a bar that fills, a button to tap, and no number until the time is over.
// Without it, the person looks at a clock and types the number.

const form = document.getElementById("f");
const begin = form.querySelector("[data-begin]");
const running = form.querySelector("[data-running]");
const bar = form.querySelector("progress");
const over = form.querySelector("[data-over]");
const count = form.querySelector("[data-count]");
const save = document.querySelector('.dock button[name="save"]');
const length = Number(form.dataset.seconds);

let felt = 0;

function finish() {
  running.hidden = true;
  count.hidden = false;
  count.querySelector("input").value = String(felt);
  save.disabled = false;
  over.textContent = over.dataset.words;
  save.focus();
}

function run() {
  const began = Date.now();
  felt = 0;
  begin.hidden = true;
  running.hidden = false;
  form.querySelector("[data-felt]").focus();
  const timer = setInterval(() => {
    const passed = (Date.now() - began) / 1000;
    bar.value = Math.min(passed, length);
    if (passed >= length) {
      clearInterval(timer);
      finish();
    }
  }, 500);
}

if (!form.querySelector("[aria-invalid]")) {
  begin.hidden = false;
  count.hidden = true;
  save.disabled = true;
  begin.addEventListener("click", run);
  form.querySelector("[data-felt]").addEventListener("click", () => { felt += 1; });
}
