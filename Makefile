# The two commands a newcomer needs: `make play` and `make test`.

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# What is installed must run where there is no Swift, and it starts faster too.
RELEASE := -c release --static-swift-stdlib

# Where “make install” puts things, under a folder that packagers choose, and the program that it takes;
# without one it is built.
PREFIX ?= /usr/local
DESTDIR ?=
PROGRAM ?=

RULESETS := $(wildcard Rulesets/*.yaml) Rulesets/ruleset.schema.json
BASH_COMPLETION := share/bash-completion/completions/credulity
ZSH_COMPLETION := share/zsh/site-functions/_credulity
FISH_COMPLETION := share/fish/vendor_completions.d/credulity.fish
INSTALLED := bin/credulity share/man/man1/credulity.1 $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) \
    $(RULESETS:%=share/credulity/%)

.PHONY: play build install uninstall test check lint format tools

play: build
	@exec "$$(swift build $(RELEASE) --show-bin-path)/credulity"

build: tools
	swift build $(RELEASE) --product credulity

install: $(if $(PROGRAM),,build)
	@set -e; root="$(DESTDIR)$(PREFIX)"; program="$(PROGRAM)"; \
	[ -n "$$program" ] || program="$$(swift build $(RELEASE) --show-bin-path)/credulity"; \
	put() { install -d "$$root/$$(dirname "$$2")"; install -m "$$3" "$$1" "$$root/$$2"; }; \
	complete() { "$$program" --generate-completion-script "$$1" >"$$scratch"; put "$$scratch" "$$2" 644; }; \
	scratch="$$(mktemp)"; trap 'rm -f "$$scratch"' EXIT; \
	complete bash $(BASH_COMPLETION); \
	complete zsh $(ZSH_COMPLETION); \
	complete fish $(FISH_COMPLETION); \
	put Sources/credulity/credulity.1 share/man/man1/credulity.1 644; \
	for file in $(RULESETS); do put "$$file" "share/credulity/$$file" 644; done; \
	put "$$program" bin/credulity 755; \
	if command -v strip >/dev/null; then strip -s "$$root/bin/credulity"; fi; \
	echo "installed $$root/bin/credulity"

# What “make install” put there, and no more: rulesets that were added stay.
uninstall:
	@for file in $(INSTALLED); do rm -f "$(DESTDIR)$(PREFIX)/$$file"; done
	@for folder in share/credulity/Rulesets share/credulity; do \
	    rmdir "$(DESTDIR)$(PREFIX)/$$folder" 2>/dev/null || true; \
	done

# Every test, with a seeded tenth of the long property and differential suites.
test: tools
	swift test

# Every test at full length, and the exported page, looked at in a browser where there is one.
check: tools
	CREDULITY_THOROUGH=1 swift test
	@python3 Tests/ExportsTests/browser.py "$$(swift build --show-bin-path)/credulity"

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

# What the build needs beyond this checkout: Swift itself, and the headers of ncurses.
tools:
	@command -v swift >/dev/null || { \
	    echo "credulity needs Swift 6.2 or newer: https://www.swift.org/install"; exit 1; }
	@[ -e /usr/include/curses.h ] || [ -e /usr/include/ncursesw/curses.h ] || { \
	    if command -v apt-get >/dev/null; then \
	        echo "installing libncurses-dev, which the screens need"; \
	        $(SUDO) apt-get update -q && $(SUDO) apt-get install -q -y libncurses-dev; \
	    else \
	        echo "credulity needs the headers of ncurses: libncurses-dev or ncurses-devel in most systems"; \
	        exit 1; \
	    fi; }
