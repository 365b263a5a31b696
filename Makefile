# Two commands do all the set-up: `make demo` serves, `make test` proves. Nothing is asked for but Python 3.11+ and make.

# The interpreter decides an eighth of a small request. Distributions and python.org build theirs with a profile; what
# pyenv and its like build from source mostly is not, and takes a third longer for the same code.
WELL_BUILT := import ensurepip, sys, sysconfig; profiled = "--enable-optimizations" in sysconfig.get_config_var("CONFIG_ARGS"); \
  sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13) and (profiled or sys.base_prefix == "/usr")))
PYTHON ?= $(shell for one in python3 /usr/bin/python3; do "$$one" -c '$(WELL_BUILT)' 2>/dev/null && echo "$$one" && exit; done; \
  echo python3)
VENV   ?= .venv
BIN    := $(VENV)/bin
NPM    := $(shell command -v npm 2>/dev/null)
ASSETS := graph/static/graphiql/stamp
WEB    := $(wildcard web/package.json web/package-lock.json web/build.mjs web/src/* web/atlas/*.json web/atlas/build.mjs)

.PHONY: help demo test lint types form bench format schema migration requirements assets tryassets browser clean
.DEFAULT_GOAL := help

help: ## every target in one line
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  \1|/' | awk -F'|' '{printf "  make %-14s%s\n", $$1, $$2}'

demo: ## install, start the embedded PostgreSQL, migrate, seed, serve on http://127.0.0.1:8000
	@$(MAKE) --silent --no-print-directory -j2 $(VENV)/installed tryassets
	@$(BIN)/hearth demo $(if $(PORT),--port $(PORT))

test: ## install and run static checks and the whole test suite
	@$(MAKE) --silent --no-print-directory -j2 $(VENV)/installed-dev $(if $(NPM),,$(VENV)/installed-node) tryassets browser
	@$(MAKE) --no-print-directory lint
	@$(BIN)/pytest

lint: $(VENV)/installed-dev ## static checks: ruff, mypy, import contracts
	@$(MAKE) --silent --no-print-directory -j2 --keep-going types form

types:
	@$(BIN)/mypy

form:
	@$(BIN)/ruff check --output-format concise .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/lint-imports --no-cache

bench: $(VENV)/installed-bench $(VENV)/installed-node ## measure side by side with peers; figures in .cache/bench/results.json
	@$(BIN)/python -m benchmarks $(BENCH)

format: $(VENV)/installed-dev ## put every file into ruff's form
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

schema: $(VENV)/installed ## write schema.graphql anew
	@$(BIN)/hearth schema > schema.graphql

migration: $(VENV)/installed ## write the migration of what entities say anew: make migration NAME="mentors" [TABLES="mentor"]
	@$(BIN)/python -m graph.database.migration_writer "$(NAME)" $(TABLES)

assets: $(ASSETS) ## GraphiQL's scripts and styles and the shapes of countries, from npm

tryassets:
	@$(MAKE) --silent --no-print-directory assets || echo "GraphiQL or the report's map is not built; everything else works without."

browser: ## Debian's Chromium for the browser test, where it can be installed
	@command -v chromium >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	  && apt-get update -qq >/dev/null 2>&1 && apt-get install -qq -y --no-install-recommends chromium >/dev/null 2>&1; } \
	  || echo "No Chromium here: the browser test will be skipped."

requirements: $(VENV)/installed-dev ## pin every dependency anew, with hashes and without addresses
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate pyproject.toml -o requirements.txt
	@for group in build node bench dev; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --group pyproject.toml:$$group -c requirements.txt -o requirements-$$group.txt; done

clean: ## forget the demonstration's data and everything installed
	@rm -rf $(VENV) .hearth .cache web/node_modules web/atlas/node_modules graph/static

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || { echo "Hearth needs Python 3.11 to 3.13: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: requirements.txt requirements-build.txt pyproject.toml | $(VENV)/python
	@echo "Installing for $$($(BIN)/python -V)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-build.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	@echo "Installing what the checks need…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(VENV)/installed-bench: $(VENV)/installed requirements-bench.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

$(VENV)/installed-node: requirements-node.txt $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.txt
	@touch $@

# With npm on the machine the assets need nothing of ours, and are built while pip works.
$(ASSETS): $(WEB) $(if $(NPM),,$(VENV)/installed-node)
	@echo "Building GraphiQL and the atlas…"
	@$(if $(NPM),$(PYTHON),$(BIN)/python) -m graph.graphiql.assets
	@touch $@
