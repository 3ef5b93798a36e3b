"""The timeline: its drawing shows every event once and apart, its block names the evidence, its data are careful."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from markdown import Markdown

from groupwork.bank import load
from groupwork.labs.timeline import GRADES, STRANDS, WIDE, drawn, says, timeline, within
from groupwork.site.context import Course, SiteError
from groupwork.site.markdown import CourseMarkdown

ROOT = Path(__file__).parents[1]
EVENTS = load(ROOT).timeline


@dataclass(frozen=True)
class Dated:
    year: int
    certainty: str = "seen"
    end: int | None = None
    label: str = "An event"
    strand: str = "practice"
    date: str = "1900"
    what: str = "Something happens."


def html(text: str, root: Path = ROOT) -> str:
    course = Course(root)
    course.open("reference/timeline.md")
    return Markdown(extensions=[CourseMarkdown(course)]).convert(text)


def test_the_drawing_labels_every_event_of_the_span_and_no_other() -> None:
    found = timeline(EVENTS, 1930, 1960)
    inside = within(EVENTS, 1930, 1960)
    assert 10 < len(inside) < len(EVENTS)
    known = {event.label.replace("&", "&amp;") for event in inside}
    words = re.findall(r"<text [^>]*>([^<]*)</text>", found)
    assert sum(word.removesuffix("?") in known for word in words) == len(inside)


def test_a_span_of_years_takes_in_what_lasts_into_it() -> None:
    events = [Dated(1900, end=1910), Dated(1920), Dated(1925, end=1940), Dated(1950)]
    assert [event.year for event in within(events, 1905, 1930)] == [1900, 1920, 1925]


@pytest.mark.parametrize(
    ("certainty", "look"),
    [
        ("seen", r"<circle [^>]*class=\"fig-ink\" fill=\"currentColor\""),
        ("told", r"<circle [^>]*class=\"fig-line\" fill=\"none\" stroke=\"currentColor\""),
        ("disputed", r"<path [^>]*class=\"fig-line fig-c\""),
    ],
)
def test_each_grade_has_a_form_of_its_own(certainty: str, look: str) -> None:
    assert len(re.findall(look, timeline([Dated(1900, certainty)], 1890, 1910))) == 2, "one mark, and one in the key"


def test_a_disputed_label_asks() -> None:
    assert ">An event?<" in timeline([Dated(1900, "disputed")], 1890, 1910)


def test_marks_and_labels_of_a_lane_keep_apart() -> None:
    found = timeline([Dated(1900, label=f"Event number {number}") for number in range(5)], 1890, 1910)
    heights = re.findall(r"<text x=\"[^\"]+\" y=\"([^\"]+)\">Event number", found)
    assert len(set(heights)) == 5


def test_nothing_is_drawn_outside_the_picture() -> None:
    found = timeline([*EVENTS, Dated(2025, label="The last label of all")], 1840, 2025)
    places = [float(x) for x in re.findall(r"(?:\sx|cx)=\"([0-9.-]+)\"", found)]
    assert 0 <= min(places) <= max(places) <= WIDE


@pytest.mark.parametrize(("first", "last"), [(1935, 1935), (1700, 1710), (1935, 1936), (1840, 2030)])
def test_any_span_can_be_drawn(first: int, last: int) -> None:
    assert drawn(EVENTS, first, last).count("<svg") == 1


def test_a_drawing_says_in_one_sentence_what_it_shows() -> None:
    assert says([Dated(1900), Dated(1901, "told")], 1890, 1910) == (
        "Timeline from 1890 to 1910: 2 events, 1 seen, 1 commonly told, 0 disputed."
    )


def test_a_drawing_has_colours_without_the_style_of_the_site() -> None:
    classed = re.findall(r"<[a-z]+ [^>]*class=\"fig-[^>]*>", timeline(EVENTS, 1840, 2025))
    assert classed
    assert all("fill=" in element for element in classed)


def test_strands_and_grades_of_the_drawing_are_those_of_the_model() -> None:
    assert {event.strand for event in EVENTS} == set(STRANDS)
    assert {event.certainty for event in EVENTS} == set(GRADES)


def test_the_block_lists_every_event_with_its_grade_and_works() -> None:
    found = html("/// timeline\n///\n\n/// references\n///")
    assert found.count("<svg") == found.count('role="img"') == 1
    for event in EVENTS:
        assert f'<li id="{event.id}">' in found
        assert all(f'id="ref-{ref}"' in found for ref in event.sources)
    assert found.count("> Disputed, ") + found.count("> Seen, ") + found.count("> Commonly told, ") == len(EVENTS)


def test_a_timeline_without_events_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "course.yml").write_bytes((ROOT / "quizzes/course.yml").read_bytes())
    with pytest.raises(SiteError, match=r"no event in docs/timeline\.yml"):
        html("/// timeline\n///", tmp_path)


def test_what_is_taught_as_disputed_is_marked_so() -> None:
    certainty = {event.id: event.certainty for event in EVENTS}
    disputed = [name for name, grade in certainty.items() if grade == "disputed"]
    assert {"first-course", "accepted-1946", "developmental", "social-goals-1964"} <= set(disputed)
    assert [certainty[name] for name in ("montreal", "coyle-1946", "nasw")] == ["seen", "told", "seen"]
