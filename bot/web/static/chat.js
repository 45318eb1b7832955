// The conversation: entries in order, each with its turn's id, so that a retry has one effect.

import { ApiError, post } from "./api.js";
import { drawReply } from "./blocks.js";
import { byId, element, fill } from "./element.js";
import { focusForm } from "./forms.js";
import { keep, kept } from "./store.js";
import { texts } from "./texts.js";

const MOST = 200;
const SLOW = 8_000;

export class Chat {
  constructor({ open, changed }) {
    this.log = byId("log");
    this.open = open;
    this.changed = changed;
    this.entries = kept("entries", []);
    this.conversation = kept("conversation", null) ?? crypto.randomUUID();
    keep("conversation", this.conversation);
    this.drawn = new Map();
  }

  start(hello) {
    this.hello = hello;
    this.log.setAttribute("aria-busy", "true");
    this.log.replaceChildren();
    this.drawn.clear();
    if (!this.entries.length) this.log.append(hello);
    for (const entry of this.entries) this.draw(entry);
    this.log.setAttribute("aria-busy", "false");
    this.log.scrollTop = this.log.scrollHeight;
    for (const entry of this.entries) if (entry.state === "waiting") this.attempt(entry);
  }

  say(text) {
    return this.send({ kind: "said", text }, { me: text, status: texts["web-looking"] });
  }

  press(button, { from = null, values } = {}) {
    const body = { kind: "pressed", action: button.action, value: button.value || "", values };
    return this.send(body, { me: values ? null : button.label, from });
  }

  submit(form, values, { from = null, arrived } = {}) {
    const body = { kind: "submitted", action: form.action, key: form.key, values };
    return this.send(body, { me: null, from, arrived });
  }

  send(body, { me = null, from = null, status = texts["web-working"], arrived } = {}) {
    if (from && this.isBusy(from)) return null;
    this.hello?.remove();
    const entry = { id: crypto.randomUUID(), body, me, from, status, state: "waiting" };
    this.entries.push(entry);
    this.entries = this.entries.slice(-MOST);
    this.save();
    this.draw(entry);
    this.reveal(entry);
    return this.attempt(entry, arrived);
  }

  isBusy(id) {
    return this.entries.some((entry) => entry.from === id && entry.state === "waiting");
  }

  async attempt(entry, arrived) {
    entry.state = "waiting";
    this.draw(entry);
    this.lock(entry.from, true);
    const slow = setTimeout(() => this.sayStill(entry), SLOW);
    try {
      const turn = { ...entry.body, id: entry.id, conversation: this.conversation };
      entry.reply = await post("/api/turns", turn);
      entry.state = "answered";
      if (!entry.reply.refused) arrived?.();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      Object.assign(entry, { state: "failed", error: error.message, retry: error.retry });
    } finally {
      clearTimeout(slow);
      this.lock(entry.from, false);
    }
    this.settle(entry);
    this.changed();
  }

  // Shows what came back: in place when it is the same form again, else below. A form whose answer
  // is a refusal stays open, with all that was typed.
  settle(entry) {
    const source = this.entries.find((other) => other.id === entry.from);
    const form = source && formOf(source.reply);
    const next = entry.state === "answered" && formOf(entry.reply);
    const fromForm = form && (entry.body.kind === "submitted" || entry.body.values);
    if (fromForm && next && next.key === form.key) {
      source.reply = entry.reply;
      this.remove(entry);
      this.save();
      this.draw(source);
      this.goOn(source);
      return;
    }
    if (fromForm && entry.state === "answered" && !entry.reply.refused) {
      source.done = true;
      this.draw(source);
    }
    this.save();
    this.draw(entry);
    this.reveal(entry);
    if (next) this.goOn(entry);
    else if (document.activeElement === document.body) byId("say").focus({ preventScroll: true });
  }

  tell(id, reply) {
    if (this.entries.some((entry) => entry.id === id)) return;
    this.hello?.remove();
    const entry = { id, reply, news: true, state: "answered" };
    const follows = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80;
    this.entries.push(entry);
    this.save();
    this.draw(entry);
    if (follows && !this.log.contains(document.activeElement)) this.reveal(entry);
  }

  remove(entry) {
    this.entries = this.entries.filter((other) => other !== entry);
    this.drawn.get(entry.id)?.remove();
    this.drawn.delete(entry.id);
  }

  save() {
    keep("entries", this.entries);
  }

  lock(id, locked) {
    const made = this.drawn.get(id);
    made?.setAttribute("aria-busy", locked);
    for (const control of made?.querySelectorAll("button") ?? []) control.disabled = locked;
  }

  sayStill(entry) {
    const status = this.drawn.get(entry.id)?.querySelector(".status-text");
    if (status) status.textContent = texts["web-still"];
  }

