"""The ways to run a notebook, on its page: here, in a file, in one's own Jupyter."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from groupwork.site import live_lab

_environment = Environment(loader=PackageLoader("groupwork.site", ""), autoescape=True, undefined=StrictUndefined)


def add(html: str, notebook: str, title: str, *, root: str, site: str) -> str:
    """Return a notebook's page with the panel below its title.

    `notebook` is the name of the file, `root` leads from the page to the root of the site, `site` is the address.
    """
    panel = _environment.get_template("live_panel.html.j2").render(
        lab=root + live_lab.address(notebook),
        megabytes=live_lab.MEGABYTES,
        notebook=notebook,
        title=title,
        wheel=site + live_lab.wheel(),
    )
    return html.replace("</h1>", f"</h1>\n{panel}", 1)
