# What can be done here; `make` alone lists it. Paths are relative, so that a folder with spaces in its name will do.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

PYTHON ?= python3
EXAMPLES ?= many
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# The environment is ready for one lock file, one pyproject.toml and one place: when one changes, so does this name.
READY := .venv/.ready-$(shell (pwd; cat requirements.lock pyproject.toml) | cksum | cut -d' ' -f1)
TOO_OLD := Python 3.11 or later is needed. Name one, for example: make PYTHON=python3.12 $(MAKECMDGOALS)

.PHONY: help packs packs-paged test test-long lint lint-style lint-types lint-imports lint-workflow format lock clean \
        bench bench-library bench-scale bench-tools cjk-fonts documents-tools browser-tools validate validate-tools \
        slurm-tools test-slurm

help: ## list what can be done here
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "make %-16s %s\n", $$1, $$2 }'

packs: $(READY) ## build every pack that is stale; ARGS="--config cases=NAME" narrows it
	@.venv/bin/python -m snakemake $(ARGS)

packs-paged: $(READY) ## the same, with page numbers in the contents, which LibreOffice works out
	@.venv/bin/python -m snakemake $(ARGS) $(if $(findstring --config,$(ARGS)),,--config) page_numbers=libreoffice

test: $(READY) ## run the tests, one on each core at a time; ARGS="tests/files -x" narrows them
	@.venv/bin/python -m pytest --numprocesses logical --dist worksteal $(ARGS)

test-long: $(READY) ## try many more drawn cases, killed builds and builds again; EXAMPLES=long as many as fill a night
	@BRIEFPACK_EXAMPLES=$(EXAMPLES) .venv/bin/python -m pytest --numprocesses logical --dist worksteal -m "long or drawn" $(ARGS)

lint: lint-style lint-types lint-imports lint-workflow ## check style, types, layers and rules

lint-style: $(READY)
	@.venv/bin/python -m ruff check
	@.venv/bin/python -m ruff format --check
	@.venv/bin/python -m snakefmt --check Snakefile workflow/rules

lint-types: $(READY)
	@.venv/bin/python -m mypy

lint-imports: $(READY)
	@.venv/bin/lint-imports

# Snakemake's own lint, but for the one piece of advice that .github/decisions/0013-one-environment.md declines.
lint-workflow: $(READY)
	@.venv/bin/python -m pytest tests/workflow/test_lint.py

format: $(READY) ## put Python and rules into their usual form
	@.venv/bin/python -m ruff check --fix
	@.venv/bin/python -m ruff format
	@.venv/bin/python -m snakefmt Snakefile workflow/rules

lock: ## renew the lock files from pyproject.toml
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet --quiet --disable-pip-version-check uv
	@build/lock/bin/python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --extra develop --no-header --output-file requirements.lock pyproject.toml
	@build/lock/bin/python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --extra slurm --no-header --constraint requirements.lock \
	    $$(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock) \
	    --output-file profiles/slurm/requirements.lock pyproject.toml
	@build/lock/bin/python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --extra cjk --no-header --constraint requirements.lock \
	    $$(sed -n 's/^\([a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock) \
	    --output-file requirements-cjk.lock pyproject.toml
	@rm -rf build/lock

clean: ## take away the packs and all that tools leave behind; the environment and the notes of recalls stay
	@find outputs -mindepth 1 -maxdepth 1 ! -name README.md ! -name .recalls -exec rm -rf {} +
	@rm -rf .snakemake build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

bench: $(READY) ## measure typesetting, drawing, release, a full build and memory
	@PYTHONPATH=. .venv/bin/python tests/bench/bench.py

N ?= 200
LARGE ?= 2000
bench-library: $(READY) ## write a library of N valid cases, always the same, into build/library-N
	@rm -rf build/library-$(N)
	@.venv/bin/python tests/bench/library.py build/library-$(N) $(N)

bench-scale: $(READY) ## build libraries of N (200) and LARGE (2000) cases, print what they cost beside the goals, fail where one is missed; takes an hour
	@N=$(N) LARGE=$(LARGE) .venv/bin/python tests/bench/scale.py

bench-tools: ## install what `make bench` and tests of texts compare with: pandoc
	@command -v pandoc > /dev/null || { $(SUDO) apt-get update --quiet && \
	    $(SUDO) apt-get install --yes --no-install-recommends pandoc; }

cjk-fonts: $(READY) ## install the letters of Chinese, Japanese and Korean for pictures: 20 MB
	@.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes \
	    -r requirements-cjk.lock

documents-tools: ## install what the tests of pages look with: LibreOffice Writer, poppler, mat2, the fonts of a pack
	@command -v soffice > /dev/null && command -v pdftotext > /dev/null && command -v mat2 > /dev/null && \
	    fc-list 2> /dev/null | grep 'Liberation Sans Narrow' > /dev/null || \
	    { $(SUDO) apt-get update --quiet && $(SUDO) apt-get install --yes --no-install-recommends \
	    libreoffice-writer poppler-utils fontconfig fonts-liberation mat2 \
	    $$(apt-cache pkgnames fonts-liberation-sans-narrow); }

browser-tools: ## install what the tests of the desk's pages look with: Chromium
	@command -v chromium > /dev/null || { $(SUDO) apt-get update --quiet && \
	    $(SUDO) apt-get install --yes --no-install-recommends chromium; }

validate: $(READY) ## have the Open XML SDK's validator judge every pack in outputs/; ARGS="FILE.docx" names others
	@.venv/bin/python tests/validate/validate.py $(ARGS)

# Not `npm ci`: it wants the validator's programs for every other system in the lock file too.
validate-tools: ## install what `make validate` judges with, and the examples of CommonMark; Node.js if need be
	@command -v npm > /dev/null || { $(SUDO) apt-get update --quiet && \
	    $(SUDO) apt-get install --yes --no-install-recommends nodejs npm; }
	@cd tests/validate && npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error

slurm-tools: $(READY) build/slurm/.ready ## install what `make test-slurm` needs: Slurm, munge, and Snakemake's plugin for Slurm
	@PATH="$$PATH:/usr/sbin"; command -v slurmctld > /dev/null && command -v munged > /dev/null || \
	    { $(SUDO) apt-get update --quiet && $(SUDO) apt-get install --yes --no-install-recommends slurm-wlm munge; }

# The plugin gets a folder of its own: in .venv it would make each start of Snakemake take half as long again.
build/slurm/.ready: profiles/slurm/requirements.lock | $(READY)
	@rm -rf build/slurm
	@.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes \
	    --target build/slurm -r profiles/slurm/requirements.lock
	@touch $@

test-slurm: slurm-tools ## build on a cluster of this one machine, which is started for it and ended again
	@BRIEFPACK_SLURM_PLUGIN="$$PWD/build/slurm" .venv/bin/python -m pytest tests/slurm $(ARGS)

$(READY): # installed once; again when its name changes
	@$(PYTHON) -c 'import sys; sys.exit("$(TOO_OLD)" if sys.version_info < (3, 11) else 0)'
	@echo "Setting up .venv from requirements.lock; this takes a minute or two."
	@$(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@rm -f .venv/.ready-*
	@touch $@
