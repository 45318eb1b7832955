// Inputs that talk to the server while a form is filled in: files, and options to look up.

import { ApiError, get, upload } from "./api.js";
import { element } from "./element.js";
import { texts } from "./texts.js";

const PAUSE = 150;

// Files are sent as soon as they are chosen; the form waits for them.
export function drawFiles(field, id, common) {
  const chosen = element("ul", { class: "files" });
  for (const name of field.value) chosen.append(element("li", { dir: "auto" }, `✓ ${name}`));
  const input = element("input", { id, class: "input", type: "file", multiple: true, ...common });
  input.addEventListener("change", async () => {
    const files = [...input.files];
    input.value = "";
    await Promise.all(files.map((file) => send(file, chosen)));
  });
  return element("div", {}, input, chosen);
}

async function send(file, chosen) {
  const state = element("span", { class: "hint" }, texts["web-working"]);
  const remove = element(
    "button",
    { type: "button", class: "button quiet", onclick: () => item.remove() },
    texts["web-remove"],
  );
  const item = element("li", { dir: "auto" }, `${file.name} `, state, remove);
  chosen.append(item);
  const form = chosen.closest("form");
  waitFor(form, 1);
  try {
    item.dataset.value = (await upload(file)).value;
    state.remove();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    state.textContent = error.message;
  } finally {
    waitFor(form, -1);
  }
}

// Counts the files that are on their way; the form can be sent when the last one is there.
function waitFor(form, more) {
  form.underway = (form.underway ?? 0) + more;
  form.querySelector('button[type="submit"]').disabled = form.underway > 0;
}

// Options come as somebody types; an answer to what was typed before is not shown any more.
export function drawLookUp(field, value, id, drawChoices) {
  const made = element("div", {});
  const input = element("input", {
    id,
    class: "input",
    type: "search",
    autocomplete: "off",
    "aria-label": field.label,
  });
  let asked = 0;
  let waiting;
  const show = (choices) => {
    made.querySelector(".choices")?.remove();
    made.append(drawChoices({ ...field, choices }, value, id));
  };
  const look = async () => {
    const mine = (asked += 1);
    const query = new URLSearchParams({ source: field.source, q: input.value });
    const found = await get(`/api/options?${query}`).catch(() => null);
    if (found && mine === asked) show(found.options);
  };
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  made.append(input);
  show(field.choices);
  look();
  return made;
}
