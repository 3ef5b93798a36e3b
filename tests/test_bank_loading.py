"""Every defect is found where it is, and what only looks like one is not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from groupwork.bank import Bank, InvalidBankError, Problem, UnknownIdError, load

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad_bank").glob("*.yml"))
EXPECTED = re.compile(r"line (?P<line>\d+): (\[(?P<question>[^\]]+)\] )?(?P<what>.+)")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the small bank that holds near misses and no defect."""
    return Path(shutil.copytree(HERE / "good_bank", tmp_path / "bank"))


@pytest.fixture
def bank(root: Path) -> Bank:
    return load(root)


def problems(root: Path) -> tuple[Problem, ...]:
    with pytest.raises(InvalidBankError) as caught:
        load(root)
    return caught.value.problems


def place_of(defect: Path) -> str:
    """Return where in a bank a broken file belongs, by the first word of its name."""
    whole = {
        "course": "quizzes/course.yml",
        "glossary": "docs/glossary.yml",
        "timeline": "docs/timeline.yml",
        "corrections": "docs/corrections.yml",
        "exam": "quizzes/exam/profile.yml",
        "scenario": f"quizzes/stages/scenarios/{defect.name}",
    }
    return whole.get(defect.stem.split("-")[0], f"quizzes/stages/questions-{defect.name}")


@pytest.mark.parametrize("defect", BAD, ids=lambda path: path.stem)
def test_a_defect_is_named_with_file_line_question_and_remedy(defect: Path, root: Path) -> None:
    (root / place_of(defect)).parent.mkdir(exist_ok=True)
    shutil.copy(defect, root / place_of(defect))
    first_line = defect.read_bytes().split(b"\n")[0].decode()
    expected = [EXPECTED.fullmatch(part) for part in first_line.removeprefix("# expect: ").split(" | ")]
    found = problems(root)
    assert len(found) == len(expected), [str(problem) for problem in found]
    for problem, wanted in zip(found, expected, strict=True):
        assert wanted, f"the first line of {defect.name} does not say what to expect"
        assert problem.file == place_of(defect)
        assert (problem.line, problem.question) == (int(wanted["line"]), wanted["question"])
        assert wanted["what"] in problem.what
        assert problem.expected
        assert problem.hint
        assert "\n" not in str(problem)


def test_a_problem_is_one_line_that_says_where_what_and_how() -> None:
    problem = Problem("quizzes/a.yml", 7, "stages-001", "`stem` is missing", "a question", "a line `stem: …`")
    assert str(problem) == (
        "quizzes/a.yml:7: [stages-001] `stem` is missing – expected a question – try a line `stem: …`"
    )


def test_near_misses_are_valid(bank: Bank) -> None:
    assert list(bank.questions) == [*(f"stages-{number}" for number in range(101, 112)), "open-groups-001"]
    assert list(bank.scenarios) == ["stages-1st"]
    assert [term.id for term in bank.glossary] == ["mutual-aid", "stage"]
    assert [event.id for event in bank.timeline] == ["first-book", "long-course", "model"]
    assert list(bank.references) == ["garland1965", "northen2001"]


def test_quoted_words_and_numbers_stay_text(bank: Bank) -> None:
    plain = bank.question("stages-101").as_json()
    assert [option["id"] for option in plain["options"]] == ["no", "1"]
    assert plain["options"][0]["text"] == "No"
    assert [source["at"] for source in plain["sources"]] == ["1e3", "12:30"]


def test_a_mark_at_the_start_and_windows_line_ends_change_nothing(root: Path, bank: Bank) -> None:
    for path in root.glob("quizzes/*/*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    again = load(root)
    assert [question.as_json() for question in again.questions.values()] == [
        question.as_json() for question in bank.questions.values()
    ]
    assert again.place("stages-103", "stem") == bank.place("stages-103", "stem")


def test_the_errors_of_all_files_are_reported_together(root: Path) -> None:
    for name in (
        "missing-rationale",
        "unclosed-quote",
        "course-duplicate-objective",
        "glossary-duplicate-id",
        "scenario-missing-title",
    ):
        defect = HERE / "bad_bank" / f"{name}.yml"
        shutil.copy(defect, root / place_of(defect))
    found = problems(root)
    assert len(found) == 5
    assert [problem.file for problem in found] == sorted(problem.file for problem in found)


def test_a_broken_course_does_not_hide_or_invent_problems_of_questions(root: Path) -> None:
    (root / "quizzes/course.yml").write_text("title: [\n", encoding="utf-8")
    assert {problem.file for problem in problems(root)} == {"quizzes/course.yml"}


def test_a_missing_course_is_a_problem(root: Path) -> None:
    (root / "quizzes/course.yml").unlink()
    (problem,) = problems(root)
    assert (problem.file, problem.line) == ("quizzes/course.yml", 1)


def test_a_file_over_two_mebibytes_is_refused(root: Path) -> None:
    (root / "quizzes/stages/questions-large.yml").write_bytes(b"# " + b"x" * 2 * 1024 * 1024)
    (problem,) = problems(root)
    assert "larger than 2 MiB" in problem.what


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("quizzes/stagse/questions.yml", "`stagse` is not a module"),
        ("quizzes/questions.yml", "outside a module's folder"),
        ("quizzes/stages/more/questions.yml", "outside a module's folder"),
        ("quizzes/stages/questions.yaml", "ends in .yaml"),
        ("quizzes/scenarios/evening.yml", "outside a module's folder"),
        ("quizzes/stages/scenarios/more/evening.yml", "outside a module's folder"),
        ("quizzes/stages/more/scenarios/evening.yml", "outside a module's folder"),
        ("quizzes/stages/scenarios/evening.yaml", "ends in .yaml"),
    ],
)
def test_a_file_in_the_wrong_place_is_a_problem(path: str, what: str, root: Path) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("[]\n", encoding="utf-8")
    (problem,) = problems(root)
    assert problem.file == path
    assert what in problem.what


