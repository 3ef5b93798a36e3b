"""Bibliography entries as text: the short citation and the APA (7th edition) reference."""

from __future__ import annotations

import re
from markupsafe import Markup, escape

from groupwork.bank.references import Reference


def cite(reference: Reference) -> str:
    """Return the citation in APA's author–date form, without brackets: `Garland et al., 1965`."""
    return f"{_short(reference.people)}, {reference.year}"


def apa(reference: Reference) -> Markup:
    """Return the entry of a reference list as HTML."""
    get = reference.fields.get
    editors_first = not reference.authors and bool(reference.editors)
    people = _list(reference.people) + (_eds(reference.editors) if editors_first else "")
    parts = [Markup("{} ({}).").format(_stop(people), reference.year)]
    if reference.kind == "article":
        parts.append(Markup("{}").format(_stop(get("title", ""))))
        volume = f", {get('volume')}" if get("volume") else ""
        issue = f"({_range(get('number', ''))})" if get("number") else ""
        pages = f", {_range(get('pages', ''))}" if get("pages") else ""
        parts.append(Markup("<em>{}{}</em>{}{}.").format(get("journal", ""), volume, issue, pages))
    elif reference.kind == "incollection":
        parts.append(Markup("{}").format(_stop(get("title", ""))))
        who = f"{_list(reference.editors, initials_first=True)}{_eds(reference.editors)}, " if reference.editors else ""
        pages = f" (pp. {_range(get('pages', ''))})" if get("pages") else ""
        parts.append(Markup("In {}<em>{}</em>{}. {}").format(who, get("booktitle", ""), pages, _stop(get("publisher", ""))))
    else:
        edition = f" ({get('edition')} ed.)" if get("edition") else ""
        parts.append(Markup("<em>{}</em>{}.").format(get("title", ""), edition))
        publisher = get("publisher") or get("institution") or get("howpublished") or ""
        # APA leaves out a publisher that is the author.
        parts.append(_stop("" if publisher in dict(reference.authors) else publisher))
    if get("doi"):
        parts.append(Markup('<a href="https://doi.org/{0}">https://doi.org/{0}</a>').format(get("doi")))
    if get("note"):
        parts.append(Markup("{}").format(_stop(get("note", ""))))
    return Markup(" ").join(part for part in parts if part)


def _short(people: tuple[tuple[str, str], ...]) -> str:
    names = [family for family, _ in people]
    if len(names) > 2:
        return f"{names[0]} et al."
    return " & ".join(names)


def _list(people: tuple[tuple[str, str], ...], *, initials_first: bool = False) -> str:
    names = [
        (f"{initials} {family}" if initials_first else f"{family}, {initials}") if initials else family
        for family, initials in people
    ]
    if len(names) < 2:
        return "".join(names)
    comma = "" if initials_first and len(names) == 2 else ","
    return f"{', '.join(names[:-1])}{comma} & {names[-1]}"


def _eds(people: tuple[tuple[str, str], ...]) -> str:
    return " (Eds.)" if len(people) > 1 else " (Ed.)"


def _range(pages: str) -> str:
    return re.sub(r"-+", "–", pages)


def _stop(text: str) -> Markup:
    """End a part with a full stop unless it has one."""
    return escape(text) if not text or text.endswith((".", "?", "!")) else escape(f"{text}.")
