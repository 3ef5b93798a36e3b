"""The lab on dates: its widgets answer to Python, and what its text says of the timeline is so."""

from groupwork.bank import load
from groupwork.labs import dates, timeline

from .labs import LEADS_A_SCENARIO, ROOT

EVENTS = load(ROOT).timeline
CERTAINTY = {event.id: event.certainty for event in EVENTS}

DRIVEN = {
    "explore(\n    zoom": """
        first, last, strand, least, figure = _.children
        assert [each.description for each in (first, last, strand, least)] == [
            "First year", "Last year", "Strand", "At least"
        ]
        assert "Coyle’s case" in figure.value and "Timeline from 1930 to 1960" in figure.value
        least.value = "seen"
        assert "Coyle’s case" not in figure.value and "Montreal" in figure.value
        strand.value = "china"
        assert "Montreal" not in figure.value and "Courses suspended" in figure.value
        first.value = 2025
        assert "Timeline from 1960 to 2025" in figure.value
    """,
    "Question(": """
        question = _
        options = bank().question("history-044").as_json()["options"]
        question.response = next(option["id"] for option in options if option.get("correct"))
        assert question.result["correct"] is True
    """,
    "def trial": """
        sentence, years, figure = _.children
        assert "accepted group work" in figure.value and "What says it is disputed." in figure.value
        sentence.index = 2
        assert "What says it is seen." in figure.value
        before = figure.value
        years.value = 20
        assert figure.value != before
    """,
    "Quiz(": """
        assert len(_.ids) == 3 and _.score == (0, 0)
    """,
    "Scenario(": LEADS_A_SCENARIO,
}
"""Code that test_labs runs after the cell that starts so: `_` is then what the cell showed."""


def test_the_counts_that_the_text_quotes_are_those_of_the_timeline() -> None:
    counted = dates.parts(EVENTS)
    totals = {name: (grades["seen"], sum(grades.values())) for name, grades in counted.items()}
    assert totals["All"] == (46, 71)
    assert round(100 * 46 / 71) == 65
    assert (totals["Writing"], totals["China"]) == ((14, 29), (11, 11))
    assert [totals[name] for name in dates.PERIODS][1:] == [(13, 23), (11, 20), (15, 18)]
    shares = {name: seen / count for name, (seen, count) in totals.items()}
    assert min(timeline.STRANDS.values(), key=shares.__getitem__) == "Writing"


def test_every_event_counts_in_one_strand_and_one_period() -> None:
    counted = dates.parts(EVENTS)
    for names in (timeline.STRANDS.values(), dates.PERIODS):
        assert sum(sum(counted[name].values()) for name in names) == len(EVENTS)


def test_of_1946_nothing_is_left_if_only_seen_dates_are_kept() -> None:
    west = [event for event in EVENTS if event.strand != "china"]
    by_year = {year: [each.certainty for each in west if each.year == year] for year in (1935, 1946, 1955)}
    assert by_year == {1935: ["seen", "told"], 1946: ["told", "told", "disputed"], 1955: ["seen"]}
    gaps = [dates.longest_gap(timeline.within(dates.kept(west, grade), 1934, 1955)) for grade in ("disputed", "seen")]
    assert gaps == [(1937, 1940), (1944, 1949)]


def test_one_paper_stands_behind_more_rings_than_any_other() -> None:
    told = [event for event in EVENTS if event.certainty == "told"]
    behind = [source for event in told for source in event.sources]
    counts = {source: behind.count(source) for source in behind}
    assert max(counts, key=counts.__getitem__) == "coyle1947"
    assert sorted(counts.values())[-2:] == [1, 2]
    assert sum(not event.sources for event in told) == 6


def test_the_claims_rest_on_what_the_text_says() -> None:
    accepted, course, merged = dates.CLAIMS
    assert [dates.grade_of(claim, EVENTS) for claim in dates.CLAIMS] == ["disputed", "disputed", "seen"]
    assert list(accepted.bearing.values()).count("near") == 4
    against = [name for name, role in course.bearing.items() if role == "against"]
    assert [CERTAINTY[name] for name in against] == ["seen", "seen"]
    assert [name for name, role in merged.bearing.items() if role == "for"] == ["nasw"]
    assert all(set(claim.bearing) <= set(CERTAINTY) for claim in dates.CLAIMS)
    assert all(set(claim.bearing.values()) <= set(dates.ROLES) for claim in dates.CLAIMS)


def test_a_gap_ends_where_something_still_lasts() -> None:
    lasting = [event for event in EVENTS if event.id in ("coyle-president", "coyle-aasw", "nasw")]
    assert dates.longest_gap(lasting) == (1944, 1955)
