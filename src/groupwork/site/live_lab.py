"""The notebooks live in the browser, at /lab/: the base that live_base makes, our wheel, and every notebook.

`python -m groupwork.site.live_lab` makes what the site's build then only copies. It is made again if a notebook, the
bank or our code changes, in seconds and without a network; a lesson changes nothing in it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

from groupwork.bank import load
from groupwork.site import live_base, policy
from groupwork.site.links import LAB
from groupwork.site.live_notebooks import readable

MEGABYTES = 13
"""What a first visit loads, compressed; the benchmark holds it."""

_DIST = "src/groupwork/web/dist"
_MADE_FROM = (
    "pyproject.toml",
    "tools/wheel.py",
    "docs/*.yml",
    "docs/*.bib",
    "quizzes/**/*.yml",
    "notebooks/*.ipynb",
    "src/groupwork/**/*.py",
    "src/groupwork/**/*.html",
    f"{_DIST}/widget.*",
    f"{_DIST}/lab.js",
)
_CURRENT = "current"
_making: list[subprocess.Popen[bytes]] = []
_DATED: dict[str, Any] = {"created": "1980-01-01T00:00:00Z", "last_modified": "1980-01-01T00:00:00Z", "writable": True}


def address(notebook: str) -> str:
    """Return where a notebook is live, from the root of the site."""
    return f"{LAB}/notebooks/index.html?path={notebook}"


def wheel() -> str:
    """Return where the wheel is for those who have a Jupyter of their own, from the root of the site."""
    return f"{LAB}/groupwork-{version('groupwork')}-py3-none-any.whl"


def key(root: Path) -> str:
    """Return a name that changes with everything that the lab is made from."""
    digest = hashlib.sha256(live_base.key(root).encode())
    for path in sorted({path for pattern in _MADE_FROM for path in root.glob(pattern)}):
        digest.update(f"{path.relative_to(root)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def cached(root: Path) -> Path | None:
    """Return the folder with the lab as the checkout has it now, or None if it is still to be made."""
    found = _place(root, f"lab-{key(root)}")
    return found if found.is_dir() else None


def make(root: Path) -> Path:
    """Return the folder with the lab, made if need be; older ones are removed."""
    base = _place(root, f"base-{live_base.key(root)}")
    lab = _place(root, f"lab-{key(root)}")
    if not base.is_dir():
        live_base.build(root, base)
    if not lab.is_dir():
        half = lab.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        shutil.copytree(base, half)
        _add_wheel(root, half)
        _add_notebooks(root, half)
        _finish(root, half)
        half.rename(lab)
    current = _place(root, _CURRENT)
    current.unlink(missing_ok=True)
    current.symlink_to(lab.name, target_is_directory=True)
    for old in lab.parent.iterdir():
        if old not in (base, lab, current):
            shutil.rmtree(old, ignore_errors=True)
    return lab


def put(root: Path, site: Path, *, serving: bool) -> None:
    """Put the lab into a built site if it is there; while serving, it appears there as soon as it is made."""
    place, lab = site / LAB, cached(root)
    if not serving:
        if lab:
            shutil.copytree(lab, place, dirs_exist_ok=True)
        return
    if not place.is_symlink():
        place.symlink_to(_place(root, _CURRENT), target_is_directory=True)
    if not lab and all(process.poll() is not None for process in _making):
        _making.append(subprocess.Popen([sys.executable, "-m", "groupwork.site.live_lab"], cwd=root))


def _place(root: Path, name: str) -> Path:
    return root / ".cache" / "live-lab" / name


def _add_wheel(root: Path, lab: Path) -> None:
    """Build the wheel and enter it in the list from which Python in the browser installs what is imported."""
    made = lab / "static" / "groupwork"
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(made)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (built,) = made.glob("*.whl")
    digest = hashlib.sha256(built.read_bytes()).hexdigest()
    # A new wheel has a new address: a browser must not take an old one out of its cache.
    folder = made / digest[:12]
    folder.mkdir()
    shutil.copy(built, lab)
    built.rename(folder / built.name)
    path = lab / live_base.LOCK
    lock = json.loads(path.read_text(encoding="utf-8"))
    lock["packages"]["groupwork"] = {
        **lock["packages"]["anywidget"],
        "name": "groupwork",
        "version": built.name.split("-")[1],
        "file_name": f"../../static/groupwork/{folder.name}/{built.name}",
        "sha256": digest,
        "imports": ["groupwork"],
        "depends": ["anywidget", "ipywidgets", "jinja2"],
    }
    path.write_text(json.dumps(lock), encoding="utf-8")
    settings = lab / "jupyter-lite.json"
    config = json.loads(settings.read_text(encoding="utf-8"))
    options = config["jupyter-config-data"]["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    options["loadPyodideOptions"]["lockFileURL"] += f"?{folder.name}"
    options["loadPyodideOptions"]["packages"].append("groupwork")
    settings.write_text(json.dumps(config), encoding="utf-8")


def _add_notebooks(root: Path, lab: Path) -> None:
    bank = load(root)
    files, listed = lab / "files", []
    files.mkdir()
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        notebook = readable(json.loads(path.read_text(encoding="utf-8")), bank)
        content = json.dumps(notebook, ensure_ascii=False)
        (files / path.name).write_text(content, encoding="utf-8")
        own = {"name": path.name, "path": path.name, "size": len(content.encode()), "type": "notebook"}
        listed.append({**_DATED, **own, "content": None, "format": None, "mimetype": None})
    everything = {**_DATED, "name": "", "path": "", "type": "directory", "format": "json", "content": listed}
    contents = lab / "api" / "contents"
    contents.mkdir(parents=True, exist_ok=True)
    (contents / "all.json").write_text(json.dumps(everything, ensure_ascii=False), encoding="utf-8")


def _finish(root: Path, lab: Path) -> None:
    """Put our script and the policy into the applications' pages."""
    shutil.copy(root / _DIST / "lab.js", lab / "groupwork.js")
    for page in lab.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        script = '<script type="module" src="../groupwork.js"></script>' if page.parent.name == "notebooks" else ""
        before, tag, after = html.partition("<head>")
        own = f'<meta charset="utf-8">{policy.meta(policy.lab_policy(policy.inline_scripts(html)))}{script}'
        page.write_text(before + tag + own + after, encoding="utf-8")


if __name__ == "__main__":
    make(Path.cwd())
