"""Rows: what was measured, what it should be, and the table that says so."""

import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """One measured value; `target` is empty and `met` None where none is set, `spread` says how sure the value is."""

    name: str
    value: float
    unit: str
    target: str = ""
    met: bool | None = None
    spread: str = ""


@dataclass
class Section:
    """What one module of the benchmark found: rows for the table, and lines of detail to read below it."""

    title: str
    rows: list[Row] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def at_most(limit: float, unit: str) -> Callable[[float], tuple[str, bool]]:
    """Return a target that small values meet."""
    return lambda value: (f"≤ {number(limit)} {unit}".rstrip(), value <= limit)


def at_least(limit: float, unit: str) -> Callable[[float], tuple[str, bool]]:
    """Return a target that large values meet."""
    return lambda value: (f"≥ {number(limit)} {unit}".rstrip(), value >= limit)


def row(
    name: str, value: float, unit: str, target: Callable[[float], tuple[str, bool]] | None = None, spread: str = ""
) -> Row:
    """Make a row and hold its value against the target."""
    text, met = target(value) if target else ("", None)
    return Row(name, value, unit, text, met, spread)


def median_row(
    name: str, values: Sequence[float], unit: str, target: Callable[[float], tuple[str, bool]] | None = None
) -> Row:
    """Make a row of the median; the spread gives the extremes and how often it was measured."""
    spread = f"{number(min(values))}–{number(max(values))}, n = {len(values)}"
    return row(name, statistics.median(values), unit, target, spread)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def number(value: float) -> str:
    """Write a number with three figures at most behind a small whole part, and none behind a large one."""
    if value == int(value):
        return f"{int(value):,}"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}" if abs(value) >= 1 else f"{value:.3f}"


HEADINGS = ("measure", "measured", "min–max", "target", "")


def table(sections: Iterable[Section]) -> str:
    """Return all rows as one aligned table, grouped by section."""
    blocks = [(section.title, [_cells(entry) for entry in section.rows]) for section in sections]
    lines = [HEADINGS, *(cells for _, block in blocks for cells in block)]
    widths = [max(len(cells[column]) for cells in lines) for column in range(len(HEADINGS))]
    written = [_line(HEADINGS, widths)]
    for title, block in blocks:
        written += ["", f"── {title} ".ljust(sum(widths) + 2 * (len(widths) - 1), "─")]
        written += [_line(cells, widths) for cells in block]
    return "\n".join(written)


def _cells(entry: Row) -> tuple[str, ...]:
    met = {None: "", True: "met", False: "NOT MET"}[entry.met]
    return entry.name, f"{number(entry.value)} {entry.unit}".rstrip(), entry.spread, entry.target, met


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    name, value, *rest = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join([name, value.strip().rjust(widths[1]), *rest]).rstrip()
