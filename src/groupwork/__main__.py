"""The door of the command line: where the packages that read a bank are missing, it says what to install."""

from __future__ import annotations

import sys
from importlib import import_module

NEEDED = ("pybtex", "pydantic", "yaml")
"""What the extra `bank` installs, by the names under which it is imported."""


def main() -> int:
    """Run the command line and return its exit status."""
    try:
        cli = import_module("groupwork.cli")
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in NEEDED:
            raise
        print(
            f"groupwork: the commands need the package {error.name}, which is not installed: "
            "pip install 'groupwork[bank]'",
            file=sys.stderr,
        )
        return 2
    return int(cli.main())


if __name__ == "__main__":
    sys.exit(main())
