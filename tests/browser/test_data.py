"""Your data: every key is shown; saved, erased and read back it is the same; a bad file changes nothing."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from groupwork.bank import Bank

from . import answers, desk
from .conftest import NewPage
from .site import Site

PAGE = "desk/your-record/"


def said(page: Page) -> Locator:
    return page.locator(".gw-desk .gw-said")


def opened(page: Page) -> None:
    page.goto(PAGE)
    expect(page.get_by_role("button", name="Save my record to a file")).to_be_visible()


def saved(page: Page, folder: Path) -> Path:
    """Save the record by keyboard; return the file."""
    with page.expect_download() as download:
        answers.press(page.get_by_role("button", name="Save my record to a file"))
    assert re.fullmatch(r"groupwork-record-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    file = folder / "record.json"
    download.value.save_as(file)
    expect(said(page)).to_be_focused()
    return file


def read(page: Page, file: Path) -> None:
    page.get_by_label("The file, whose name begins with").set_input_files(file)
    answers.press(page.get_by_role("button", name="Read this file"))
    expect(said(page)).to_be_focused()


def erase(page: Page) -> None:
    answers.press(page.get_by_role("button", name="Erase everything"))
    answers.press(page.get_by_role("button", name="Yes, erase everything now"))
    expect(said(page)).to_contain_text("Everything has been erased")


def answered(page: Page, site: Site, bank: Bank) -> None:
    """Leave something of everything: answers of several kinds, confidence, a rating, a scenario's path, a setting."""
    for kind in ("choice", "order", "match", "cloze"):
        question = site.question(kind)
        page.goto(question.address)
        form = page.locator(f"#{question.uid}")
        form.locator(".gw-sure input").nth(1).check()
        answers.put(form, answers.wrong(answers.plain(bank, form)))
    question = site.question("reflect")
    page.goto(question.address)
    form = page.locator(f"#{question.uid}")
    answers.put(form, answers.right(answers.plain(bank, form)))
    form.locator(".gw-self input").first.check()
    page.goto("stages/practice/")
    page.locator(".gw-stage").first.get_by_role("button", name="Begin").click()
    page.locator(".gw-stage input").first.check()
    page.locator(".gw-stage").first.get_by_role("button").first.click()
    expect(page.locator(".gw-stage h3").first).to_contain_text("Scene 2")
    opened(page)
    box = page.get_by_role("checkbox", name="Ask me how sure I am")
    answers.press(box, "Space")


def test_what_is_saved_erased_and_read_back_by_keyboard_is_the_same(
    page: Page, site: Site, bank: Bank, tmp_path: Path
) -> None:
    answered(page, site, bank)
    opened(page)
    file = saved(page, tmp_path)
    before = desk.kept(page)
    assert len(before) == 9
    erase(page)
    assert desk.kept(page) == {}
    read(page, file)
    expect(said(page)).to_have_text("5 answers were new and stand in your record now.")
    assert desk.kept(page) == before
    read(page, file)
    expect(said(page)).to_have_text("Everything in this file was here already.")
    assert desk.kept(page) == before


def test_erasing_takes_two_actions_and_leaves_nothing(page: Page, site: Site) -> None:
    desk.keep(page, {name: [(1, True, 3)] for name in desk.asked(site)[:3]})
    page.evaluate("""() => {
      localStorage.setItem("groupwork:damaged:stages-001", "{");
      const color = { media: "(prefers-color-scheme: dark)", scheme: "slate", primary: "custom", accent: "custom" };
      localStorage.setItem("/.__palette", JSON.stringify({ index: 1, color }));
      localStorage.setItem("other", "stays");
      sessionStorage.setItem("groupwork:answers:stages-002", "[]");
    }""")
    opened(page)
    expect(page.locator(".gw-nav-mark").first).to_be_visible()
    before = desk.kept(page)
    answers.press(page.get_by_role("button", name="Erase everything"))
    expect(page.locator(".gw-desk :focus")).to_contain_text("This removes all your answers")
    assert desk.kept(page) == before
    answers.press(page.get_by_role("button", name="Keep my record"))
    assert desk.kept(page) == before
    erase(page)
    assert desk.kept(page) == {"other": "stays"}
    assert page.evaluate("sessionStorage.length") == 0
    expect(page.locator(".gw-nav-mark")).to_have_count(0)
    expect(page.locator(".gw-desk")).to_contain_text("No answer and no setting is kept in this browser.")


def test_every_key_is_listed(page: Page, site: Site) -> None:
    desk.keep(page, {name: [(1, True, 3)] for name in desk.asked(site)[:3]})
    opened(page)
    answers.press(page.locator(".gw-desk summary"))
    expect(page.locator(".gw-desk td code")).to_have_text(sorted(desk.kept(page)))


HOSTILE = {
    "no record": (b"holiday.jpg", "The file cannot be read."),
    "another file": (b'{"format": "other"}', "This is no record of this course."),
    "not text at all": (bytes(range(256)), "The file cannot be read."),
    "a changed record": (
        b'{"format":"groupwork-record","version":1,"answers":{"<img src=x onerror=alert(1)>":[]},"checksum":"0"}',
        "The file has been changed or damaged since it was saved.",
    ),
    "too large": (b" " * 9_000_000, "The file is too large to be a record."),
}


