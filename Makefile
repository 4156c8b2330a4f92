# The commands that README names. `make` alone lists them. Versions stand in requirements.lock, once.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock
# The lock holds for the tool that builds the package as well.
export PIP_CONSTRAINT := $(CURDIR)/requirements.lock

.PHONY: help run test check bench lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1: /p' Makefile

run: $(VENV)/.run  ## start the bot: on Telegram with TELEGRAM_BOT_TOKEN, else in this terminal
	@if [ -n "$$TELEGRAM_BOT_TOKEN" ] || grep -qs '^TELEGRAM_BOT_TOKEN=.' .env; then \
		exec $(BIN)/rolecall run; else exec $(BIN)/rolecall chat; fi

test: $(VENV)/.dev  ## run every test
	$(BIN)/python -m pytest

check: $(VENV)/.dev  ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.bench  ## measure quality and speed
	$(BIN)/python -m benchmarks

lock:  ## renew requirements.lock from pyproject.toml
	$(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --extra bench --group build --no-header --no-annotate \
		--no-emit-index-url --upgrade --output-file requirements.lock pyproject.toml

clean:  ## remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "rolecall needs Python 3.11 or newer: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python pyproject.toml requirements.lock
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(INSTALL) --editable '.[bench]'
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml requirements.lock
	$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.run
