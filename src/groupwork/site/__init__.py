"""The static site: Markdown blocks for lessons, and the only code that knows MkDocs."""
