"""MkDocs's events, each handed on to the module that does the work."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from groupwork.bank import BankError
from groupwork.lint import prose
from groupwork.lint.reading import minutes, prose_of
from groupwork.render import STATIC
from groupwork.site import assets, desk, exam, live_lab, live_panel, offline, policy, preview
from groupwork.site.context import Course, SiteError
from groupwork.site.links import dead_links

_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)
_CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
_LEFTOVER = re.compile(r"^(?:<p>)?/{3,}.*", re.MULTILINE)


class _Build:
    """What the events of one build share."""

    serving = False
    live = False
    course: Course
    nav: Navigation
    files: Files


def on_startup(*, command: str, dirty: bool) -> None:
    _Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the bank once a build and hand it to the Markdown extension and the notebooks' kernels."""
    root = Path(config.config_file_path).parent
    _Build.course = course = Course(root)
    try:
        course.bank  # noqa: B018 – loading here gives one clear error before any page is rendered
    except BankError as error:
        raise PluginError(f"The question bank does not load:\n{error}") from error
    config.markdown_extensions.append("groupwork.site.markdown")
    config.mdx_configs["groupwork.site.markdown"] = {"course": course}
    _Build.live = _Build.serving or live_lab.cached(root) is not None
    os.environ[STATIC] = "1"
    os.environ["IPYTHONDIR"] = str(_kernel_settings(root))
    return config


def _kernel_settings(root: Path) -> Path:
    """Return a folder of IPython settings for the kernels that run the notebooks.

    The author's own settings must not change the pages, and the kernel's notice about its local connection is not
    the reader's business.
    """
    folder = root / ".cache" / "ipython"
    profile = folder / "profile_default"
    profile.mkdir(parents=True, exist_ok=True)
    settings = 'c = get_config()  # noqa: F821\nc.IPKernelApp.log_level = "ERROR"\n'
    (profile / "ipython_kernel_config.py").write_text(settings, encoding="utf-8")
    return folder


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    _Build.nav, _Build.files = nav, files
    return nav


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    for path, content in assets.collect(_Build.course.bank).items():
        files.append(File.generated(config, path, content=content))
    if file := os.environ.get(preview.PREVIEW):
        files.append(File.generated(config, preview.PAGE, content=preview.page(_Build.course.bank, file)))
    return files


def _open(page: File, files: Files) -> None:
    """Let the course render for a page, with addresses relative to it."""

    def address(target: str) -> str:
        path, _, anchor = target.partition("#")
        file = files.get_file_from_path(path)
        if file is None:
            raise _Build.course.fail(f"no page docs/{path} to link to")
        url = file.url_relative_to(page)
        return f"{url}#{anchor}" if anchor else url

    _Build.course.open(page.src_uri, address)


@event_priority(50)
def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    _open(page.file, files)
    if page.file.src_uri.endswith(".md"):
        page.meta["words"] = prose.count(prose_of(markdown))
    # The converter of notebooks ends a page with a style sheet of its own; the site's style covers it.
    return _STYLE.sub("", markdown)


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    if left := _LEFTOVER.search(_CODE.sub("", html)):
        raise PluginError(
            f"docs/{page.file.src_uri}: a block was not understood near “{left[0]}”: "
            "check its name, its options (indented by four spaces, directly below) and its closing ///"
        )
    course = _Build.course
    page.meta["forms"] = forms = desk.forms(html)
    page.meta["unscored"] = desk.unscored(html)
    if held := desk.held_out(course.bank, forms):
        raise PluginError(f"docs/{page.file.src_uri}: {', '.join(held)} is held out for exam practice: ask another one")
    if course.module and forms:
        page.meta["module"] = course.module
        if "words" in page.meta:
            scenarios = sum(course.bank.scenario(name).minutes for name in course.scenarios_shown)
            page.meta["minutes"] = minutes(page.meta["words"], len(forms)) + scenarios
    if _Build.live and page.file.src_uri.endswith(".ipynb"):
        # A notebook's page stands in a folder of its own name, beside the file.
        name, depth = page.file.src_uri.rpartition("/")[2], page.url.count("/")
        html = live_panel.add(html, name, page.title or "", root="../" * depth, site=config.site_url or "")
    return html


def on_post_build(*, config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    (site / assets.FOLDER / "pages.json").write_text(_pages(), encoding="utf-8")
    (site / desk.OUTLINE).write_text(_outline(), encoding="utf-8")
    fragments = _exam(site)
    policy.apply(site, serving=_Build.serving)
    live_lab.put(Path(config.config_file_path).parent, site, serving=_Build.serving)
    dead = dead_links(site, fragments)
    if dead and config.strict:
        raise PluginError("Links that lead nowhere:\n" + "\n".join(dead))
    offline.write(site, serving=_Build.serving)


def _exam(site: Path) -> dict[Path, str]:
    """Write what exam practice fetches; return its questions as they stand once they are in their page."""
    page = _Build.files.get_file_from_path(exam.PAGE)
    if page is None or _Build.course.bank.exam is None:
        return {}
    _open(page, _Build.files)
    (site / exam.INDEX).write_text(exam.index(_Build.course, _titles()), encoding="utf-8")
    found = dict(exam.fragments(_Build.course))
    for path, html in found.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(json.dumps({"html": html}, ensure_ascii=False), encoding="utf-8")
    return {site / page.dest_uri: "".join(found.values())}


def _titles() -> dict[str, dict[str, str]]:
    return {page.file.src_uri: {"url": page.url, "title": str(page.title)} for page in _Build.nav.pages}


def _pages() -> str:
    """Return the pages of the modules that ask something, in order, as the page's script reads them."""
    asking = [
        {
            "module": page.meta["module"].id,
            "url": page.url,
            "title": page.title,
            "questions": list(page.meta["forms"]),
        }
        for page in _Build.nav.pages
        if "module" in page.meta
    ]
    return json.dumps(asking, ensure_ascii=False)


def _outline() -> str:
    """Return the outline of the course for the reader's desk."""
    pages = {
        page.file.src_uri: {
            "url": page.url,
            "title": page.title,
            "forms": page.meta["forms"] if "module" in page.meta else {},
            "unscored": page.meta["unscored"],
        }
        for page in _Build.nav.pages
    }
    return desk.outline(_Build.course.bank, pages)


def on_build_error(*, error: Exception) -> None:
    if isinstance(error, SiteError):
        raise PluginError(str(error)) from error