@pytest.mark.parametrize(("content", "what"), HOSTILE.values(), ids=HOSTILE)
def test_a_bad_file_changes_nothing_and_says_why(
    page: Page, site: Site, tmp_path: Path, content: bytes, what: str
) -> None:
    desk.keep(page, {name: [(1, True, 3)] for name in desk.asked(site)[:3]})
    before = desk.kept(page)
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    opened(page)
    read(page, file)
    expect(said(page)).to_have_text(re.compile(f"^{re.escape(what)} .*Expected: .*Your record is as it was.$"))
    assert desk.kept(page) == before


def test_who_forgets_to_choose_a_file_is_told_so(page: Page) -> None:
    opened(page)
    answers.press(page.get_by_role("button", name="Read this file"))
    expect(said(page)).to_have_text("Choose a file first, then press “Read this file”.")
    assert desk.kept(page) == {}


def test_two_browsers_exchange_their_records_without_counting_twice(
    new_page: NewPage, site: Site, tmp_path: Path
) -> None:
    names = desk.asked(site)
    one, other = new_page(), new_page()
    desk.keep(one, {names[0]: [(3, True, 3)], names[1]: [(2, False, 1)]})
    desk.keep(other, {names[1]: [(1, True, 2)], names[2]: [(1, True, 0)]})
    for page in (one, other):
        opened(page)
    read(other, saved(one, tmp_path))
    expect(said(other)).to_have_text("2 answers were new and stand in your record now.")
    read(one, saved(other, tmp_path))
    expect(said(one)).to_have_text("2 answers were new and stand in your record now.")
    mine, theirs = (desk.kept(page) for page in (one, other))
    assert len(json.loads(mine[f"groupwork:answers:{names[1]}"])) == 2
    for name in names[:3]:
        assert mine[f"groupwork:answers:{name}"] == theirs[f"groupwork:answers:{name}"]


def test_a_reminder_stands_until_the_record_is_saved(page: Page, site: Site, tmp_path: Path) -> None:
    desk.keep(page, {name: [(1, True, 3)] for name in desk.asked(site)[:3]})
    for address in ("desk/progress/", PAGE):
        page.goto(address)
        expect(page.locator(".gw-desk .gw-note")).to_contain_text(
            "3 answers stand in this browser and in no file of yours."
        )
        expect(page.locator(".gw-desk .gw-note")).to_contain_text("Safari does so after seven days")
    saved(page, tmp_path)
    for address in (PAGE, "desk/progress/"):
        page.goto(address)
        expect(page.locator(".gw-desk h2").first).to_be_visible()
        expect(page.locator(".gw-desk .gw-note")).to_have_count(0)


def test_on_a_shared_computer_answers_stay_in_their_tab(page: Page, site: Site, bank: Bank) -> None:
    question = site.question("choice")
    opened(page)
    box = page.get_by_role("checkbox", name="Others use this computer too")
    answers.press(box, "Space")
    expect(said(page)).to_contain_text("From now on your answers stay in the tab")
    expect(box).to_be_focused()
    page.goto(question.address)
    form = page.locator(f"#{question.uid}")
    answers.answer(form, answers.right(answers.plain(bank, form)))
    page.reload()
    expect(form.locator(".gw-done")).to_have_text("· ✓ answered right")
    assert desk.kept(page) == {"groupwork:shared": "yes"}
    other = page.context.new_page()
    other.goto(question.address)
    expect(other.locator(f"#{question.uid} .gw-check")).to_be_visible()
    expect(other.locator(f"#{question.uid} .gw-done")).to_be_empty()
    opened(page)
    answers.press(box, "Space")
    expect(said(page)).to_contain_text("are kept in this browser, with those of this tab")
    assert f"groupwork:answers:{question.id}" in desk.kept(page)
    assert page.evaluate("sessionStorage.length") == 0


def test_a_tab_with_answers_of_its_own_keeps_them_when_the_mode_is_turned_off_elsewhere(
    page: Page, site: Site, bank: Bank
) -> None:
    question = site.question("choice")
    opened(page)
    box = page.get_by_role("checkbox", name="Others use this computer too")
    box.check()
    other = page.context.new_page()
    other.goto(question.address)
    form = other.locator(f"#{question.uid}")
    answers.answer(form, answers.right(answers.plain(bank, form)))
    box.uncheck()
    other.reload()
    expect(form.locator(".gw-done")).to_have_text("· ✓ answered right")
    opened(other)
    expect(other.locator(".gw-desk")).to_contain_text("Kept in this tab, until you close it: 1 answer to 1 question.")
    other.get_by_role("checkbox", name="Others use this computer too").uncheck()
    expect(said(other)).to_contain_text("with those of this tab")
    assert f"groupwork:answers:{question.id}" in desk.kept(page)


def test_saving_nothing_keeps_nothing(page: Page) -> None:
    opened(page)
    answers.press(page.get_by_role("button", name="Save my record to a file"))
    expect(said(page)).to_have_text("There is nothing to save yet.")
    assert desk.kept(page) == {}


def test_a_browser_that_keeps_nothing_still_shows_the_page(page: Page) -> None:
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        "  Object.defineProperty(window, name, { get: () => { throw new DOMException('no', 'SecurityError'); } });"
    )
    opened(page)
    answers.press(page.get_by_role("checkbox", name="Others use this computer too"), "Space")
    expect(said(page)).to_contain_text("This browser keeps nothing for this site anyway")
