"""Giving a response to a question by keyboard: no mouse anywhere here."""

from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator, expect

from groupwork.bank import Bank
from tests.responses import Plain, right, wrong

Answer = Callable[[Plain], Any]

__all__ = [
    "Answer",
    "answer",
    "commit",
    "give",
    "heading",
    "plain",
    "press",
    "put",
    "reasons",
    "right",
    "tab_to",
    "wrong",
]

# A page has at most some hundred tab stops; more presses than that mean that the target cannot be reached.
MOST_STOPS = 300
_FOCUSED = "element => element === document.activeElement"
_IS_BEHIND = """element => document.activeElement !== document.body
  && Boolean(document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING)"""


def reasons(question: Plain) -> list[str]:
    """Return every rationale of a question."""
    fields = ("options", "items", "pairs", "rights", "gaps", "turns", "rules", "responses", "rubric")
    parts = [part for field in fields for part in question.get(field, [])]
    return [part["rationale"] for part in parts if part.get("rationale")]


def plain(bank: Bank, form: Locator) -> Plain:
    """Return the bank's question that stands in a form."""
    return bank.question(form.get_attribute("data-question") or "").as_json()


def tab_to(target: Locator) -> None:
    """Press Tab, or Shift+Tab if the target stands before the focus, until the target has the focus."""
    element, keyboard = target.element_handle(), target.page.keyboard
    key = "Shift+Tab" if element.evaluate(_IS_BEHIND) else "Tab"
    for _ in range(MOST_STOPS):
        if element.evaluate(_FOCUSED):
            return
        keyboard.press(key)
    raise AssertionError(f"{key} never reaches {target}")


def press(target: Locator, key: str = "Enter") -> None:
    """Go to a control by Tab and press a key there."""
    tab_to(target)
    target.page.keyboard.press(key)


def give(form: Locator, response: Any) -> None:
    """Put a response into a question by keyboard, without committing it."""
    _GIVE[form.get_attribute("data-kind") or ""](form, response)


def _choose(form: Locator, response: str) -> None:
    boxes = form.locator(".gw-option input")
    values = [box.get_attribute("value") for box in boxes.all()]
    # Tab enters a group of radio buttons at the chosen one, else at the first, or from behind at the last.
    end = len(values) - 1 if boxes.first.evaluate(_IS_BEHIND) else 0
    start = next((place for place, box in enumerate(boxes.all()) if box.is_checked()), end)
    press(boxes.nth(start), "Space")
    for _ in range((values.index(response) - start) % len(values)):
        form.page.keyboard.press("ArrowDown")
    expect(boxes.nth(values.index(response))).to_be_checked()


def _tick(form: Locator, response: list[str]) -> None:
    for box in form.locator(".gw-option input").all():
        if box.is_checked() != (box.get_attribute("value") in response):
            press(box, "Space")


def _arrange(form: Locator, response: list[str]) -> None:
    for place, name in enumerate(response):
        up = form.locator(f".gw-order > li[data-part='{name}'] .gw-move").first
        while _order(form).index(name) > place:
            press(up)
    assert _order(form) == response


def _order(form: Locator) -> list[str]:
    return [line.get_attribute("data-part") or "" for line in form.locator(".gw-order > li").all()]


def _select(form: Locator, response: Mapping[str, str]) -> None:
    for name, value in response.items():
        field = form.locator(f"select[data-part='{name}']")
        tab_to(field)
        values = [option.get_attribute("value") for option in field.locator("option").all()]
        distance = values.index(value) - values.index(field.input_value())
        for _ in range(abs(distance)):
            form.page.keyboard.press("ArrowDown" if distance > 0 else "ArrowUp")
        expect(field).to_have_value(value)


def _write(form: Locator, response: Mapping[str, str]) -> None:
    for name, text in response.items():
        tab_to(form.locator(f"input[data-part='{name}']"))
        form.page.keyboard.press("ControlOrMeta+a")
        form.page.keyboard.type(text)


def _rate(form: Locator, response: Mapping[str, str]) -> None:
    for name, level in response.items():
        group = form.locator(f".gw-response[data-part='{name}']")
        press(group.locator("input").first, "Space")
        for _ in range(("best", "acceptable", "harmful").index(level)):
            form.page.keyboard.press("ArrowDown")
        expect(group.locator(f"input[value={level}]")).to_be_checked()


def _type(form: Locator, response: str) -> None:
    tab_to(form.locator("textarea"))
    form.page.keyboard.insert_text(response)


_GIVE = {
    "choice": _choose,
    "multi": _tick,
    "order": _arrange,
    "match": _select,
    "cloze": _write,
    "transcript": _select,
    "compose": _tick,
    "rate": _rate,
    "reflect": _type,
}


def commit(form: Locator) -> Locator:
    """Press “Check answer” by keyboard and wait for the feedback; return its heading."""
    press(form.locator(".gw-check"))
    return heading(form)


def heading(form: Locator) -> Locator:
    """Return the heading of the feedback, once it has the focus."""
    found = form.locator(".gw-feedback h3")
    expect(found).to_be_focused()
    return found


def answer(form: Locator, response: Any) -> Locator:
    """Give and commit a response by keyboard; return the heading of the feedback."""
    give(form, response)
    return commit(form)


_PUT = """(form, response) => {
  for (const box of form.querySelectorAll(".gw-option input")) box.checked = [response].flat().includes(box.value);
  for (const box of form.querySelectorAll(".gw-response input")) {
    box.checked = response[box.closest(".gw-response").dataset.part] === box.value;
  }
  const paper = form.querySelector("textarea");
  if (paper) paper.value = response;
  const fields = form.querySelectorAll(".gw-parts [data-part]:is(input, select)");
  for (const field of fields) field.value = response[field.dataset.part] ?? "";
  const lines = form.querySelector(".gw-order");
  for (const id of lines ? response : []) lines.append(lines.querySelector(`[data-part="${id}"]`));
  form.requestSubmit();
}"""


def put(form: Locator, response: Any) -> None:
    """Give and commit a response at one stroke, for tests of what comes after an answer."""
    form.evaluate(_PUT, response)
    expect(form.locator(".gw-feedback h3")).to_be_visible()
