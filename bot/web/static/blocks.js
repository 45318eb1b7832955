// Draws the blocks of a reply. `act` says what happens when something in them is pressed.

import { confirmed, element, prose } from "./element.js";
import { drawForm } from "./forms.js";
import { texts } from "./texts.js";

const SIGNS = { plain: "i", good: "✓", waiting: "◔", careful: "!", bad: "×" };

export function drawReply(reply, act) {
  const made = element("div", { class: "reply" });
  for (const [index, block] of reply.blocks.entries()) {
    made.append(DRAW[block.kind](block, act, sourcesBelow(reply.blocks, index)));
  }
  return made;
}

// The numbers in a text are those of the sources that stand next below it.
function sourcesBelow(blocks, index) {
  const next = blocks.slice(index).find((block) => block.kind === "sources");
  const numbered = next?.sources.filter((source) => source.n) ?? [];
  return new Map(numbered.map((source) => [source.n, source]));
}

const DRAW = {
  text: drawText,
  notice: (block, act, sources) =>
    element(
      "div",
      { class: `notice ${block.tone}` },
      element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[block.tone]),
      withCitations(prose(block.html), sources, act),
    ),
  facts: (block) => drawFacts(block.pairs),
  card: drawCard,
  buttons: (block, act) =>
    element(
      "div",
      { class: "buttons", role: "group", "aria-label": block.label || undefined },
      block.label ? element("p", { class: "label", dir: "auto" }, block.label) : null,
      drawButtons(block.buttons, act),
    ),
  sources: drawSources,
  attachment: drawAttachment,
  kept: drawKept,
  form: drawForm,
};

function drawFacts(pairs) {
  const list = element("dl", { class: "facts" });
  for (const [label, value] of pairs) {
    list.append(
      element("div", {}, element("dt", {}, label), element("dd", { dir: "auto" }, value)),
    );
  }
  return list;
}

function drawCard(card, act, sources) {
  const status = card.status ? element("span", { class: `chip ${card.tone}` }, card.status) : null;
  return element(
    "article",
    { class: `card ${card.tone}` },
    element(
      "div",
      { class: "card-top" },
      element(
        "div",
        { class: "card-name" },
        element("h3", { dir: "auto" }, card.title),
        card.subtitle ? element("p", { class: "subtitle", dir: "auto" }, card.subtitle) : null,
      ),
      status,
    ),
    card.facts.length ? drawFacts(card.facts) : null,
    card.html ? withCitations(prose(card.html), sources, act) : null,
    card.buttons.length ? drawButtons(card.buttons, act) : null,
  );
}

export function drawButtons(buttons, act) {
  return element("div", { class: "row" }, ...buttons.map((button) => drawButton(button, act)));
}

function drawButton(button, act) {
  const look = button.danger ? "danger" : button.main ? "main" : "";
  return element(
    "button",
    {
      type: "button",
      class: `button ${look}`,
      "data-action": button.action,
      onclick: async () => {
        if (button.confirm && !(await confirmed(button.confirm, button.label))) return;
        act.press(button);
      },
    },
    button.label,
  );
}

// Says who wrote a text when that was a language model.
function drawText(block, act, sources) {
  const said = withCitations(prose(block.html), sources, act);
  if (!block.by_model) return said;
  return element("div", {}, said, element("p", { class: "hint" }, texts["chat-by-model"]));
}

function drawSources(block, act) {
  const list = element("ol", { class: "sources" });
  for (const source of block.sources) {
    list.append(
      element(
        "li",
        { class: source.quote ? "source" : "source line" },
        element("span", { class: "number", "aria-hidden": "true" }, source.n || "•"),
        element(
          "div",
          { class: "source-body" },
          element(
            "a",
            { href: source.path, dir: "auto", onclick: (event) => act.open(event, source.path) },
            source.title,
          ),
          source.quote ? element("blockquote", { dir: "auto" }, source.quote) : null,
          source.details ? element("p", { class: "details", dir: "auto" }, source.details) : null,
          source.warning ? element("p", { class: "warned", dir: "auto" }, source.warning) : null,
        ),
      ),
    );
  }
  // An answer that this browser kept from an earlier version has no questions to go on with.
  const next = (block.next ?? []).map((question) => ({ label: question, action: "ask.question", value: question }));
  return element(
    "section",
    { class: "block-sources" },
    element("h3", {}, block.label),
    list,
    next.length ? drawButtons(next, act) : null,
  );
}

function drawAttachment(file) {
  const address = URL.createObjectURL(new Blob([file.content], { type: file.type }));
  return element(
    "p",
    { class: "attachment" },
    element(
      "a",
      { class: "button", href: address, download: file.name },
      element("span", { "aria-hidden": "true" }, "↓ "),
      file.label,
    ),
  );
}

function drawKept(file) {
  return element(
    "p",
    { class: "attachment" },
    element(
      "a",
      { class: "button", href: `/evidence/${file.key}`, download: file.name },
      element("span", { "aria-hidden": "true" }, "↓ "),
      file.label,
    ),
  );
}

// Turns "[2]" in the text into a link to the second source; links to clauses open beside it.
function withCitations(made, sources, act) {
  for (const link of made.querySelectorAll('a[href^="/handbook/"]')) {
    link.addEventListener("click", (event) => act.open(event, link.getAttribute("href")));
  }
  if (!sources?.size) return made;
  const texts = [];
  const walker = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (text.parentElement.closest("a, code")) continue;
    const parts = text.data.replace(/ (?=\[\d+\])/g, "\u00a0").split(/(\[\d+\])/);
    if (parts.length === 1) continue;
    text.replaceWith(
      ...parts.map((part) => {
        const source = sources.get(Number(/^\[(\d+)\]$/.exec(part)?.[1]));
        if (!source) return part;
        const open = (event) => act.open(event, source.path);
        return element(
          "a",
          { class: "cite", href: source.path, title: source.title, onclick: open },
          element("span", { class: "unseen" }, "["),
          String(source.n),
          element("span", { class: "unseen" }, "]"),
        );
      }),
    );
  }
  return made;
}
