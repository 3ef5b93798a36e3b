"""Markdown blocks of lessons (`/// question | stages-001`), on pymdownx blocks, which outlive a site generator."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import type_boolean, type_integer, type_string

from groupwork.lint import targets
from groupwork.render import render_blueprint, render_map, render_question, render_quiz, render_scenario
from groupwork.site.context import Course
from groupwork.site.corrections_block import CorrectionsBlock
from groupwork.site.course_block import CourseBlock
from groupwork.site.desk import DeskBlock
from groupwork.site.modules_block import ModulesBlock
from groupwork.site.teaching_blocks import MisconceptionsBlock
from groupwork.site.timeline_block import TimelineBlock


class QuestionBlock(CourseBlock):
    """`/// question | stages-001`: one question by id."""

    NAME = "question"

    def on_create(self, parent: etree.Element) -> etree.Element:
        with self.course.finding():
            question = self.course.bank.question(self.argument)
        self.course.questions_shown.append(question.id)
        return self.raw(parent, render_question(question, f"q{self.counter}", self.course))


class QuizBlock(CourseBlock):
    """`/// quiz | stages` with a count, a seed and filters, or with `ids`: the same words give the same questions.

    `scored: false` is for questions asked before they are taught: what is right is not counted.
    """

    NAME = "quiz"
    FILTERS = ("objective", "level", "phase", "kind", "clone_group", "cswe", "aswb")
    OPTIONS = {
        "title": ["Quiz", type_string],
        "count": [5, type_integer],
        "seed": [1, None],
        "ids": [None, None],
        "scored": [True, type_boolean],
        **{name: [None, None] for name in FILTERS},
    }

    def on_create(self, parent: etree.Element) -> etree.Element:
        with self.course.finding():
            questions = [self.course.bank.question(name) for name in self.options["ids"] or self._drawn()]
        self.course.questions_shown.extend(question.id for question in questions)
        how = {"title": self.options["title"], "scored": self.options["scored"]}
        return self.raw(parent, render_quiz(questions, f"quiz{self.counter}", self.course, **how))

    def _drawn(self) -> list[str]:
        filters = {name: self.options[name] for name in self.FILTERS if self.options[name] is not None}
        ids = self.course.bank.form(self.argument, self.options["count"], self.options["seed"], filters)
        if len(ids) < self.options["count"]:
            raise self.course.fail(
                f"the quiz “{self.options['title']}” asks for {self.options['count']} questions of “{self.argument}” "
                f"with {filters or 'no filter'}, and {len(ids)} fit: lower `count` or widen the filters"
            )
        return ids


class ScenarioBlock(CourseBlock):
    """`/// scenario | stages-first-evening`: a scenario by id."""

    NAME = "scenario"

    def on_create(self, parent: etree.Element) -> etree.Element:
        with self.course.finding():
            scenario = self.course.bank.scenario(self.argument)
        self.course.scenarios_shown.append(scenario.id)
        return self.raw(parent, render_scenario(scenario, scenario.id, self.course))


class MapBlock(CourseBlock):
    """`/// map | stages-first-evening`: the scenes of a scenario and the ways between them."""

    NAME = "map"

    def on_create(self, parent: etree.Element) -> etree.Element:
        with self.course.finding():
            scenario = self.course.bank.scenario(self.argument)
        return self.raw(parent, render_map(scenario))


class ObjectivesBlock(CourseBlock):
    """`/// objectives | stages`: the objectives of a module, from quizzes/course.yml."""

    NAME = "objectives"

    def on_create(self, parent: etree.Element) -> etree.Element:
        with self.course.finding():
            module = self.course.bank.module(self.argument)
        element = etree.SubElement(parent, "ul", {"class": "gw-objectives"})
        for objective in module.objectives:
            etree.SubElement(element, "li").text = objective.text
        return element


class ReferencesBlock(CourseBlock):
    """`/// references`: the works cited on this page; `/// references | all`: the whole bibliography.

    Filled by citations.py once the page's citations are known.
    """

    NAME = "references"
    ARGUMENT = None

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "ul", {"class": "gw-references", "data-which": self.argument or "cited"})


class GlossaryBlock(CourseBlock):
    """`/// glossary`: every term with its definition."""

    NAME = "glossary"
    ARGUMENT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, "dl", {"class": "gw-glossary"})
        for term in sorted(self.course.bank.glossary, key=lambda term: term.term.lower()):
            etree.SubElement(element, "dt", {"id": term.id}).text = term.term
            cited = " " + " ".join(f"[@{ref}]" for ref in term.sources) if term.sources else ""
            etree.SubElement(element, "dd").text = term.definition + cited
        return element


class BlueprintBlock(CourseBlock):
    """`/// blueprint`: what the bank asks, counted module by module, and where it misses its targets."""

    NAME = "blueprint"
    ARGUMENT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        bank = self.course.bank
        thin = [*targets.levels(bank), *targets.objectives(bank, self.course.root)]
        said = etree.SubElement(parent, "ul")
        for text in [finding.what for finding in thin] or ["Nothing is below its target."]:
            etree.SubElement(said, "li").text = text
        for module in bank.course.modules:
            etree.SubElement(parent, "h2", {"id": f"{module.id}-blueprint"}).text = module.title
            self.raw(parent, render_blueprint(bank, module, self.course))
        return etree.SubElement(parent, "div")


class FigureBlock(CourseBlock):
    """`/// figure | name`: the drawing docs/figures/name.svg in the page's own colours, with its content as text."""

    NAME = "figure"
    OPTIONS = {"alt": ["", type_string]}

    def on_create(self, parent: etree.Element) -> etree.Element:
        path = self.course.root / "docs" / "figures" / f"{self.argument}.svg"
        if not path.is_file() or not self.options["alt"]:
            raise self.course.fail(f"the figure “{self.argument}” needs docs/figures/{self.argument}.svg and an `alt:`")
        figure = etree.SubElement(parent, "figure", {"class": "gw-figure"})
        scroll = {"class": "gw-scroll", "tabindex": "0", "role": "group", "aria-label": self.options["alt"]}
        etree.SubElement(figure, "div", scroll).text = self.md.htmlStash.store(path.read_text(encoding="utf-8"))
        self.details = etree.SubElement(figure, "details")
        etree.SubElement(self.details, "summary").text = "The same in words"
        return figure

    def on_add(self, block: etree.Element) -> etree.Element:
        return self.details


