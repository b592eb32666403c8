# The commands of this project. They need Python 3.11 or newer, make and, on Linux, the system libraries of Qt.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# More words for the command itself: make test ARGS=tests/sync, make lock ARGS=--upgrade.
ARGS   ?=

# What Debian and Ubuntu call the libraries that PySide6 expects from the system: for any use of Qt, and for a window.
QT_PACKAGES     := libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxkbcommon0
WINDOW_PACKAGES := libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help venv qt bytecode demo test whole check lint types layers bench soak installer lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: qt bytecode ## see it work on a region of its own; without a screen it plays the story into build/demo
ifeq ($(shell uname -s)$(DISPLAY)$(WAYLAND_DISPLAY),Linux)
	$(BIN)/python -m desktop demo --headless --map build/demo $(ARGS)
else
	@$(BIN)/python -c 'from PySide6.QtWidgets import QApplication; QApplication([])' 2>/dev/null || { echo \
	  "Qt kan geen venster openen. Op Debian en Ubuntu: apt-get install $(QT_PACKAGES) $(WINDOW_PACKAGES)" >&2; exit 3; }
	$(BIN)/python -m desktop demo $(ARGS)
endif

# Empty is as good as unset: a test run that may not keep what it compiled compiles it once more in every process.
test whole: export PYTHONDONTWRITEBYTECODE =

test: qt bytecode ## all tests
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder $(ARGS)

whole: qt bytecode ## the public registers, from import to paper: minutes
	WERKREGIE_WHOLE=1 $(BIN)/python -m pytest tests/end_to_end/test_real_data.py $(ARGS)

# Together, because the tests leave a part of two cores free and the types need one core for half a minute.
check: qt bytecode ## lint, types, layers and all tests: what the build server runs
	@$(MAKE) --no-print-directory -j 4 lint types layers test

lint: venv
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: venv
	$(BIN)/mypy

layers: venv
	$(BIN)/lint-imports

bench: qt bytecode ## measure beside the peers or the limit
	$(BIN)/python -m bench $(ARGS)

soak: venv ## the long run of simulation, real processes and fuzz: make soak ARGS="--seconds 600"
	$(BIN)/python -m tests.soak $(ARGS)

installer: qt ## build the program that people install into dist/, and start what was built
	$(BIN)/python -m installer.build

lock: venv ## make requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile --universal --python-version 3.11 --all-extras --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --no-config \
	  --quiet --output-file requirements.lock $(ARGS) pyproject.toml

clean: ## take away everything that make made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv: $(VENV)/.project ## the virtual environment, from requirements.lock

qt: venv
	@test "$$(uname -s)" != Linux || $(BIN)/python -c 'import PySide6.QtWidgets' 2>/dev/null || { \
	  $(BIN)/python -c 'import PySide6.QtWidgets' 2>&1 | tail -n 1 >&2; echo \
	  "Qt mist bibliotheken van het systeem. Op Debian en Ubuntu: apt-get install $(QT_PACKAGES)" >&2; exit 3; }

# Each process that starts would read every module from its source where Python was told not to keep any bytecode.
bytecode: venv
	@$(BIN)/python -m compileall -q -j 0 desktop central

# uv, itself from the lock, takes half the time of pip; where only pip knows the way to packages, pip goes on.
$(VENV)/.packages: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
	  "Werkregie heeft Python 3.11 of nieuwer nodig. Noem hem zo: make PYTHON=/pad/naar/python3.11" >&2; exit 3; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo \
	  "Python kan geen virtuele omgeving maken. Op Debian en Ubuntu: apt-get install python3-venv" >&2; exit 3; }
	@$(BIN)/python -c '' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@awk '/^[a-z]/ { on = /^uv==/ } on' requirements.lock > $(VENV)/uv.txt
	$(PIP) install --require-hashes -r $(VENV)/uv.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode --require-hashes -r requirements.lock \
	  || $(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.project: $(VENV)/.packages pyproject.toml
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
