"""One file's questions on a page of their own, drafts included, rebuilt as the file is edited."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from groupwork.bank import Bank

PREVIEW = "GROUPWORK_PREVIEW"
"""Environment variable that names the file to preview, relative to the folder of the course."""

RUN_NOTEBOOKS = "GROUPWORK_RUN_NOTEBOOKS"
"""Environment variable that mkdocs.yml reads: a preview is quicker without them."""

PAGE = "preview.md"


def page(bank: Bank, file: str) -> str:
    """Return the Markdown page with the questions of a file, in its order."""
    names = [name for name in bank.questions if bank.place(name)[0] == file]
    blocks = [f"## {name} ({bank.question(name).status})\n\n/// question | {name}\n///" for name in names]
    return "\n\n".join([f"# {file}", *blocks]) + "\n"


def serve(root: Path, file: str, port: int) -> int:
    """Serve the site with the preview at /preview/ until it is stopped; return the server's exit status."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    settings = {PREVIEW: file, RUN_NOTEBOOKS: "false", "NO_MKDOCS_2_WARNING": "1"}
    try:
        return subprocess.run(command, cwd=root, env={**os.environ, **settings}, check=False).returncode
    except KeyboardInterrupt:
        return 0
