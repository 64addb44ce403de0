# make start sets everything up and serves Avstamp; make test sets up and passes every test; make help tells the rest.

# The newest Python at hand that is new enough; override with `make PYTHON=/path/to/python3 start`.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
ifeq ($(strip $(PYTHON)),)
PYTHON = python3
endif
HOST ?= 127.0.0.1
PORT ?= 8000
# Tests run on two cores; TESTS narrows them: make test TESTS=tests/domain
JOBS ?= 2
TESTS ?=

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev start test check format bench soak

help: ## what can be made
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## everything `make start` needs, without starting
	@$(PYTHON) scripts/setup.py

setup-dev:
	@$(PYTHON) scripts/setup.py --dev

start: setup ## set up and serve Avstamp on http://127.0.0.1:8000 (HOST= and PORT= change that)
	@exec .venv/bin/avstamp serve --host "$(HOST)" --port "$(PORT)" --demonstration

test: ## set up and run every test
	@$(PYTHON) scripts/setup.py --dev --browser
	@.venv/bin/python -m pytest -n $(JOBS) --dist loadgroup $(TESTS)

check: setup-dev ## lint, format, types, layers and the project's own guards
	@.venv/bin/python scripts/check.py

format: setup-dev ## let ruff format the code and mend what it can
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format --quiet .

bench: setup-dev ## speed beside the named peers, as ratios (BENCH=facts ARGS=--quick)
	@.venv/bin/python -m benchmarks $(BENCH) $(ARGS)

soak: setup-dev ## many requests for a while: memory and open files stand still (ARGS=--quick)
	@.venv/bin/python -m benchmarks.soak $(ARGS)
