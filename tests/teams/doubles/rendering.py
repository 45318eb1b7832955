"""Cards as people see them: Microsoft's own renderer in a real browser, with looks like Teams'."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

MODULES = Path(__file__).parents[1] / "npm" / "node_modules"
"""What `npm ci` puts there; `make test` sees to it."""

THEMES = ("light", "dark")

LIGHT = {"paper": "#ffffff", "ground": "#f5f5f5", "ink": "#242424", "subtle": "#616161"}
DARK = {"paper": "#292929", "ground": "#1f1f1f", "ink": "#ffffff", "subtle": "#adadad"}
COLOURS = {
    "light": {"accent": "#5b5fc7", "good": "#237b4b", "warning": "#835c00", "attention": "#c4314b"},
    "dark": {"accent": "#9ea2ff", "good": "#92c353", "warning": "#f8d22a", "attention": "#f9526b"},
}
BOXES = {
    "light": {
        "default": "#ffffff",
        "emphasis": "#f3f2f1",
        "good": "#e7f2da",
        "accent": "#e8ebfa",
        "warning": "#fbf6d9",
        "attention": "#fcf4f6",
    },
    "dark": {
        "default": "#292929",
        "emphasis": "#383838",
        "good": "#1e3a26",
        "accent": "#33344a",
        "warning": "#463100",
        "attention": "#3e1f25",
    },
}


def host(theme: str) -> dict[str, Any]:
    """Say how Teams draws: its fonts and colours, and that six buttons stand in a row."""
    base = LIGHT if theme == "light" else DARK
    colour = {
        "default": base["ink"],
        "dark": base["ink"],
        "light": base["ink"],
        **COLOURS[theme],
    }
    written = {
        name: {"default": shown, "subtle": base["subtle"] if name == "default" else shown}
        for name, shown in colour.items()
    }
    return {
        "supportsInteractivity": True,
        "fontFamily": "'Segoe UI', 'DejaVu Sans', sans-serif",
        "fontSizes": {"small": 12, "default": 14, "medium": 14, "large": 18, "extraLarge": 24},
        "fontWeights": {"lighter": 200, "default": 400, "bolder": 600},
        "spacing": {
            "small": 4,
            "default": 8,
            "medium": 12,
            "large": 16,
            "extraLarge": 24,
            "padding": 12,
        },
        "separator": {"lineThickness": 1, "lineColor": base["subtle"]},
        "actions": {
            "maxActions": 6,
            "spacing": "default",
            "buttonSpacing": 8,
            "showCard": {"actionMode": "inline", "inlineTopMargin": 8},
            "actionsOrientation": "horizontal",
            "actionAlignment": "left",
        },
        "containerStyles": {
            style: {"backgroundColor": box, "foregroundColors": written}
            for style, box in BOXES[theme].items()
        },
        "factSet": {
            "title": {"weight": "bolder", "wrap": True, "maxWidth": 150},
            "value": {"wrap": True},
            "spacing": 12,
        },
        "inputs": {"label": {"requiredInputs": {"suffix": " *", "suffixColor": "attention"}}},
    }


PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><style>
  body { margin: 0; padding: 8px; font: 14px 'Segoe UI', 'DejaVu Sans', sans-serif; }
  .shown { border-radius: 6px; box-shadow: 0 0 2px #8886; margin-bottom: 8px; }
  .ac-pushButton { font: inherit; padding: 5px 12px; border-radius: 4px; margin-bottom: 6px;
                   border: 1px solid #8888; background: transparent; color: inherit; }
  .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff; }
  .ac-pushButton.style-destructive { background: #c4314b; border-color: #c4314b; color: #fff; }
  .ac-input { font: inherit; color: inherit; background: transparent; box-sizing: border-box; }
  .ac-input.ac-textInput, .ac-input.ac-multichoiceInput { border: 1px solid #8888; width: 100%;
             border-radius: 4px; padding: 5px 8px; }
  .ac-input-validation-failed { border-color: #c4314b !important; }
  a { color: inherit; }
  .shown { overflow-wrap: anywhere; }
</style><body></body></html>"""

