"""The door of the command line."""

from __future__ import annotations

import sys

import pytest

from groupwork import __main__


@pytest.mark.parametrize("package", __main__.NEEDED)
def test_without_the_packages_of_the_bank_one_sentence_says_what_to_install(
    package: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith("groupwork.") and name != "groupwork.__main__"]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)  # type: ignore[arg-type]  # as Python marks what cannot be imported
    assert __main__.main() == 2
    said = capsys.readouterr()
    assert said.err.endswith("which is not installed: pip install 'groupwork[bank]'\n")
    assert package in said.err
    assert "Traceback" not in said.err


def test_it_runs_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["groupwork", "check", "--explain", "GW001"])
    assert __main__.main() == 0
    assert "GW001" in capsys.readouterr().out
