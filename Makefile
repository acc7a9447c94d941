# make run   sets all up, writes the sample notices as PDF and text to out/, opens the window where there is a screen
# make test  sets all up, runs every check and every test

python := .venv/bin/python
jobs ?= 2
test long bench: export QT_QPA_PLATFORM ?= offscreen

.PHONY: run test check long bench wheel lock setup setup-test clean

run: setup
	@sh packaging/run-samples.sh

test: check
	$(python) -m pytest -n $(jobs)

check: setup-test
	$(python) -m ruff check .
	$(python) -m ruff format --check --quiet .
	$(python) -m mypy
	@# without git, nothing tells what is ours from what lies in .venv
	if [ -e .git ]; then $(python) -m reuse lint --lines; fi

long: setup-test
	$(python) -m pytest -n $(jobs) -m long

bench: setup-test
	@set -e; for file in tests/bench/[!_]*.py; do echo "== $$file"; $(python) "$$file"; done

wheel: setup-test
	$(python) -m hatchling build -t wheel -d dist

lock:
	@sh packaging/lock.sh

setup:
	@sh packaging/setup.sh run

setup-test:
	@sh packaging/setup.sh test

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis dist out