  draw(entry) {
    const made = element("div", { class: "entry", "data-state": entry.state });
    if (entry.me) {
      made.append(
        element(
          "div",
          { class: "me", dir: "auto" },
          element("span", { class: "unseen" }, `${texts["web-you"]}: `),
          entry.me,
        ),
      );
    }
    const inside = this.inside(entry);
    if (inside) {
      const name = entry.news ? texts["web-news"] : texts["web-guildmate"];
      made.append(element("div", { class: entry.news ? "it news" : "it" }, element("p", { class: "speaker" }, name), inside));
    }
    const before = this.drawn.get(entry.id);
    if (before) before.replaceWith(made);
    else this.log.append(made);
    this.drawn.set(entry.id, made);
  }

  inside(entry) {
    if (entry.state === "waiting") return drawStatus(entry.status);
    if (entry.state === "failed") return this.drawFailure(entry);
    if (entry.done) return drawDone(formOf(entry.reply));
    return drawReply(entry.reply, this.act(entry));
  }

  act(entry) {
    return {
      open: this.open,
      press: (button, values) => this.press(button, { from: entry.id, values }),
      again: (form, values) => this.again(entry, form, values),
      submit: (form, values, arrived) => this.submit(form, values, { from: entry.id, arrived }),
    };
  }

  // Shows the same form with the fields that follow from what was changed in it. Without an answer
  // the form asks when it is sent.
  async again(entry, form, values) {
    const id = crypto.randomUUID();
    entry.asked = id;
    const body = { kind: "pressed", action: form.again, value: form.key, values };
    const turn = { ...body, id, conversation: this.conversation };
    this.drawn.get(entry.id).setAttribute("aria-busy", "true");
    const reply = await post("/api/turns", turn).catch(() => null);
    if (entry.asked === id) this.drawn.get(entry.id).setAttribute("aria-busy", "false");
    const next = formOf(reply);
    if (entry.asked !== id || entry.done || this.isBusy(entry.id) || next?.key !== form.key) return;
    const back = whereIn(this.drawn.get(entry.id));
    entry.reply = reply;
    this.save();
    this.draw(entry);
    back(this.drawn.get(entry.id));
  }

  drawFailure(entry) {
    const retry = element(
      "button",
      { type: "button", class: "button", onclick: () => this.attempt(entry) },
      texts["web-retry"],
    );
    return element(
      "div",
      { class: "notice bad", role: "alert" },
      element("span", { class: "sign", "aria-hidden": "true" }, "×"),
      element("div", {}, element("p", {}, entry.error), entry.retry ? retry : null),
    );
  }

  // Moves to where somebody goes on in a form, with what stands above it in sight.
  goOn(entry) {
    const made = this.drawn.get(entry.id);
    const goal = focusForm(made.querySelector("form"));
    const inside = goal.getBoundingClientRect().top - made.getBoundingClientRect().top;
    const above = goal.matches("form") && inside > this.log.clientHeight / 2 ? inside : 0;
    if (goal.matches("form")) this.log.scrollTop = made.offsetTop + above - 12;
    else this.log.scrollTop = made.offsetTop + inside - this.log.clientHeight / 3;
  }

  // Shows the start of a long answer, or all of a short one.
  reveal(entry) {
    const made = this.drawn.get(entry.id);
    const tall = made.offsetHeight > this.log.clientHeight * 0.9;
    this.log.scrollTop = tall ? made.offsetTop - 12 : this.log.scrollHeight;
  }
}

// Remembers where the cursor is, and gives what puts it there again when all is drawn anew.
function whereIn(made) {
  const here = made.contains(document.activeElement) ? document.activeElement : null;
  const name = here?.closest(".field")?.dataset.name;
  const { value, selectionStart: start, type } = here ?? {};
  return (drawn) => {
    if (!name) return;
    const field = drawn.querySelector(`[data-name="${CSS.escape(name)}"]`);
    const picked = type === "radio" || type === "checkbox";
    const goal = field?.querySelector(picked ? `input[value="${CSS.escape(value)}"]` : ".input");
    goal?.focus({ preventScroll: true });
    if (type === "text" || type === "textarea") goal?.setSelectionRange(start, start);
  };
}

const formOf = (reply) => reply?.blocks.find((block) => block.kind === "form");

function drawStatus(text) {
  return element(
    "p",
    { class: "status" },
    element("span", { class: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i")),
    element("span", { class: "status-text" }, text),
  );
}

function drawDone(form) {
  const step = form.steps > 1 ? ` · ${fill(texts["web-step"], form)}` : "";
  return element("p", { class: "done" }, element("span", { class: "chip good" }, texts["web-form-sent"]), ` ${form.title}${step}`);
}
