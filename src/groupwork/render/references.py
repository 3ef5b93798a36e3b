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
    edited = "" if reference.authors else _eds(reference.editors)
    describe = {"article": _article, "incollection": _chapter}.get(reference.kind, _book)
    parts = [
        Markup("{} ({}).").format(_stop(_list(reference.people) + edited), reference.year),
        *describe(reference),
        _stop(reference.fields.get("note", "")),
    ]
    if doi := reference.fields.get("doi"):
        parts.insert(-1, Markup('<a href="https://doi.org/{0}">https://doi.org/{0}</a>').format(doi))
    return Markup(" ").join(part for part in parts if part)


def _article(reference: Reference) -> list[Markup]:
    get = reference.fields.get
    volume = f", {get('volume')}" if get("volume") else ""
    issue = f"({_range(get('number', ''))})" if get("number") else ""
    pages = f", {_range(get('pages', ''))}" if get("pages") else ""
    journal = Markup("<em>{}{}</em>{}{}.").format(get("journal", ""), volume, issue, pages)
    return [_stop(get("title", "")), journal]


def _chapter(reference: Reference) -> list[Markup]:
    get = reference.fields.get
    editors = _list(reference.editors, initials_first=True)
    who = f"{editors}{_eds(reference.editors)}, " if editors else ""
    pages = f" (pp. {_range(get('pages', ''))})" if get("pages") else ""
    book = Markup("In {}<em>{}</em>{}.").format(who, get("booktitle", ""), pages)
    return [_stop(get("title", "")), book, _stop(get("publisher", ""))]


def _book(reference: Reference) -> list[Markup]:
    get = reference.fields.get
    edition = f" ({get('edition')} ed.)" if get("edition") else ""
    publisher = get("publisher") or get("institution") or get("howpublished") or ""
    # APA leaves out a publisher that is the author.
    publisher = "" if publisher in dict(reference.authors) else publisher
    return [Markup("<em>{}</em>{}.").format(get("title", ""), edition), _stop(publisher)]


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
