"""Figures that a reader explores by moving controls, and what stands in for them on a page without a kernel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets
from IPython.display import HTML

from groupwork.widgets.place import is_static

Choices = Sequence[tuple[str, Any]]


def explore(
    draw: Callable[..., str], *, still: Callable[[], str], start: Mapping[str, Any] | None = None, **controls: Choices
) -> Any:
    """Show what `draw` makes of its arguments, with one slider for each.

    `draw` takes one keyword per control and returns HTML; a control is a list of (label, value) pairs.
    A control stands first at its value in `start`, or at its first pair.
    On the static site the HTML of `still()` appears instead, without any control: it must say the same at one glance.
    """
    if is_static():
        return HTML(still())
    first = {name: choices[0][1] for name, choices in controls.items()} | dict(start or {})
    sliders = {
        name: ipywidgets.SelectionSlider(
            options=list(choices), value=first[name], description=name.replace("_", " ").capitalize()
        )
        for name, choices in controls.items()
    }
    figure = ipywidgets.HTML()

    def redraw(_: Any = None) -> None:
        figure.value = draw(**{name: slider.value for name, slider in sliders.items()})

    for slider in sliders.values():
        slider.observe(redraw, names="value")
    redraw()
    return ipywidgets.VBox([*sliders.values(), figure])
