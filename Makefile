# Two commands: `make run` serves the app, `make test` runs everything that CI runs.
PORT ?= 8501
DB ?=
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATABASE := $(if $(DB),$(abspath $(DB)),$(CURDIR)/data/sample.duckdb)

.PHONY: run test install install-dev bench clean

run: install $(if $(DB),,data/sample.duckdb)
	SIMBIYOZ_DATABASE="$(DATABASE)" $(BIN)/streamlit run app.py --server.port $(PORT)

test: install-dev
	sh .ci/check

bench: install-dev
	$(BIN)/python -m tests.bench

install: $(VENV)/installed

install-dev: $(VENV)/installed-dev

$(VENV)/installed: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet -r requirements.txt
	touch $@

$(VENV)/installed-dev: $(VENV)/installed pyproject.toml
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

data/sample.duckdb: | $(VENV)/installed
	$(BIN)/python -m core init --sample $@

clean:
	rm -rf $(VENV) data/sample.duckdb data/sample.duckdb.wal
