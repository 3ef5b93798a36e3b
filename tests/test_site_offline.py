"""The list of what a device keeps of the course."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from groupwork.site import offline


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "index.html": "home",
        "404.html": "missing",
        "a b/index.html": "a page",
        "assets/x.js": "x",
        "assets/x.js.map": "map",
        "assets/javascripts/lunr/wordcut.js": "another language",
        "assets/groupwork/offline.json": "of an earlier build",
        "lab/index.html": "a lab",
        "sitemap.xml": "<urlset/>",
        "sitemap.xml.gz": "packed",
        "sw.js": "of an earlier build",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_page_and_part_is_kept_and_nothing_else(site: Path) -> None:
    assert set(offline.files(site)) == {"", "404.html", "a%20b/", "assets/x.js", "sitemap.xml"}


def test_a_file_over_the_stated_size_is_not_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "film.webm").write_bytes(b"x" * 200)
    assert "film.webm" in offline.files(site)
    monkeypatch.setattr(offline, "LARGEST", 100)
    assert "film.webm" not in offline.files(site)


def test_hashes_are_those_that_browsers_check() -> None:
    # Example of the Subresource Integrity specification (3.1).
    listed = offline.course({"x.js": b"alert('Hello, world.');"})
    assert listed["files"] == {"x.js": "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="}


def test_the_same_files_give_the_same_worker_and_a_changed_one_another(site: Path) -> None:
    workers = []
    for text in ("home", "home", "home, changed"):
        (site / "index.html").write_text(text, encoding="utf-8")
        offline.write(site)
        workers.append((site / "sw.js").read_text(encoding="utf-8"))
    assert workers[0] == workers[1] != workers[2]


def test_the_page_learns_how_much_there_is_to_keep(site: Path) -> None:
    offline.write(site)
    size = json.loads((site / "assets/groupwork/offline.json").read_text(encoding="utf-8"))
    assert size == {"files": 5, "bytes": sum(map(len, offline.files(site).values()))}


def test_while_the_course_is_edited_nothing_is_kept_and_an_older_worker_leaves(site: Path) -> None:
    offline.write(site, serving=True)
    worker = (site / "sw.js").read_text(encoding="utf-8")
    assert "unregister" in worker
    assert "fetch" not in worker
    assert json.loads((site / "assets/groupwork/offline.json").read_text(encoding="utf-8"))["files"] == 0


def test_the_worker_asks_for_copies_by_the_name_that_the_farewell_removes() -> None:
    source = (Path(offline.__file__).parents[1] / "web" / "copy.js").read_text(encoding="utf-8")
    assert '"groupwork-course:"' in source
    assert '"groupwork-course:"' in offline._FAREWELL
