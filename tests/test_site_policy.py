"""The Content-Security-Policy and the check of links in the built site."""

from __future__ import annotations

from pathlib import Path

from groupwork.site.links import dead_links
from groupwork.site.policy import apply, inline_scripts, policy

PAGE = '<html><head><meta charset="utf-8"></head><body>{}</body></html>'


def test_every_page_allows_the_inline_scripts_of_all_pages(tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE.format("<script>one()</script>"), encoding="utf-8")
    (tmp_path / "two.html").write_text(PAGE.format("<script>two()</script>"), encoding="utf-8")
    apply(tmp_path)
    policies = {path.read_text(encoding="utf-8").split('content="')[1].split('"')[0] for path in tmp_path.iterdir()}
    assert len(policies) == 1
    assert policies.pop().count("sha256-") == 2


def test_the_hash_is_the_one_that_browsers_compute() -> None:
    # Example of the CSP specification (level 3, 2.3.1): alert('Hello, world.');
    assert "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='" in policy({"alert('Hello, world.');"})


def test_data_and_files_are_not_inline_scripts() -> None:
    html = '<script type="application/json">{}</script><script src="x.js"></script><script> </script>'
    assert inline_scripts(html) == set()


def test_the_policy_of_the_built_site_never_allows_scripts_wholesale() -> None:
    assert "unsafe-inline" not in policy({"x()"})
    assert "unsafe-eval" not in policy({"x()"}).replace("wasm-unsafe-eval", "")


def test_links_to_missing_pages_and_anchors_are_found_and_others_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/">x</a><a href="a/#here">x</a><a href="a/#gone">x</a><a href="b/">x</a>'
        '<a href="#top" id="top">x</a><a href="https://example.org/none">x</a>',
        encoding="utf-8",
    )
    (tmp_path / "a" / "index.html").write_text('<h2 id="here">x</h2>', encoding="utf-8")
    assert dead_links(tmp_path) == ["index.html: a/#gone", "index.html: b/"]
