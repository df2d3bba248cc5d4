# Bare `make` lists what there is to do. Needs only sh, python3.11 and python3.11-venv.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PY := .venv/bin/python
WORKERS ?= 2
PYTEST := $(PY) -m pytest -n $(WORKERS)
# What was compiled once is kept: each of some hundred processes would do it again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test test-unit test-spec test-web test-browser test-store
.PHONY: check format docs reference migration bench calibrate screenshots soak lock

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## open Myolog on this computer
	@scripts/venv run
	@.venv/bin/myolog serve $(ARGS)

# The parts that prove the core branch by branch run under coverage, which makes Python two to three
# times slower; the others need not.
COVERED := tests/unit tests/spec tests/docs
OF_STORE = $(shell grep -rlE "mark\.store" tests/integration tests/web)
ON_POSTGRES = MYOLOG_ZONE_TURN=2 $(PY) tests/with_postgres.py $(PYTEST) -m store $(OF_STORE)
test: ## run every test (installs Chromium and PostgreSQL when missing); ARGS=... for some
	@scripts/venv dev
	@scripts/system-packages
	@scripts/validators
ifdef ARGS
	$(PYTEST) $(ARGS)
else
	$(PYTEST) $(COVERED) --cov=
	MYOLOG_ZONE_TURN=1 $(PYTEST) tests $(COVERED:%=--ignore=%)
	$(ON_POSTGRES)
endif

test-unit: ## run the tests of one part at a time
	@scripts/venv dev
	$(PYTEST) tests/unit

test-spec: ## run what the guide says
	@scripts/venv dev
	$(PYTEST) tests/spec

test-web: ## run the tests of pages and API that need no browser
	@scripts/venv dev
	@scripts/validators
	$(PYTEST) tests/web --ignore=tests/web/browser

test-browser: ## run the tests in a real Chromium
	@scripts/venv dev
	@scripts/system-packages
	$(PYTEST) tests/web/browser

test-store: ## run the tests of the store, on SQLite and on PostgreSQL
	@scripts/venv dev
	@scripts/system-packages
	$(PYTEST) tests/integration
	$(ON_POSTGRES)

check: ## check format, lint, import contracts and types
	@scripts/venv dev
	.venv/bin/ruff format --check .
	.venv/bin/djlint src/myolog/web/templates --check --quiet
	.venv/bin/ruff check .
	.venv/bin/lint-imports
	@MYOLOG_DATA=.tmp/data .venv/bin/mypy

format: ## put the code in its format and sort its imports
	@scripts/venv dev
	.venv/bin/ruff check --fix-only --quiet .
	.venv/bin/ruff format .
	-.venv/bin/djlint src/myolog/web/templates --reformat --quiet

reference: ## write the generated pages of the manual anew
	@scripts/venv dev
	$(PY) -m docs.generate

migration: ## write the migration that a changed table or a new kind of entry needs
	@scripts/venv dev
	MYOLOG_DATA=.tmp/data $(PY) -m django makemigrations --settings myolog.web.settings.computer

docs: ## build the manual into docs/_build
	@scripts/venv dev
	$(PY) -m docs.generate --check
	$(PY) -m sphinx -W --keep-going -q -b html docs docs/_build/html
	@echo "Open docs/_build/html/index.html"

bench: ## measure start times
	@scripts/venv dev
	$(PY) -m bench

calibrate: ## measure on many invented people how often analyses are wrong; write it down
	@scripts/venv dev
	MYOLOG_CALIBRATION=full $(PYTEST) tests/calibration
	$(PY) -m tests.calibration.programme.page
	$(PY) -m tests.calibration.triggers.page

screenshots: ## take a picture of every page, and those of the README
	@scripts/venv dev
	@scripts/system-packages
	$(PYTEST) tests/web/browser/screenshots.py
	@echo "Open .tmp/screenshots"

soak: ## run what takes long: many kills, many examples
	@scripts/venv dev
	MYOLOG_SOAK=1 $(PYTEST) tests/soak tests/integration/test_one_check.py tests/unit/report \
		tests/web/test_api_schema.py tests/web/test_nights_when_clocks_change.py
	MYOLOG_EXAMPLES=many MYOLOG_STEPS=200000 $(PYTEST) tests/property

LOCK := .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --group build
lock: ## resolve the requirements anew and write their hashes
	@scripts/venv dev
	$(LOCK) --upgrade -o requirements/run.txt
	$(LOCK) --upgrade --group dev -c requirements/run.txt -o requirements/dev.txt
