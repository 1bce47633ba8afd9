# One task runner. `make serve` and `make test` do all the set-up they need; everything else builds on them.
SHELL := /bin/bash
PY := .venv/bin/python
UV := .venv/bin/uv
UV_VERSION := 0.13.9
STAMPS := var/stamps

.PHONY: help serve test lint lock setup packages clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

lock: ## resolve pyproject.toml anew into requirements.lock
	$(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --group dev --no-emit-index-url --no-emit-find-links --no-annotate --no-header pyproject.toml -o requirements.lock
