"""How deep a host's text may nest; its bytes are held by the table `cases/host.json`."""

import pytest

from groupwork.checker.host import is_deep


@pytest.mark.parametrize(
    ("name", "text", "deep"),
    [
        ("a thousand levels are not deep", "[" * 1000, False),
        ("a thousand and one are", "[" * 1001, True),
        ("levels of both kinds add up", '{"a":[' * 501, True),
        ("levels that were closed do not count", "[]{}" * 1001, False),
        ("brackets in a text do not count", '"' + "[" * 1001 + '"', False),
        ("an escaped quote does not end a text", '"\\"' + "[" * 1001 + '"', False),
        ("an escaped backslash before a quote does not keep the text open", '"\\\\"' + "[" * 1001, True),
        ("closing brackets in a text do not count", '["]",' * 1001, True),
    ],
)
def test_depth_is_seen_outside_texts(name: str, text: str, deep: bool) -> None:
    assert is_deep(text) is deep, name
