"""The part of the live lab that others have written: JupyterLite and Python for the browser, all of it on our own site.

It is made once for each set of versions, from packages that the project installs; only this step needs a network.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from base64 import urlsafe_b64encode
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

APPS = ("notebooks", "repl")
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "static/pyodide-lock/pyodide-lock.json"
PACKAGES = ("jupyterlite-core", "jupyterlite-pyodide-kernel", "pyodide-lock", "ipywidgets", "anywidget", "jinja2")
EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@jupyterlite/pyodide-kernel-extension", "anywidget")

NOT_NEEDED = ("jupyterlab-widgets", "widgetsnbextension")
"""What ipywidgets requires for a server's sake."""

_SILENT = (
    # Asks before leaving whenever a cell has run; lab.js asks if something was written.
    "@jupyter-notebook/application-extension:dirty",
    # Would put a worker into the reader's browser that stays there; nothing in a lab reads files.
    "@jupyterlite/application-extension:service-worker-manager",
)
_UNUSED = ("doc", "files", "lab", "package.json", "service-worker.js", "build/service-worker.js")

_CONFIG: dict[str, Any] = {
    "LiteBuildConfig": {
        "apps": APPS,
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "ignore_sys_prefix": ["federated_extensions"],
    },
}
_SETTINGS: dict[str, Any] = {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
        "appName": "Live lab",
        # Where /lab/ itself leads.
        "appUrl": "./repl",
        # A copy that a browser keeps would hide later versions of a notebook.
        "enableMemoryStorage": True,
        **{f"{kind}StorageDrivers": ["memoryStorageDriver"] for kind in ("contents", "settings", "workspaces")},
        "contentsAllJsonFile": "all.json",
        "exposeAppInBrowser": True,
        "disabledExtensions": _SILENT,
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": {"disablePyPIFallback": True}},
    },
}
_OVERRIDES = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}


def key(root: Path) -> str:
    """Return a name that changes with everything that the base is made from."""
    pyodide = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    made_from = [
        pyodide["packages"]["node_modules/pyodide"]["version"],
        *(f"{name} {version(name)}" for name in (*PACKAGES, "markupsafe")),
        Path(__file__).read_text(encoding="utf-8"),
    ]
    return hashlib.sha256("\n".join(made_from).encode()).hexdigest()[:12]


def build(root: Path, target: Path) -> None:
    """Make the base in the folder `target`, which must not exist."""
    work = target.with_suffix(".work")
    shutil.rmtree(work, ignore_errors=True)
    core = work / "static" / "pyodide"
    core.mkdir(parents=True)
    for name in CORE:
        shutil.copy(root / "node_modules" / "pyodide" / name, core)
    lock = json.loads((root / "node_modules" / "pyodide" / "pyodide-lock.json").read_text(encoding="utf-8"))
    # The packages that this list names are on another host; ours are found by the lock addon.
    (core / "pyodide-lock.json").write_text(json.dumps({**lock, "packages": {}}), encoding="utf-8")
    extensions = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
    config = {
        "LiteBuildConfig": {
            **_CONFIG["LiteBuildConfig"],
            "federated_extensions": [str(extensions / name) for name in EXTENSIONS],
            "output_dir": str(work / "out"),
            "cache_dir": str(work / "cache"),
        },
        "PyodideLockAddon": {
            "enabled": True,
            "specs": [f"{name}=={version(name)}" for name in ("ipywidgets", "anywidget", "jinja2")] + ["micropip"],
            "wheels": [str(_pure("markupsafe", work)), str(_empty("jedi", work))],
            "excludes_extra": NOT_NEEDED,
        },
    }
    (work / "jupyter_lite_config.json").write_text(json.dumps(config), encoding="utf-8")
    (work / "jupyter-lite.json").write_text(json.dumps(_SETTINGS), encoding="utf-8")
    (work / "overrides.json").write_text(json.dumps(_OVERRIDES), encoding="utf-8")
    _run([sys.executable, "-m", "jupyterlite_core.app", "build"], work)
    for name in (*_UNUSED, *(path.name for path in (work / "out").glob("rspack.*"))):
        path = work / "out" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    (work / "out").rename(target)
    shutil.rmtree(work)


def _pure(name: str, folder: Path) -> Path:
    """Return a wheel of an installed package without its compiled parts, for which the package has a substitute.

    MarkupSafe publishes none that a browser's Python could take.
    """
    package = distribution(name)
    files = [path for path in package.files or () if path.suffix == ".py" and path.parts[0] == name]
    contents = {path.as_posix(): Path(str(path.locate())).read_bytes() for path in files}
    return _wheel(name, package.version, contents, folder)


def _empty(name: str, folder: Path) -> Path:
    """Return a wheel with nothing in it.

    The kernel insists on Jedi, 5 MB for completing names; IPython completes them by itself where it finds no Jedi.
    """
    return _wheel(name, "0.19.999", {}, folder)


def _wheel(name: str, number: str, contents: dict[str, bytes], folder: Path) -> Path:
    info = f"{name}-{number}.dist-info"
    contents = {
        **contents,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {number}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: groupwork\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{path},sha256={_digest(content)},{len(content)}" for path, content in contents.items()]
    contents[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,", ""]).encode()
    wheel = folder / f"{name}-{number}-py3-none-any.whl"
    with ZipFile(wheel, "w", ZIP_DEFLATED) as archive:
        for path, content in sorted(contents.items()):
            archive.writestr(ZipInfo(path), content, ZIP_DEFLATED)
    return wheel


def _digest(content: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def _run(command: list[str], folder: Path) -> None:
    # uv stands beside the interpreter; an interpreter of its own choosing is nothing it should fetch.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = os.environ | {"PATH": path, "UV_PYTHON_DOWNLOADS": "never"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"JupyterLite could not be built:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
