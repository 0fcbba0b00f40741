# The two commands a newcomer needs: `make play` and `make test`.

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# What is installed must run where there is no Swift, and it starts faster too.
RELEASE := -c release --static-swift-stdlib

.PHONY: play build test check lint format tools

play: build
	@exec "$$(swift build $(RELEASE) --show-bin-path)/credulity"

build: tools
	swift build $(RELEASE) --product credulity

# Every test, with a seeded tenth of the long property and differential suites.
test: tools
	swift test

# Every test at full length.
check: tools
	CREDULITY_THOROUGH=1 swift test

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
