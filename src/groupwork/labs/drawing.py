"""Small SVG and HTML pieces for figures that must work on the site and in Jupyter alike.

The site colours a figure by class, since its policy allows no inline style. Jupyter does not know the classes, so every
paint also comes as presentation attributes, over which a style sheet always wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

PAINTS = {
    "fig-ink": {"fill": "currentColor"},
    "fig-line": {"fill": "none", "stroke": "currentColor"},
    "fig-a": {"fill": "rgba(79,143,157,.4)"},
    "fig-b": {"fill": "rgba(201,111,63,.4)"},
    "fig-c": {"fill": "rgba(210,165,58,.4)"},
    "fig-d": {"fill": "rgba(92,154,98,.4)"},
    "fig-e": {"fill": "rgba(125,106,166,.4)"},
}


def tag(name: str, *content: str, **attributes: str | float) -> str:
    """Return an element; `content` is markup, an attribute's underscores stand for hyphens, `cls` is the class."""
    names = {key: "class" if key == "cls" else key.replace("_", "-") for key in attributes}
    written = "".join(f' {names[key]}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(content)}</{name}>" if content else f"<{name}{written}/>"


def paint(*classes: str) -> dict[str, str]:
    """Return the attributes of one or more paints; of two fills the last one counts, as in the site's style sheet."""
    merged: dict[str, str] = {"cls": " ".join(classes)}
    for name in classes:
        merged.update(PAINTS[name])
    return merged


def text(x: float, y: float, words: str, **attributes: str | float) -> str:
    return tag("text", escape(words), x=x, y=y, **attributes)


def group(*content: str, **attributes: str | float) -> str:
    return tag("g", *content, **attributes)


def centred(*content: str, **attributes: str | float) -> str:
    """Return texts in ink, each centred on its place."""
    return group(*content, **attributes, text_anchor="middle", **paint("fig-ink"))


def box(x: float, y: float, width: float, height: float) -> str:
    """Return a rectangle as a piece of a path, so that all boxes of one paint make one element."""
    return f"M{_short(x)} {_short(y)}h{_short(width)}v{_short(height)}h{_short(-width)}z"


def svg(*content: str, width: float, height: float, says: str) -> str:
    """Return a drawing that a screen reader meets as one image with the text `says`."""
    return tag(
        "svg",
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        # The site's style gives the width; elsewhere a drawing must not grow with the window.
        width=width,
        role="img",
        aria_label=says,
        font_size=13,
    )


def figure(drawing: str, words: str, *, says: str) -> str:
    """Return a figure that scrolls where it is too wide, with the same content in words below it."""
    return tag("figure", _scroll(drawing, says), in_words(words), cls="gw-figure")


def in_words(content: str) -> str:
    """Return what a drawing shows, as text to unfold."""
    return tag("details", tag("summary", "The same in words"), content)


def table(head: Iterable[str], rows: Iterable[Iterable[str]], *, says: str) -> str:
    """Return a table whose first column holds row headers; all cells are plain text.

    The site's theme wraps a table without a class in a box that scrolls but cannot be reached by keyboard.
    """
    top = tag("tr", *(tag("th", escape(cell), scope="col") for cell in head))
    body = [
        tag("tr", tag("th", escape(first), scope="row"), *(tag("td", escape(cell)) for cell in rest))
        for first, *rest in rows
    ]
    return _scroll(tag("table", tag("thead", top), tag("tbody", *body), cls="gw-table"), says)


def _scroll(content: str, says: str) -> str:
    return tag("div", content, cls="gw-scroll", tabindex=0, role="group", aria_label=says)


def percent(share: float) -> str:
    return f"{round(100 * share)} %"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else _short(value)


def _short(number: float) -> str:
    return f"{round(number, 1):g}"
