# `make` alone lists what can be done. Everything runs in .venv, which is set up on first use from
# the pinned, hashed requirements and again whenever they change.

VENV  := .venv
PY    := $(VENV)/bin/python
RUN   := $(PY) -m
STAMP := $(VENV)/.stamps
# Address of `make serve`.
ADDR  ?= 127.0.0.1:8000
# Gold annotation for `make eval`; options for pytest.
GOLD  ?= tests/eval/seeds
ARGS  ?=

# Material prints a notice about MkDocs 2 on every build; requirements/ pin MkDocs 1.
export NO_MKDOCS_2_WARNING := 1
# Address of the published site, sub-path included; mkdocs.yml has one for this machine.
ifdef SITE_URL
export SITE_URL
endif
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PIP     := $(RUN) pip install --quiet
COMPILE := $(RUN) piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras \
           --no-header --no-emit-index-url --no-emit-find-links --no-emit-options $(UPGRADE)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve site build demo demo-site test check format golden bench eval setup hooks lock clean

help:  ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(STAMP)/runtime  ## Generate the briefings and serve the site, following every change (ADDR=host:port)
	$(RUN) generator build
	$(RUN) mkdocs serve --dev-addr $(ADDR)

build: $(STAMP)/runtime  ## Write what changed into briefings/
	$(RUN) generator build

site: build  ## Build the site into site/, strictly
	$(RUN) mkdocs build --strict

# The demonstration has articles and knowledge of its own and shares words, templates and looks.
DEMO := cd examples && $(CURDIR)/$(RUN)
DEMO_BUILD := $(DEMO) generator build --prune --vocabulary ../knowledge --templates ../templates

demo: $(STAMP)/runtime  ## Serve the demonstration in examples/, an invented theatre (ADDR=host:port)
	@mkdir -p examples/briefings
	$(DEMO_BUILD)
	$(DEMO) mkdocs serve --dev-addr $(ADDR)

demo-site: $(STAMP)/runtime  ## Build the demonstration into examples/site/, strictly
	@mkdir -p examples/briefings
	$(DEMO_BUILD)
	$(DEMO) mkdocs build --strict

test: $(STAMP)/dev  ## Run the tests on all cores (ARGS="-k name" for some of them, ARGS="-n 0" on one)
	$(RUN) pytest -n auto --dist loadgroup $(ARGS)

check: $(STAMP)/dev  ## Lint, types, import contracts, and: does briefings/ equal the plan?
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(VENV)/bin/lint-imports --no-logo
	$(RUN) generator check

format: $(STAMP)/dev  ## Format the code and mend what ruff can mend
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

golden: $(STAMP)/dev  ## Write the golden pages anew; read the difference before you commit it
	$(RUN) pytest --regen-all --ignore=tests/browser $(ARGS)
	@git --no-pager diff --stat -- tests || true

bench: $(STAMP)/dev  ## Measure building the briefings and the site
	$(RUN) benchmarks

eval: $(STAMP)/runtime  ## Score the briefings against gold annotation (GOLD=folder)
	$(RUN) generator eval $(GOLD)

setup: $(STAMP)/dev  ## Set everything up without running anything

hooks: $(STAMP)/dev  ## Check every commit before it is made
	$(VENV)/bin/pre-commit install

lock: $(STAMP)/dev  ## Pin the requirements anew (UPGRADE=--upgrade for newer versions)
	@$(PY) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11) and "make lock: pin with Python 3.11, the oldest supported, so that the pins hold for the newer ones")'
	$(COMPILE) --output-file requirements/installer.txt requirements/installer.in
	$(COMPILE) --output-file requirements/runtime.txt pyproject.toml requirements/runtime.in
	$(COMPILE) --output-file requirements/dev.txt requirements/dev.in
	$(COMPILE) --output-file requirements/properdocs.txt requirements/properdocs.in
	$(COMPILE) --output-file requirements/zensical.txt requirements/zensical.in

clean:  ## Remove the environment, the built site and every cache; briefings/ stays
	rm -rf $(VENV) site .cache examples/site examples/briefings examples/.cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage htmlcov *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- environment ------------------------------------------------------------------------------

$(PY):
	@found=; for candidate in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	  if command -v "$$candidate" >/dev/null 2>&1 && \
	     "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    found=$$candidate; break; \
	  fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "make: Python 3.11 or newer is needed and none was found; name one with PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$("$$found" --version) ..."; \
	"$$found" -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "make: '$$found -m venv' failed; on Debian and Ubuntu install the package python3-venv" >&2; exit 1; }

# pip before 23.3 takes a pin for a package, but not for the package with an extra: it looks for the
# newest release of `coverage[toml]` and refuses it, as soon as that is newer than the pin.
$(STAMP)/runtime: requirements/installer.txt requirements/runtime.txt pyproject.toml | $(PY)
	@mkdir -p $(STAMP)
	@echo "Installing the pinned requirements ..."
	@$(PIP) --require-hashes -r requirements/installer.txt
	@$(PIP) --require-hashes -r requirements/runtime.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMP)/dev: requirements/dev.txt $(STAMP)/runtime
	@echo "Installing the pinned requirements of tests and checks ..."
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@
