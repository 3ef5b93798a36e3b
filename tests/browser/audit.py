"""Rules of access that a browser can show to be kept, beyond what axe sees.

Each check takes the form of one question, fresh from loading, and returns what breaks its rule: nothing if all is well.
Real pages and the seeded ones, each with one known defect, go through the same checks.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from .answers import press, tab_to

Check = Callable[[Locator], list[str]]

_SCRIPT = (Path(__file__).parent / "audit.js").read_text(encoding="utf-8")
# A clock of the test's own making would have to lead every timer of the theme; this one only knows who waits.
_HOLD_TIMERS = """
window.later = new Map();
for (const [set, clear] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
  const [start, stop] = [window[set], window[clear]];
  window[set] = (call, delay, ...rest) => {
    const id = start.call(window, () => { if (set === "setTimeout") window.later.delete(id); call(...rest); }, delay);
    window.later.set(id, () => call(...rest));
    return id;
  };
  window[clear] = (id) => { window.later.delete(id); stop.call(window, id); };
}
"""
_PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def _look(form: Locator, name: str, *arguments: Any) -> Any:
    """Call a function of audit.js with the form."""
    return form.evaluate(f"(form, given) => {{ {_SCRIPT}\n return {name}(form, ...given); }}", list(arguments))


def _touch(form: Locator) -> None:
    """Give some answer by keyboard, where there is something to answer with."""
    field = form.locator(".gw-parts :is(input, select)").first
    if not field.count():
        return
    kind = field.evaluate("field => field.type")
    tab_to(field)
    form.page.keyboard.press({"text": "x", "select-one": "ArrowDown"}.get(kind, "Space"))


def _commit(form: Locator) -> None:
    press(form.locator(".gw-check"))
    expect(form.locator(".gw-feedback")).not_to_be_empty()


def has_group(form: Locator) -> list[str]:
    """A fieldset with the stem as its legend holds all controls of the answer."""
    return _look(form, "group")


def has_native_controls(form: Locator) -> list[str]:
    """Every part is answered with an input, a select or a button of the browser's own."""
    return _look(form, "native")


def has_labels(form: Locator) -> list[str]:
    """Every control has a name."""
    return _look(form, "labels")


def has_unique_ids(form: Locator) -> list[str]:
    return _look(form, "duplicateIds")


def has_whole_references(form: Locator) -> list[str]:
    """Whatever names another element by id names one that is there."""
    return _look(form, "danglingReferences")


def has_region_at_load(form: Locator) -> list[str]:
    """The live region for feedback stands in the page from the beginning, empty."""
    return _look(form, "regionAtLoad")


def announces(form: Locator) -> list[str]:
    """Feedback appears in a live region that was there at load."""
    _look(form, "rememberRegions")
    _touch(form)
    _commit(form)
    return _look(form, "feedbackOutsideRegions")


def moves_focus(form: Locator) -> list[str]:
    """The focus goes to the feedback, and with “Try again” back into the question."""
    _touch(form)
    _commit(form)
    if not form.locator(".gw-feedback :focus").count():
        return ["after an answer the focus is not on the feedback"]
    press(form.locator(".gw-again"))
    try:
        expect(form.locator("fieldset :focus")).to_have_count(1, timeout=2000)
    except AssertionError:
        return ["after “Try again” the focus is not in the question"]
    return []


def grades_on_button_only(form: Locator) -> list[str]:
    """Arrow keys choose and never commit."""
    _look(form, "countFeedback")
    _touch(form)
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        form.page.keyboard.press(key)
    form.page.evaluate(_PAINTED)
    if form.locator(".gw-feedback").inner_text():
        return ["graded before the button was pressed"]
    _commit(form)
    # A grade that was asked for by the arrow keys comes no later than the one asked for by the button.
    times = form.evaluate("form => form.feedbackCount")
    return [] if times == 1 else [f"one press of the button, and feedback {times} times"]


def says_verdicts_in_words(form: Locator) -> list[str]:
    """Whatever colour says about an answer, words say too."""
    _touch(form)
    _commit(form)
    return _look(form, "wordlessVerdicts")