@pytest.mark.parametrize(
    ("entry", "line", "what"),
    [
        ("@book{northen2001,\n title = {Again}}\n", 11, "repeated"),
        ("@book{new,\n title {Again}}\n", 12, "expected"),
    ],
)
def test_a_defect_in_the_bibliography_is_named_with_its_line(entry: str, line: int, what: str, root: Path) -> None:
    with (root / "docs/references.bib").open("a", encoding="utf-8") as stream:
        stream.write(entry)
    (problem,) = problems(root)
    assert (problem.file, problem.line) == ("docs/references.bib", line)
    assert what in problem.what


def test_bibliography_glossary_and_timeline_may_be_absent(root: Path) -> None:
    (root / "docs/references.bib").unlink()
    (root / "docs/glossary.yml").unlink()
    (root / "docs/timeline.yml").unlink()
    bank = load(root)
    assert not bank.references
    assert not bank.glossary
    assert not bank.timeline


def test_active_questions_are_those_that_learners_meet(bank: Bank) -> None:
    assert [question.id for question in bank.active("stages")] == [
        f"stages-{number}" for number in (101, 104, 105, 106, 107, 108, 109, 110, 111)
    ]
    assert [question.id for question in bank.active()][-1] == "open-groups-001"


def test_an_unknown_id_suggests_the_nearest(bank: Bank) -> None:
    with pytest.raises(UnknownIdError, match="did you mean `stages-101`") as caught:
        bank.question("stage-101")
    assert isinstance(caught.value, KeyError)
    with pytest.raises(UnknownIdError, match="no module `stagse` – did you mean `stages`"):
        bank.active("stagse")


def test_an_unknown_scenario_suggests_the_nearest(bank: Bank) -> None:
    assert bank.scenario("stages-1st").title == "A short evening"
    with pytest.raises(UnknownIdError, match="no scenario `stages-first` – did you mean `stages-1st`"):
        bank.scenario("stages-first")


def test_a_scenario_of_an_unknown_module_is_a_problem(root: Path) -> None:
    (root / "quizzes/stagse/scenarios").mkdir(parents=True)
    shutil.move(root / "quizzes/stages/scenarios/evening.yml", root / "quizzes/stagse/scenarios/evening.yml")
    assert "the folder `stagse` is not a module" in problems(root)[0].what


def test_a_question_knows_where_it_is_written(bank: Bank, root: Path) -> None:
    file, line = bank.place("stages-105", "items", 1)
    assert "Power and control" in (root / file).read_text(encoding="utf-8").splitlines()[line - 1]


def test_a_bank_cannot_be_changed(bank: Bank) -> None:
    with pytest.raises(TypeError):
        bank.questions["stages-999"] = bank.question("stages-101")  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        bank.question("stages-101").stem = "Another?"


def test_a_question_of_a_pool_may_name_no_lesson(root: Path) -> None:
    course = root / "quizzes" / "course.yml"
    course.write_text(
        course.read_text(encoding="utf-8").replace("  - id: open-groups\n", "  - id: open-groups\n    pool: true\n")
    )
    file = root / "quizzes" / "open-groups" / "questions-entry.yml"
    text = next((root / "quizzes" / "open-groups").glob("questions*.yml")).read_text(encoding="utf-8")
    for path in (root / "quizzes" / "open-groups").glob("questions*.yml"):
        path.unlink()
    file.write_text(re.sub(r"^  taught: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    bank = load(root)
    assert bank.question("open-groups-001").taught is None
    assert [module.id for module in bank.course.taught] == ["stages"]
