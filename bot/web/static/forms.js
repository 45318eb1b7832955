// Draws forms; what is typed is kept until it has arrived.

import { element, fill, prose } from "./element.js";
import { drawFiles, drawLookUp } from "./inputs.js";
import { keep, kept } from "./store.js";
import { texts } from "./texts.js";

let count = 0;

export function drawForm(form, act) {
  const id = `form-${(count += 1)}`;
  const place = `form:${form.action}:${form.key}:${form.step}`;
  const typed = kept(place, {});
  const fields = form.fields.map((field, index) => drawField(field, `${id}-${index}`, typed));
  const wrong = form.fields.filter((field) => field.error).length;
  const made = element(
    "form",
    {
      class: "form",
      novalidate: true,
      "aria-labelledby": `${id}-title`,
      "data-step": form.step,
      oninput: () => keep(place, typedIn(made, form)),
      onchange: (event) => {
        const name = event.target.closest(".field")?.dataset.name;
        const decides = form.fields.some((field) => field.name === name && field.decides);
        if (form.again && decides) act.again(form, valuesOf(made, form));
      },
      onsubmit: (event) => {
        event.preventDefault();
        act.submit(form, valuesOf(made, form), () => keep(place, undefined));
      },
    },
    drawSteps(form),
    element("h3", { id: `${id}-title`, tabindex: "-1", class: "form-title" }, form.title),
    form.intro ? prose(form.intro) : null,
    wrong
      ? element("p", { class: "unseen", role: "alert" }, mistakesText(wrong))
      : null,
    ...fields,
    element(
      "div",
      { class: "row end" },
      element("button", { class: "button main", type: "submit" }, form.submit),
      form.back ? drawBack(form, act, () => valuesOf(made, form)) : null,
    ),
  );
  return made;
}

function mistakesText(wrong) {
  return wrong === 1 ? texts["web-mistakes-one"] : fill(texts["web-mistakes"], { count: wrong });
}

function drawSteps(form) {
  if (form.steps < 2) return null;
  const said = fill(texts["web-step"], form);
  return element(
    "div",
    { class: "steps" },
    element("span", {}, said),
    element("progress", { max: form.steps, value: form.step, "aria-label": said }),
  );
}

function drawBack(form, act, values) {
  const press = () => act.press({ label: texts["web-back"], action: form.back, value: form.key }, values());
  return element("button", { class: "button quiet", type: "button", onclick: press }, texts["web-back"]);
}

function drawField(field, id, typed) {
  const value = typed[field.name] ?? field.value;
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean);
  const common = {
    "aria-describedby": described.join(" ") || undefined,
    "aria-invalid": field.error ? "true" : undefined,
  };
  const hint = field.hint ? element("p", { class: "hint", id: `${id}-hint`, dir: "auto" }, field.hint) : null;
  const error = field.error
    ? element("p", { class: "error", id: `${id}-error`, dir: "auto" }, field.error)
    : null;
  const name = [field.label, field.required ? null : optional()];
  if (field.kind === "choice" || field.kind === "choices") {
    return element(
      "fieldset",
      { class: `field ${field.error ? "wrong" : ""}`, "data-name": field.name, ...common },
      element("legend", { dir: "auto" }, ...name),
      hint,
      error,
      isLookedUp(field) ? drawLookUp(field, value, id, drawChoices) : drawChoices(field, value, id),
    );
  }
  const input = drawInput(field, value, id, common);
  return element(
    "div",
    { class: `field ${field.error ? "wrong" : ""}`, "data-name": field.name },
    element("label", { for: id, dir: "auto" }, ...name),
    hint,
    error,
    input,
  );
}

// What is known of a field's options is shown, unless there is too much of it.
const MOST_SHOWN = 20;
const isLookedUp = (field) =>
  Boolean(field.source) && (!field.choices.length || field.choices.length > MOST_SHOWN);

const optional = () => element("span", { class: "optional" }, ` (${texts["web-optional"]})`);

function drawInput(field, value, id, common) {
  if (field.kind === "file") return drawFiles(field, id, common);
  const shared = { id, name: field.name, class: "input", dir: "auto", required: field.required, ...common };
  if (field.multiline) {
    const area = element("textarea", { ...shared, rows: "3" });
    area.value = value;
    return area;
  }
  const type = field.kind === "person" ? "email" : "text";
  const input = element("input", { ...shared, type, autocomplete: "off", spellcheck: field.kind === "person" ? "false" : undefined });
  input.value = value;
  return input;
}

function drawChoices(field, value, id) {
  const type = field.kind === "choice" ? "radio" : "checkbox";
  const chosen = new Set([].concat(value));
  const list = element("div", { class: field.choices.length > 5 ? "choices many" : "choices" });
  for (const [choice, label] of field.choices) {
    const input = element("input", { type, name: `${id}-choice`, value: choice, checked: chosen.has(choice) });
    if (field.kind === "choices") input.addEventListener("change", () => keepAlone(list, input, field.alone));
    list.append(element("label", { class: "choice" }, input, element("span", { dir: "auto" }, label)));
  }
  return list;
}

// An option that excludes the others takes them off, and they take it off.
function keepAlone(list, changed, alone) {
  const exclusive = alone.split(" ").filter(Boolean);
  if (!exclusive.length || !changed.checked) return;
  for (const input of list.querySelectorAll("input")) {
    if (input === changed) continue;
    if (exclusive.includes(changed.value) || exclusive.includes(input.value)) input.checked = false;
  }
}

function valuesOf(made, form) {
  const values = {};
  for (const field of form.fields) {
    const box = made.querySelector(`[data-name="${CSS.escape(field.name)}"]`);
    const ticked = [...box.querySelectorAll("input:checked")].map((input) => input.value);
    if (field.kind === "choices") values[field.name] = ticked;
    else if (field.kind === "choice") values[field.name] = ticked[0] ?? "";
    else if (field.kind === "file") values[field.name] = [...box.querySelectorAll("[data-value]")].map((file) => file.dataset.value);
    else values[field.name] = box.querySelector(".input").value;
  }
  return values;
}

// What is kept while somebody types; a file has to be chosen again.
function typedIn(made, form) {
  const files = form.fields.filter((field) => field.kind === "file").map((field) => field.name);
  const values = valuesOf(made, form);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !files.includes(name)));
}

// Puts the cursor where somebody goes on, at the first wrong field or else the title, and gives
// what should be seen then.
export function focusForm(made) {
  const wrong = made.querySelector(".field.wrong input, .field.wrong textarea");
  const goal = wrong || made.querySelector(".form-title");
  goal?.focus({ preventScroll: true });
  return wrong ? wrong.closest(".field") : made;
}

