"""What a browser says about a page behind its face: the console, errors, its policy, requests to other hosts."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, Request

_REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) => {
  window.reportViolation(`${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`);
});
"""
_OWN = ("data:", "blob:", "about:")


class Watch:
    """Collects problems of all pages in the contexts that it follows; `expect` lets those through that a test wants."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._expected: list[re.Pattern[str]] = []

    def follow(self, context: BrowserContext) -> None:
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.problems.append(f"error: {error.error}"))
        context.on("request", self._asked)
        context.expose_binding("reportViolation", lambda _, text: self.problems.append(f"policy: {text}"))
        context.add_init_script(_REPORT_VIOLATIONS)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text} ({message.location['url']})")

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.url, *_OWN)):
            self.problems.append(f"request to another host: {request.url}")

    def expect(self, pattern: str) -> None:
        """Let problems through that match; a pattern that matches none in the end is itself a problem."""
        self._expected.append(re.compile(pattern))

    def unexpected(self) -> list[str]:
        """Return the problems that nobody expected, and the expectations that nothing met."""
        loud = [problem for problem in self.problems if not any(one.search(problem) for one in self._expected)]
        unmet = [one.pattern for one in self._expected if not any(map(one.search, self.problems))]
        return loud + [f"expected and not seen: {pattern}" for pattern in unmet]
