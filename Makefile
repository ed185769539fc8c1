# Everything a newcomer needs. `make demo` and `make test` set up what is missing by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test run bench app lint translations check-python clean

demo: $(STAMP)
	$(BIN)/wb6assess demo --out demo

test: $(STAMP)
	$(BIN)/python scripts/system_packages.py libreoffice poppler postgresql
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto

run: $(STAMP)
	$(BIN)/wb6assess

bench: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

# New texts of the interface go into ui/i18n/*.ts for translators; what they finished is built.
translations: $(STAMP)
	$(BIN)/python scripts/translations.py update
	$(BIN)/python scripts/translations.py build

app: $(STAMP)
	$(BIN)/python scripts/translations.py build
	$(BIN)/python -m pip install --quiet ".[app]"
	$(BIN)/pyinstaller --noconfirm --clean build_app.spec
	$(BIN)/python scripts/try_app.py dist/wb6assess/wb6assess

lint: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/mypy

check-python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Try: make PYTHON=python3.12 demo"; exit 1; }

$(STAMP): pyproject.toml | check-python
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(PYTHON) scripts/system_packages.py venv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	@$(BIN)/python scripts/system_packages.py qt
	@touch $(STAMP)

clean:
	rm -rf $(VENV) build dist demo
