# One task runner. `make serve` and `make test` do all the set-up they need; nothing else is required.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3.11
PORT ?= 8080
UV_VERSION := 0.13.9
BIN := .venv/bin
DONE := var/setup
export PYTHONUNBUFFERED := 1
export UV_NO_PROGRESS := 1
# Nearly half of what the first text or film of a process costs is translating Python: it is kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help serve test lint format bench lock setup steps system-serve system-test clean

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 10

serve: setup ## set everything up and serve the demo city on http://localhost:8080
	@exec $(BIN)/a11y serve --port $(PORT)

test: setup system-test ## set everything up, check style, types and arrows, run all tests
	@$(BIN)/ruff check . && $(BIN)/ruff format --check -q .
	@$(BIN)/mypy
	@$(BIN)/lint-imports | tail -n 3
	@$(BIN)/pytest -q

lint: $(DONE)/python ## ruff, mypy --strict, import-linter
	@$(BIN)/ruff check . && $(BIN)/ruff format --check -q . && $(BIN)/mypy && $(BIN)/lint-imports

format: $(DONE)/python ## write the house style
	@$(BIN)/ruff check -q --fix . ; $(BIN)/ruff format -q .

lock: $(DONE)/venv ## resolve pyproject.toml anew into requirements.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --group dev \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header pyproject.toml -o requirements.lock

clean: ## remove everything set-up and running have produced
	rm -rf .venv var site_theme/node_modules site_theme/dist a11y/audit/node_modules

# ------------------------------------------------------------------ set-up, each step once

setup: system-serve
	@$(MAKE) --no-print-directory -j2 steps

steps: $(DONE)/python $(DONE)/node $(DONE)/signer $(DONE)/body $(DONE)/language $(DONE)/loops $(DONE)/content

system-serve:
	@scripts/packages.sh serve

system-test:
	@scripts/packages.sh test

$(DONE)/venv:
	@mkdir -p $(DONE)
	@echo "[1/7] Python environment"
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is missing: sudo apt-get install python3.11 python3.11-venv, or call make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "venv failed: sudo apt-get install python3.11-venv" >&2; exit 1; }
	@$(BIN)/pip install -q --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

$(DONE)/python: $(DONE)/venv requirements.lock pyproject.toml
	@echo "[2/7] Python packages from requirements.lock (about 1.6 GB on disk; a few minutes the first time)"
	@$(BIN)/uv pip sync -q --require-hashes requirements.lock
	@$(BIN)/uv pip install -q uv==$(UV_VERSION)
	@$(BIN)/uv pip install -q --no-deps -e .
	@touch $@

$(DONE)/node: site_theme/package-lock.json a11y/audit/package-lock.json
	@echo "[3/7] browser assets (npm ci)"
	@command -v npm >/dev/null || { echo "Node 20 with npm is missing: see https://nodejs.org or apt-get install npm" >&2; exit 1; }
	@npm ci --silent --no-audit --no-fund --prefix site_theme
	@npm ci --silent --no-audit --no-fund --ignore-scripts --prefix a11y/audit
	@mkdir -p $(DONE) && touch $@

$(DONE)/signer: $(DONE)/node site_theme/build.mjs $(wildcard site_theme/signer/* a11y/sign_avatar/stage/glsl/*)
	@npm run --silent --prefix site_theme build
	@touch $@

$(DONE)/body: $(DONE)/python $(wildcard a11y/sign_avatar/body/*.py)
	@echo "[4/7] the signers' bodies"
	@$(BIN)/a11y body build
	@touch $@

$(DONE)/language: $(DONE)/python $(wildcard a11y/language/model/*) a11y/language/pipeline/transitions.py
	@echo "[5/7] the German pipeline"
	@$(BIN)/a11y language setup
	@touch $@

$(DONE)/loops: $(DONE)/python $(wildcard a11y/sign_avatar/motion/*loops.py)
	@echo "[6/7] motion's inner loops"
	@$(BIN)/python -c "import a11y.sign_avatar.motion"  # compiles them; kept beside the module
	@touch $@

$(DONE)/content: $(DONE)/language $(wildcard content/leistungen/* content/seiten/*)
	@echo "[7/7] the demo city"
	@$(BIN)/a11y import content
	@touch $@
