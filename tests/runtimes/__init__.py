"""Runtimes: the checker in CPython, and in MicroPython and Pyodide under Node, behind one face.

A runtime takes the name of a function of `groupwork.checker.host` and its text, and returns its text.
An exception comes back as "error: " and its name, so that runtimes can be compared on it too.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from groupwork.checker import host

PROGRAM = Path(__file__).parent / "runtime.mjs"
LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Runtime = Callable[[str, str], str]


def written(value: object) -> str:
    """Write a value as `JSON.stringify` does: Unicode as it is, only lone surrogates escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def cpython(call: str, text: str) -> str:
    """Call the host's function in this process."""
    try:
        answer = getattr(host, call)(text)
    except Exception as error:
        return f"error: {type(error).__name__}"
    assert isinstance(answer, str)
    return answer


@contextmanager
def started(name: str) -> Iterator[Runtime]:
    """Start MicroPython or Pyodide under Node, and stop it at the end."""
    node = shutil.which("node")
    assert node, "the checker's tests need Node.js on PATH, and the packages of package.json (npm install)"
    process = subprocess.Popen(
        [node, str(PROGRAM), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    with process:
        assert process.stdin
        assert process.stdout
        sent, received = process.stdin, process.stdout
        assert json.loads(received.readline() or "{}") == {"ready": name}, f"{name} did not start under Node"

        def runtime(call: str, text: str) -> str:
            sent.write(json.dumps({"call": call, "text": text}) + "\n")
            sent.flush()
            answer = json.loads(received.readline())
            value = answer["value"] if "value" in answer else "error: " + answer["error"]
            assert isinstance(value, str)
            return value

        yield runtime
