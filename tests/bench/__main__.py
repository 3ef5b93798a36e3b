"""`python tests/bench`: puts the project on the path, and runs."""

import sys
from pathlib import Path

if __name__ == "__main__":
    # In place of this folder, whose modules are `tests.bench.…` and must not shadow anything.
    sys.path[0] = str(Path(__file__).parents[2])
    from tests.bench.run import main

    sys.exit(main())
