"""The checker keeps to the Python that CPython, MicroPython 1.27 and Pyodide read alike.

`faults` names what can be seen in the source; the tables of cases and the properties show the rest.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import groupwork.checker

SOURCES = sorted(Path(groupwork.checker.__file__).parent.glob("*.py"))
IMPORTS = {"json", "math", "re"}
# Missing in MicroPython, or blind beyond ASCII there.
METHODS = {
    *(
        "casefold",
        "removeprefix",
        "removesuffix",
        "translate",
        "maketrans",
        "fullmatch",
        "findall",
        "finditer",
    ),
    *("lower", "upper", "title", "swapcase", "capitalize", "strip", "lstrip", "rstrip", "islower", "isupper"),
    *("isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "isspace"),
}
# Other results in MicroPython: digits of floats, hashes, `nan` and `1_000` read as numbers.
CALLS = {"round", "repr", "float", "hash"}
TYPES = {"dict", "frozenset", "list", "set", "tuple", "type"}
MISSING = {"RecursionError", "ModuleNotFoundError", "UnicodeDecodeError", "UnicodeEncodeError"}
KEYWORDS = {"sort_keys", "indent", "ensure_ascii", "strict", "flags"}
REPEAT = re.compile(r"\{\d+,?\d*\}")


def import_faults(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (f"import {alias.name}" for alias in node.names if alias.name not in IMPORTS)
    if isinstance(node, ast.ImportFrom) and node.level != 1:
        yield f"from {'.' * node.level}{node.module} import"


def syntax_faults(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Match | ast.TypeAlias | ast.TryStar):
        yield type(node).__name__
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.type_params:
        yield "type parameters"
    if isinstance(node, ast.arguments) and node.posonlyargs:
        yield "positional-only"
    if isinstance(node, ast.Dict) and None in node.keys:
        yield "** in a dict display"
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        starred = [entry for entry in node.elts if isinstance(entry, ast.Starred)]
        yield from ("* in a display" for entry in starred if isinstance(entry.ctx, ast.Load))


def alias_faults(tree: ast.AST) -> Iterator[str]:
    """Name types that are subscripted where they are evaluated: MicroPython reads over annotations alone."""
    annotations = [
        part
        for node in ast.walk(tree)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None))
        if part is not None
    ]
    spared = {inner for part in annotations for inner in ast.walk(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node not in spared:
            yield from [f"{node.value.id}[]"] if node.value.id in TYPES else []


def name_faults(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and node.attr in METHODS:
        yield f".{node.attr}"
    if isinstance(node, ast.Attribute) and ast.unparse(node) in ("re.split", "json.dumps"):
        yield ast.unparse(node)
    if isinstance(node, ast.Name) and node.id in MISSING:
        yield node.id
    if isinstance(node, ast.keyword) and node.arg in KEYWORDS:
        yield f"{node.arg}="
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
        yield node.func.id
    if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
        patterns = [leaf.value for leaf in ast.walk(node) if isinstance(leaf, ast.Constant)]
        yield from (f"regex {text}" for text in patterns if isinstance(text, str) and REPEAT.search(text))


def faults(source: str) -> list[str]:
    """Name what a source uses that is missing or different in one of the runtimes."""
    checks = (import_faults, syntax_faults, name_faults)
    tree = ast.parse(source)
    return [fault for node in ast.walk(tree) for check in checks for fault in check(node)] + list(alias_faults(tree))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_module_of_the_checker_keeps_to_the_dialect(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import typing", "import typing"),
        ("import json, random", "import random"),
        ("from __future__ import annotations", "from __future__ import"),
        ("from dataclasses import dataclass", "from dataclasses import"),
        ("from groupwork.bank import model", "from groupwork.bank import"),
        ("from ..bank import model", "from ..bank import"),
        ("match x:\n  case 1: pass", "Match"),
        ("type Id = str", "TypeAlias"),
        ("def first[T](items: list[T]) -> T: ...", "type parameters"),
        ("def f(x, /): ...", "positional-only"),
        ("Ids = list[str]", "list[]"),
        ("y = {**x}", "** in a dict display"),
        ("y = [*x, 1]", "* in a display"),
        ("y = x.casefold()", ".casefold"),
        ("y = x.removeprefix('a')", ".removeprefix"),
        ("y = x.lower()", ".lower"),
        ("y = re.fullmatch('a', x)", ".fullmatch"),
        ("y = re.split(',', x)", "re.split"),
        ("y = re.match('a{2,3}', x)", "regex a{2,3}"),
        ("y = re.compile('[0-9]{4}')", "regex [0-9]{4}"),
        ("y = json.dumps(x)", "json.dumps"),
        ("y = f(x, sort_keys=True)", "sort_keys="),
        ("y = zip(a, b, strict=True)", "strict="),
        ("y = round(x, 4)", "round"),
        ("y = float(x)", "float"),
        ("try: f()\nexcept RecursionError: pass", "RecursionError"),
    ],
)
def test_the_guard_sees(source: str, fault: str) -> None:
    assert faults(source) == [fault]


@pytest.mark.parametrize(
    "source",
    [
        "from . import choice",
        "from .grades import problem",
        "def f(x: dict[str, object] | None = None, *, y: int = 0) -> list[str]: ...",
        "found: dict[str, list[int]] = {}",
        "first, *rest = items",
        "f(*items)",
        "y = f'{x:04d}'",
        "y = ' '.join(x.split())",
        "y = isinstance(x, float)",
    ],
)
def test_the_guard_lets_pass(source: str) -> None:
    assert faults(source) == []
