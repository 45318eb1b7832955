# Everything a person or CI does with this project. `make install` first, then any other.
.PHONY: install run test check bench lock

BIN := .venv/bin
# Every file of tests goes to one process as a whole, with what is made once for it.
PYTEST := $(BIN)/pytest --numprocesses=auto --dist=loadfile

install: ## A .venv from the lock, with uv or else pip; with npm what chats are tested by
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing .venv && \
		uv pip install --quiet --python $(BIN)/python --require-hashes --no-deps -r requirements-dev.lock && \
		uv pip install --quiet --python $(BIN)/python --no-deps -e . ; \
	else \
		python3 -m venv .venv && \
		$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements-dev.lock && \
		$(BIN)/python -m pip install --quiet --no-deps -e . ; \
	fi
	@if command -v npm >/dev/null 2>&1; then \
		for chat in slack teams; do npm ci --silent --prefix tests/$$chat/npm || exit 1; done ; \
	fi

$(BIN)/guildmate:
	@$(MAKE) --no-print-directory install

run: $(BIN)/guildmate ## The assistant at http://127.0.0.1:8075
	@$(BIN)/guildmate run

test: $(BIN)/guildmate ## Every test
	@$(PYTEST)

check: $(BIN)/guildmate ## All that must hold before a change lands
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@mkdir -p var && rm -f var/migrations.db
	$(BIN)/alembic upgrade head
	$(BIN)/alembic check
	$(BIN)/guildmate check
	$(PYTEST)

bench: $(BIN)/guildmate ## Figures, as ratios within one run
	@$(BIN)/python -m tests.bench

lock: ## Renew both lock files from pyproject.toml
	uv pip compile pyproject.toml --generate-hashes --universal --no-header --python-version 3.11 --upgrade -q -o requirements.lock
	uv pip compile pyproject.toml --group dev --generate-hashes --universal --no-header --python-version 3.11 --upgrade -q -o requirements-dev.lock
