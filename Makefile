PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
# tests at a time; many of them wait for a process, so more than there are cores
AT_ONCE ?= 4
TEXT ?=

.PHONY: run demo test torture fuzz check fix explain judge lock clean

run: .venv/runtime
	@exec $(BIN)/newsbell run $(ARGS)

demo: .venv/runtime
	@exec $(BIN)/newsbell demo $(ARGS)

explain: .venv/runtime
	@exec $(BIN)/newsbell explain "$$TEXT"

# make would read the $ of "$45B" as its own
override TEXT := $(value TEXT)
export TEXT

test: .venv/development
	@exec $(BIN)/python -m pytest -n $(AT_ONCE) --dist worksteal $(ARGS)

torture: .venv/development
	@exec $(BIN)/python -m tests.faults $(ARGS)

fuzz: .venv/fuzzing
	@exec $(BIN)/python -m tests.fuzz $(ARGS)

check: .venv/development
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

judge: .venv/development
	@exec $(BIN)/python -m benchmarks.judge

fix: .venv/development
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url \
	--custom-compile-command "make lock"

lock: .venv/development
	$(LOCK) --extra build pyproject.toml -o requirements.txt
	$(LOCK) --extra build --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	$(LOCK) --group fuzz -o requirements-fuzz.txt

clean:
	rm -rf .venv .fuzz build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/runtime: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/development: requirements-dev.txt pyproject.toml | .venv/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.venv/fuzzing: requirements-fuzz.txt | .venv/development
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.txt
	@touch $@
