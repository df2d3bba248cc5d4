// The body on the page of the story: a tap asks for that place, as a button of the list below does.
// Without a script there is the list alone, because a link would lose what was typed.

const form = document.getElementById("f");
const body = form.querySelector("[data-body]");
const field = document.getElementById("find");
body.hidden = false;

function look(code) {
  for (const shown of body.querySelectorAll("[data-shows]")) shown.hidden = shown.dataset.shows !== code;
  for (const button of body.querySelectorAll('button[name="look"]')) {
    if (button.value === code) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

body.addEventListener("click", (event) => {
  const region = event.target.closest(".map a");
  const button = event.target.closest('button[name="look"]');
  if (!region && !button) return;
  event.preventDefault();
  if (button) look(button.value);
  else if (region.dataset.look) look(region.dataset.look);
  else choose(region.dataset.place);
});

function choose(word) {
  const press = document.createElement("button");
  Object.assign(press, { name: "choose", value: word, formNoValidate: true, hidden: true });
  press.setAttribute("formaction", body.dataset.to);
  form.append(press);
  form.requestSubmit(press);
}

// Enter in the search asks; it never saves the form around it.
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  field.closest(".search").querySelector("button").click();
});
