"""What a wheel holds besides the sources: the bank, compiled, and the script and style of the widgets."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WIDGET = ("widget.js", "widget.css")


class WheelHook(BuildHookInterface[Any]):
    """Adds files that are made, not stored; an editable install reads the checkout and needs none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the bank and name what is to be included."""
        if version == "editable":
            return
        root = Path(self.root)
        dist = root / "src" / "groupwork" / "web" / "dist"
        if missing := [name for name in WIDGET if not (dist / name).is_file()]:
            raise FileNotFoundError(f"{dist} lacks {', '.join(missing)}: run `npm ci` and `npm run build`")
        sys.path.insert(0, str(root / "src"))
        from groupwork.bank import load  # noqa: PLC0415 – found on the path of the line above
        from groupwork.bank.compiled import write  # noqa: PLC0415

        compiled = root / ".cache" / "compiled.json"
        compiled.parent.mkdir(exist_ok=True)
        compiled.write_text(write(load(root)), encoding="utf-8")
        build_data["force_include"] |= {
            str(compiled): "groupwork/bank/compiled.json",
            **{str(dist / name): f"groupwork/web/dist/{name}" for name in WIDGET},
        }