def orders_by_buttons(form: Locator) -> list[str]:
    """Every line of an ordering moves by keyboard, keeps the focus, and tells its new place."""
    lines = form.locator(".gw-order > li")
    if not lines.count():
        return []
    text = lines.first.inner_text()
    button = lines.first.get_by_role("button").last
    if any(not line.get_by_role("button").count() for line in lines.all()):
        return ["a line has no button to move it"]
    _look(form, "rememberRegions")
    element = button.element_handle()
    press(button)
    found = []
    if lines.first.inner_text() == text:
        found.append("the button does not move its line")
    if not element.evaluate("button => button === document.activeElement"):
        found.append("the focus does not stay on the button")
    return found + _look(form, "silentMoves")


def shows_focus(form: Locator) -> list[str]:
    """The focus has a ring of at least 2 px and 3:1, at every stop, before and after the answer."""
    return _at_every_stop(form, "ring")


def keeps_focus_uncovered(form: Locator) -> list[str]:
    """No bar lies over the focused control, even where it was beneath the bar before."""
    return _at_every_stop(form, "cover")


def at_every_stop(form: Locator) -> list[str]:
    """The focus can be seen and is not covered, and targets are large, at every stop of a form as it stands."""
    return [*_walk(form, "ring"), *_walk(form, "cover"), *_look(form, "smallTargets")]


def _at_every_stop(form: Locator, look: str) -> list[str]:
    found = _walk(form, look)
    _touch(form)
    _commit(form)
    return found + _walk(form, look)


def _walk(form: Locator, look: str) -> list[str]:
    """Look at every stop of Tab in the form; each has just been put at the top of the window, where bars are."""
    keyboard, found = form.page.keyboard, []
    _look(form, "startWalk")
    for _ in range(100):
        keyboard.press("Tab")
        if not _look(form, "noteStop"):
            break
    for stop in range(form.evaluate("form => form.stops.length")):
        _look(form, "beforeStop", stop)
        keyboard.press("Tab")
        form.page.evaluate(_PAINTED)
        found += _look(form, look, stop)
    return found


def has_large_targets(form: Locator) -> list[str]:
    """Options and buttons measure 44 px, every other target 24 px, before and after the answer."""
    found = _look(form, "smallTargets")
    _touch(form)
    _commit(form)
    return found + _look(form, "smallTargets")


def is_still(form: Locator) -> list[str]:
    """Whatever a page has put off for later, when its time comes nothing is said, graded or taken away."""
    page = form.page
    page.add_init_script(_HOLD_TIMERS)
    page.reload(wait_until="networkidle")
    _look(form, "noteChanges")
    page.evaluate("for (const call of [...window.later.values()]) call()")
    page.evaluate(_PAINTED)
    return form.evaluate("form => form.changes")


def needs_no_right_click(form: Locator) -> list[str]:
    """The right button of a mouse does what it does everywhere."""
    return _look(form, "takenContextMenus")


def fits_narrow_windows(form: Locator) -> list[str]:
    """At 320 px nothing has to be scrolled sideways."""
    form.page.set_viewport_size({"width": 320, "height": 640})
    return sideways_scroll(form)


def sideways_scroll(form: Locator) -> list[str]:
    """The page is no wider than its window."""
    return _look(form, "sidewaysScroll")


READING: tuple[Check, ...] = (
    has_group,
    has_native_controls,
    has_labels,
    has_unique_ids,
    has_whole_references,
    has_region_at_load,
    needs_no_right_click,
    fits_narrow_windows,
)
DOING: tuple[Check, ...] = (
    announces,
    moves_focus,
    grades_on_button_only,
    says_verdicts_in_words,
    orders_by_buttons,
    shows_focus,
    keeps_focus_uncovered,
    has_large_targets,
    is_still,
)


def run(form: Locator, checks: Iterable[Check]) -> dict[str, list[str]]:
    """Return what breaks the rules, check by check, loading the page anew for each; is_still must come last."""
    page, address = form.page, form.page.url
    found = {}
    for check in checks:
        found[check.__name__] = check(form)
        page.evaluate("localStorage.clear()")
        # From elsewhere, since an address with a fragment would not be loaded anew from itself.
        page.goto("about:blank")
        page.goto(address)
    return {name: broken for name, broken in found.items() if broken}
