"""HTML of questions and references."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from groupwork.bank import BaseQuestion, Scenario, load
from groupwork.checker import KINDS, grade
from groupwork.render import apa, cite, render_map, render_question, render_quiz, render_scenario

from .responses import right

BANK = load(Path(__file__).parents[1])
QUESTIONS = BANK.active()
PARTS = ("options", "items", "pairs", "gaps", "turns", "rules", "responses", "rubric")
ONE_OF_EACH = {question.kind: question for question in QUESTIONS}


class NoLinks:
    """Links of a host that has no pages."""

    def cite(self, ref: str) -> str:
        return ref

    def reference(self, ref: str) -> None:
        return None

    def lesson(self, taught: str) -> None:
        return None


class Outline(HTMLParser):
    """Collects ids, what refers to them, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name in ("for", "aria-describedby", "aria-labelledby"):
                self.references.extend((value or "").split())

    def handle_data(self, data: str) -> None:
        self.text += data


def key_in(html: str) -> Any:
    found = re.search(r'data-key="([^"]*)"', html)
    assert found
    return json.loads(unescape(found[1]))


def test_the_bank_holds_every_kind_the_checker_grades() -> None:
    assert set(ONE_OF_EACH) == set(KINDS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_the_key_in_the_page_grades_like_the_stored_question(question: BaseQuestion) -> None:
    key = key_in(render_question(question, "q1", NoLinks()))
    response = right(question.as_json())
    assert grade(key, response) == grade(question.as_json(), response)
    assert grade(key, response)["correct"] or all(part["verdict"] == "found" for part in grade(key, response)["parts"])


@pytest.mark.parametrize("kind", set(KINDS) - {"reflect"})  # an answer must not echo the question, so its key has it
def test_the_key_in_the_page_holds_no_text_of_the_question(kind: str) -> None:
    question = ONE_OF_EACH[kind]
    key = json.dumps(key_in(render_question(question, "q1", NoLinks())))
    assert question.stem not in key
    assert "rationale" not in key


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_has_its_reason_in_the_page_before_any_script_runs(kind: str) -> None:
    question = ONE_OF_EACH[kind]
    text = Outline(render_question(question, "q1", NoLinks())).text
    plain = question.as_json()
    parts = next(plain[field] for field in PARTS if field in plain)
    assert all(part["rationale"].strip() in text for part in parts if part["rationale"])


@pytest.mark.parametrize("kind", KINDS)
def test_ids_are_unique_and_every_reference_finds_one_even_for_two_copies(kind: str) -> None:
    html = "".join(render_question(ONE_OF_EACH[kind], uid, NoLinks()) for uid in ("q1", "q2"))
    outline = Outline(html)
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.references) <= set(outline.ids)


def test_an_order_question_does_not_show_its_answer() -> None:
    for question in QUESTIONS:
        if question.kind == "order":
            html = render_question(question, "q1", NoLinks()).split("gw-reasons")[0]
            assert re.findall(r'<li data-part="([^"]+)"', html) != right(question.as_json())


def test_text_of_a_question_is_escaped() -> None:
    hostile = {"stem": '<img src=x onerror="alert(1)">', "vignette": "<script>x</script>"}
    question = ONE_OF_EACH["choice"].model_copy(update=hostile)
    html = render_question(question, "q1", NoLinks())
    assert "<img" not in html
    assert "<script" not in html


def test_a_quiz_numbers_its_questions_under_a_heading() -> None:
    html = render_quiz(QUESTIONS[:2], "z1", NoLinks(), title="Closing quiz", heading=3)
    assert '<h3 id="z1-title">Closing quiz</h3>' in html
    assert "Question 1" in html
    assert "Question 2" in html


@pytest.mark.parametrize(
    ("key", "citation", "entry"),
    [
        (
            "tuckman1965",
            "Tuckman, 1965",
            "Tuckman, B. W. (1965). Developmental sequence in small groups. <em>Psychological Bulletin, 63</em>(6), "
            '384–399. <a href="https://doi.org/10.1037/h0022100">https://doi.org/10.1037/h0022100</a>',
        ),
        (
            "garland1965",
            "Garland et al., 1965",
            "Garland, J. A., Jones, H. E., &amp; Kolodny, R. L. (1965). A model for stages of development in social "
            "work groups. In S. Bernstein (Ed.), <em>Explorations in group work: Essays in theory and practice</em>. "
            "Boston University School of Social Work.",
        ),
        (
            "northen2001",
            "Northen &amp; Kurland, 2001",
            "Northen, H., &amp; Kurland, R. (2001). <em>Social work with groups</em> (3rd ed.). "
            "Columbia University Press.",
        ),
        (
            "bernstein1965",
            "Bernstein, 1965",
            "Bernstein, S. (Ed.). (1965). <em>Explorations in group work: Essays in theory and practice</em>. "
            "Boston University School of Social Work.",
        ),
        (
            "nasw2021",
            "National Association of Social Workers, 2021",
            "National Association of Social Workers. (2021). <em>Code of ethics</em>.",
        ),
    ],
)
def test_references_follow_apa(key: str, citation: str, entry: str) -> None:
    reference = BANK.references[key]
    assert cite(reference) == unescape(citation)
    assert str(apa(reference)) == entry


@pytest.mark.parametrize("scenario", BANK.scenarios.values(), ids=lambda scenario: scenario.id)
def test_a_scenario_can_be_read_as_a_case_without_a_script(scenario: Scenario) -> None:
    outline = Outline(render_scenario(scenario, "s1", NoLinks()))
    plain = scenario.as_json()
    choices = [choice for scene in plain["scenes"] for choice in scene["choices"]]
    assert all(choice["text"] in outline.text and choice["rationale"] in outline.text for choice in choices)
    assert all(scene["ending"]["text"] in outline.text for scene in plain["scenes"] if scene["ending"])
    assert set(outline.references) <= set(outline.ids)


@pytest.mark.parametrize("scenario", BANK.scenarios.values(), ids=lambda scenario: scenario.id)
def test_the_map_of_a_scenario_shows_every_scene_apart_from_the_others(scenario: Scenario) -> None:
    boxes = re.findall(r'<rect [^>]*x="(\d+)" y="(\d+)"', render_map(scenario))
    assert len(boxes) == len(set(boxes)) == len(scenario.as_json()["scenes"])


@pytest.mark.parametrize("scenario", BANK.scenarios.values(), ids=lambda scenario: scenario.id)
def test_the_map_of_a_scenario_tells_every_way_in_words(scenario: Scenario) -> None:
    text = Outline(render_map(scenario)).text
    assert all(choice["text"] in text for scene in scenario.as_json()["scenes"] for choice in scene["choices"])
