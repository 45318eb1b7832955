"""Blocks as a page, to be looked at: near to what Slack shows, with nothing of Slack's own."""

from collections.abc import Mapping
from html import escape
from typing import Any

JSON = Mapping[str, Any]

SIGNS = {
    "white_check_mark": "✅",
    "hourglass_flowing_sand": "⏳",
    "warning": "⚠️",
    "no_entry": "⛔",
    "paperclip": "📎",
}

STYLE = """
:root { --ink: #1d1c1d; --dim: #616061; --ground: #fff; --line: #dddcdd; --go: #007a5a;
        --link: #1264a3; --stop: #e01e5a; }
[data-theme=dark] { --ink: #d1d2d3; --dim: #ababad; --ground: #1a1d21; --line: #424549;
        --go: #2bac76; --link: #1d9bd1; --stop: #f2566d; }
* { box-sizing: border-box; }
body { margin: 0; padding: 12px; background: var(--ground); color: var(--ink);
       font: 15px/1.47 "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
main { max-width: 640px; }
main.modal { border: 1px solid var(--line); border-radius: 10px; padding: 0 16px 12px; }
h1 { font-size: 17px; margin: 12px 0; }
.b { margin: 0 0 8px; white-space: pre-wrap; }
blockquote { margin: 4px 0; padding-left: 10px; border-left: 4px solid var(--line); }
pre { border: 1px solid var(--line); border-radius: 4px; padding: 6px; white-space: pre-wrap; }
ul, ol { margin: 0; padding-left: 22px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 12px 0; }
a { color: var(--link); }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin: 4px 0 12px; }
button { font: inherit; font-size: 13px; font-weight: bold; padding: 5px 12px; color: var(--ink);
         background: var(--ground); border: 1px solid var(--dim); border-radius: 8px;
         max-width: 100%; white-space: normal; text-align: left; }
button.primary { background: var(--go); border-color: var(--go); color: #fff; }
button.danger { color: var(--stop); border-color: var(--stop); }
label { display: block; font-weight: bold; margin-top: 10px; }
.o { display: block; font-weight: normal; }
.hint, .optional { color: var(--dim); font-size: 13px; font-weight: normal; }
input[type=text], select, textarea { width: 100%; padding: 6px 10px; font: inherit;
         color: var(--ink); background: var(--ground); border: 1px solid var(--dim);
         border-radius: 6px; }
.foot { display: flex; justify-content: flex-end; gap: 8px; border-top: 1px solid var(--line);
        padding-top: 12px; margin-top: 12px; }
"""


def page(shown: JSON, theme: str = "light") -> str:
    """Draw a message (its ``blocks``) or a view as a page."""
    blocks = "".join(map(block, shown["blocks"]))
    kind = str(shown.get("type", "message"))
    head = f"<h1>{said(shown['title'])}</h1>" if "title" in shown else ""
    foot = "".join(
        f"<button class='{look}'>{said(shown[name])}</button>"
        for name, look in (("close", ""), ("submit", "primary"))
        if name in shown
    )
    return (
        f"<!doctype html><html data-theme='{theme}'><meta charset='utf-8'>"
        f"<meta name='viewport' content='width=device-width'><style>{STYLE}</style>"
        f"<body><main class='{escape(kind)}'>{head}{blocks}"
        f"{f'<div class=foot>{foot}</div>' if foot else ''}</main></body></html>"
    )


def block(part: JSON) -> str:
    """Draw one block."""
    match part["type"]:
        case "rich_text":
            return f"<div class='b'>{''.join(map(rich, part['elements']))}</div>"
        case "divider":
            return "<hr>"
        case "actions":
            return f"<div class='row'>{''.join(map(element, part['elements']))}</div>"
        case "input":
            return field(part)
        case _:
            raise ValueError(part["type"])


def rich(part: JSON) -> str:
    """Draw a part of rich text."""
    parts: list[JSON] = part.get("elements", [])
    within = "".join(map(rich, parts))
    match part["type"]:
        case "rich_text_section":
            return f"<span>{within}</span>"
        case "rich_text_quote":
            return f"<blockquote>{within}</blockquote>"
        case "rich_text_preformatted":
            return f"<pre>{within}</pre>"
        case "rich_text_list":
            tag = "ol" if part["style"] == "ordered" else "ul"
            items = "".join(f"<li>{rich(each)}</li>" for each in parts)
            indent = 20 * int(part.get("indent", 0))
            start = int(part.get("offset", 0)) + 1
            return f"<{tag} start='{start}' style='margin-left:{indent}px'>{items}</{tag}>"
        case "emoji":
            return SIGNS.get(part["name"], f":{escape(part['name'])}:")
        case _:
            return styled(part)


def styled(part: JSON) -> str:
    """Draw a text or a link in its styles."""
    drawn = escape(part["text"])
    for style, tag in (("bold", "b"), ("italic", "i"), ("strike", "s"), ("code", "code")):
        if part.get("style", {}).get(style):
            drawn = f"<{tag}>{drawn}</{tag}>"
    return f"<a href='{escape(part['url'])}'>{drawn}</a>" if part["type"] == "link" else drawn


def element(part: JSON) -> str:
    """Draw a button."""
    return f"<button class='{part.get('style', '')}'>{said(part['text'])}</button>"


def field(part: JSON) -> str:
    """Draw a field with its label and its hint."""
    optional = " <span class='optional'>(optional)</span>" if part.get("optional") else ""
    hint = f"<div class='hint'>{said(part['hint'])}</div>" if "hint" in part else ""
    return f"<label>{said(part['label'])}{optional}</label>{control(part['element'])}{hint}"


def control(part: JSON) -> str:
    """Draw what a field is filled in with."""
    options = part.get("options", ())
    match part["type"]:
        case "radio_buttons" | "checkboxes" as kind:
            box = "radio" if kind == "radio_buttons" else "checkbox"
            begun = [part.get("initial_option"), *part.get("initial_options", ())]
            return "".join(
                f"<label class='o'><input type='{box}' {'checked' if each in begun else ''}> "
                f"{said(each['text'])}</label>"
                for each in options
            )
        case "plain_text_input":
            value = escape(part.get("initial_value", ""))
            if part.get("multiline"):
                return f"<textarea rows='3'>{value}</textarea>"
            return f"<input type='text' value='{value}'>"
        case _:
            first = part.get("initial_option")
            return f"<select><option>{said(first['text']) if first else ''}</option></select>"


def said(part: JSON) -> str:
    """Draw a plain text."""
    return escape(part["text"])