DRAW = """([cards, config, keep]) => cards.map((json) => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(config);
  const context = new AdaptiveCards.SerializationContext();
  card.parse(json, context);
  const found = [];
  for (let n = 0; n < context.eventCount; n++) found.push(context.getEventAt(n).message);
  for (const each of card.validateProperties().validationEvents) found.push(each.message);
  const drawn = card.render();
  const shown = document.createElement("div");
  shown.className = "shown";
  shown.append(drawn);
  document.body.append(shown);
  const edge = shown.getBoundingClientRect().right;
  const of = (selector, read) => [...shown.querySelectorAll(selector)].map(read);
  const result = {
    faults: found,
    text: shown.innerText,
    links: of("a[href]", (a) => a.getAttribute("href")),
    tags: [...new Set(of("*", (each) => each.tagName.toLowerCase()))],
    buttons: of("button", (each) => each.innerText),
    wide: shown.scrollWidth > document.documentElement.clientWidth
      || of("button", (each) => each.getBoundingClientRect().right).some((right) => right > edge),
  };
  if (!keep) shown.remove();
  return result;
})"""

READ = """(texts) => texts.map((text) => {
  const shown = document.createElement("div");
  shown.innerHTML = window.markdownit({ html: true, breaks: true }).render(text);
  document.body.append(shown);
  const all = [...shown.querySelectorAll("*")];
  const result = {
    faults: [], buttons: [], wide: false,
    text: shown.innerText,
    links: all.filter((each) => each.href).map((each) => each.getAttribute("href")),
    tags: [...new Set(all.map((each) => each.tagName.toLowerCase()))],
  };
  shown.remove();
  return result;
})"""

MARKDOWN = """
  // Its own pattern remembers where it stopped, and refuses every second card's language.
  AdaptiveCards.AdaptiveCard.langProperty.regEx = /^[a-z]{2,3}$/i;
  const reader = window.markdownit();
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = reader.render(text);
    result.didProcess = true;
  };
"""


@dataclass(slots=True)
class Seen:
    """What became of a card: what the renderer found wrong, and what is there to see."""

    faults: list[str]
    text: str
    links: list[str]
    tags: list[str]
    buttons: list[str]
    wide: bool


@dataclass(slots=True)
class Screen:
    """A screen of one width and theme that shows cards."""

    page: Page
    theme: str

    @classmethod
    def at(cls, browser: Browser, width: int, theme: str) -> "Screen":
        """Open a screen of *width* pixels."""
        page = browser.new_page(viewport={"width": width, "height": 200}, color_scheme=theme)  # type: ignore[arg-type]  # light or dark
        page.set_content(PAGE)
        page.add_script_tag(path=MODULES / "markdown-it" / "dist" / "markdown-it.min.js")
        page.add_script_tag(path=MODULES / "adaptivecards" / "dist" / "adaptivecards.min.js")
        page.evaluate(f"() => {{ {MARKDOWN} }}")
        base = LIGHT if theme == "light" else DARK
        page.evaluate(
            "([ground, ink]) => { document.body.style.background = ground;"
            " document.body.style.color = ink; }",
            [base["ground"], base["ink"]],
        )
        return cls(page, theme)

    def show(self, cards: Sequence[dict[str, Any]], *, keep: bool = False) -> list[Seen]:
        """Draw *cards*, and say what there is to see; *keep* leaves them on the screen."""
        given = [json.loads(json.dumps(card)) for card in cards]
        seen = self.page.evaluate(DRAW, [given, host(self.theme), keep])
        return [Seen(**each) for each in seen]

    def read(self, texts: Sequence[str]) -> list[Seen]:
        """Draw the *texts* of messages: Markdown, with HTML in it."""
        return [Seen(**each) for each in self.page.evaluate(READ, list(texts))]

    def clear(self) -> None:
        """Take everything off the screen."""
        self.page.evaluate("() => document.body.replaceChildren()")

    def shoot(self, path: Path) -> None:
        """Keep a picture of all that is shown."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path, full_page=True)
