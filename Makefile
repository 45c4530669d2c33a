# Every target is something a person does with Dateline; `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help install demo test lint format bench bench-smoke bench-million browser screenshots clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(VENV)/.installed ## a virtual environment with the dateline command: .venv/bin/dateline

demo: $(VENV)/.installed ## a believable newspaper on this machine, with its desk
	$(BIN)/dateline demo

test: $(VENV)/.tested browser ## every test, in a real browser too
	@sh tools/run-tests $(BIN)/python

lint: $(VENV)/.tested ## style, types and the direction of imports
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.tested ## let ruff lay the code out
	$(BIN)/ruff check --fix src tests bench
	$(BIN)/ruff format src tests bench

bench: $(VENV)/.tested ## every measurement, beside what others can run; results in bench/results/
	$(BIN)/python -m bench

bench-smoke: $(VENV)/.tested ## the quick measurements on small data, to see that they still run
	$(BIN)/python -m bench --smoke

bench-million: $(VENV)/.tested ## a newspaper of a million stories beside one of ten thousand
	$(BIN)/python -m bench.million

screenshots: $(VENV)/.tested browser ## the pictures of the README, taken anew from the demo
	$(BIN)/python tools/screenshots.py

clean: ## remove what was installed here
	rm -rf $(VENV)

# --- what the targets stand on ---

$(VENV)/bin/python:
	sh tools/make-venv $(PYTHON) $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

browser:
	@sh tools/need chromium
