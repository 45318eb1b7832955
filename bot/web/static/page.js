// Starts the page: who is here, in which language, and what happens while it is open.

import { get, post, sayWhenUnreachable, speakFor } from "./api.js";
import { Chat } from "./chat.js";
import { byId, confirmed, element, fill } from "./element.js";
import { Panel } from "./panel.js";
import { isHandbook, Reader } from "./reader.js";
import { forget, keep, keepFor, kept } from "./store.js";
import { texts } from "./texts.js";

const PAUSE = 2_000;

// Set while this page itself becomes somebody else.
let leaving = false;

async function start() {
  const me = await get("/api/me");
  Object.assign(texts, me.texts);
  sayWhenUnreachable(texts["web-unreachable"]);
  keepFor(me.person.key);
  speakFor(me.person.key, followOtherTab);
  drawHeader(me);
  drawBecame(me);

  const reader = new Reader({ open });
  const panel = new Panel({
    act: {
      open,
      press: (button, values) => chatFromPanel(() => chat.press(button, { from: "panel", values })),
      submit: (form, values, arrived) => chatFromPanel(() => chat.submit(form, values, { from: "panel", arrived })),
    },
    closed: () => isHandbook(location.pathname) && history.pushState({}, "", "/"),
  });
  const chat = new Chat({ open, changed: () => panel.refreshHome() });

  function chatFromPanel(send) {
    panel.close();
    return send();
  }

  // Follows a link of the house without leaving the page; others go where they lead.
  function open(event, path) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !isHandbook(path)) return;
    event.preventDefault();
    if (here() !== path) history.pushState({}, "", path);
    follow();
  }

  function follow() {
    if (!isHandbook(location.pathname)) return;
    panel.open("reader");
    reader.show(here());
  }

  function here() {
    return `${location.pathname}${location.search}${location.hash}`;
  }

  byId("tab-reader").addEventListener("click", () => reader.shown || reader.showList());
  document.querySelector('[data-door="reader"]').addEventListener("click", () => reader.shown || reader.showList());
  window.addEventListener("popstate", () => (isHandbook(location.pathname) ? follow() : panel.close()));

  chat.start(drawHello(me, chat));
  drawShortcuts(me, chat);
  startComposer(chat);
  panel.refreshHome();
  follow();
  poll(chat, panel);
}

function drawHeader(me) {
  const identity = byId("identity");
  for (const person of me.people) {
    identity.append(element("option", { value: person.key, selected: person.key === me.person.key }, person.label));
  }
  identity.addEventListener("change", () => switchTo("/api/identity", { person: identity.value }, "identity"));
  const locale = byId("locale");
  for (const [id, name] of me.locales) {
    locale.append(element("option", { value: id, lang: id, selected: id === me.person.locale }, name));
  }
  locale.addEventListener("change", () => switchTo("/api/locale", { locale: locale.value }, "locale"));
  byId(sessionStorage.getItem("guildmate:focus"))?.focus();
  sessionStorage.removeItem("guildmate:focus");
}

async function switchTo(path, body, focus) {
  leaving = true;
  try {
    await post(path, body);
  } catch (error) {
    leaving = false;
    throw error;
  }
  sessionStorage.setItem("guildmate:focus", focus);
  location.reload();
}

// What was typed stays with whom it was typed as, for when this tab is theirs again.
function followOtherTab() {
  if (leaving) return;
  leaving = true;
  sessionStorage.setItem("guildmate:became", "yes");
  location.reload();
}

function drawBecame(me) {
  if (!sessionStorage.getItem("guildmate:became")) return;
  sessionStorage.removeItem("guildmate:became");
  byId("became").hidden = false;
  byId("became").textContent = fill(texts["web-became"], me.person);
}

function drawHello(me, chat) {
  const suggestions = element("div", { class: "suggestions" });
  for (const text of me.suggestions) {
    suggestions.append(element("button", { type: "button", class: "suggestion", onclick: () => chat.say(text) }, text));
  }
  return element(
    "div",
    { class: "hello" },
    element("h2", {}, me.hello),
    element("p", {}, texts["web-hello-text"]),
    suggestions,
  );
}

function drawShortcuts(me, chat) {
  const row = byId("shortcuts");
  for (const [label, text] of me.shortcuts) {
    const say = () => chat.send({ kind: "said", text }, { me: label, from: text });
    row.append(element("button", { type: "button", class: "shortcut", onclick: say }, label));
  }
  const restart = async () => {
    if (!(await confirmed(texts["web-new-sure"], texts["web-new"]))) return;
    const after = kept("after", null);
    forget();
    keep("after", after);
    location.reload();
  };
  row.append(element("button", { type: "button", class: "shortcut quiet", onclick: restart }, texts["web-new"]));
}

function startComposer(chat) {
  const say = byId("say");
  const fit = () => {
    say.style.height = "auto";
    say.style.height = `${Math.min(say.scrollHeight + 2, 200)}px`;
  };
  const send = (event) => {
    event.preventDefault();
    const text = say.value.trim();
    if (!text) return;
    say.value = "";
    keep("typed", undefined);
    fit();
    chat.say(text);
    say.focus();
  };
  say.value = kept("typed", "");
  say.addEventListener("input", () => {
    keep("typed", say.value);
    fit();
  });
  say.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
  });
  byId("composer").addEventListener("submit", send);
  say.disabled = false;
  byId("send").disabled = false;
  fit();
  const free = document.activeElement === document.body && !isHandbook(location.pathname);
  if (free && window.matchMedia("(hover: hover)").matches) say.focus();
}

async function poll(chat, panel) {
  if (document.visibilityState === "visible") {
    const after = kept("after", null);
    const news = await get(after === null ? "/api/updates" : `/api/updates?after=${after}`).catch(() => null);
    if (news) {
      for (const update of news.updates) chat.tell(`update-${update.id}`, update.reply);
      keep("after", news.after);
      drawIndex(news);
      if (news.updates.length) {
        panel.refreshHome();
        const shown = news.updates.map((update) => update.id);
        await post("/api/updates", { shown }).catch(() => null); // else they come once more
      }
    }
  }
  setTimeout(() => poll(chat, panel), PAUSE);
}

function drawIndex({ index, warning }) {
  const embedding = index.state === "embedding";
  byId("embedding").hidden = !embedding;
  if (embedding) {
    byId("embedding-text").textContent = fill(texts["web-embedding"], index);
    byId("embedding-bar").max = Math.max(1, index.total);
    byId("embedding-bar").value = index.done;
  }
  byId("warning").hidden = !warning;
  byId("warning").textContent = warning;
}

start().catch((error) => {
  byId("warning").hidden = false;
  byId("warning").textContent = error.message || String(error);
});