class ElsewhereBlock(CourseBlock):
    """`/// elsewhere | claim`: what other texts say, and why it is doubtful."""

    NAME = "elsewhere"

    def on_create(self, parent: etree.Element) -> etree.Element:
        element = etree.SubElement(parent, "div", {"class": "gw-elsewhere", "role": "note"})
        title = etree.SubElement(element, "p", {"class": "gw-elsewhere-title"})
        etree.SubElement(title, "span").text = "What you may read elsewhere"
        etree.SubElement(title, "strong").text = self.argument
        return element


class VoicesBlock(CourseBlock):
    """`/// voices`: a conversation, one paragraph a turn."""

    NAME = "voices"
    ARGUMENT = None

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": "gw-voices"})


BLOCKS = (
    QuestionBlock,
    QuizBlock,
    ScenarioBlock,
    MapBlock,
    ObjectivesBlock,
    ReferencesBlock,
    GlossaryBlock,
    BlueprintBlock,
    FigureBlock,
    ElsewhereBlock,
    VoicesBlock,
    MisconceptionsBlock,
    CorrectionsBlock,
    ModulesBlock,
    DeskBlock,
    TimelineBlock,
)


class CourseBlocks(BlocksExtension):
    """Registers the course's blocks."""

    def __init__(self, course: Course) -> None:
        self.config = {"course": [course, "The course that the blocks draw from."]}
        super().__init__()

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:
        for block in BLOCKS:
            block_mgr.register(block, self.getConfigs())
