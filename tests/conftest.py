"""Fixtures that several test modules share."""

from collections.abc import Iterator

import pytest

from .runtimes import Runtime, cpython, started


@pytest.fixture(scope="session")
def micropython() -> Iterator[Runtime]:
    with started("micropython") as runtime:
        yield runtime


@pytest.fixture(scope="session")
def pyodide() -> Iterator[Runtime]:
    with started("pyodide") as runtime:
        yield runtime


@pytest.fixture(params=["cpython", "micropython", "pyodide"])
def runtime(request: pytest.FixtureRequest) -> Runtime:
    """Each of the three runtimes in turn; the last two start once in a session."""
    return cpython if request.param == "cpython" else request.getfixturevalue(request.param)
