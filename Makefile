# What people and CI call. `make` alone shows this list.
#
# Everything says --workspace: with -p, cargo chooses other features for shared dependencies and compiles them again.

TARGET := $(or $(CARGO_TARGET_DIR),target)
E2E := crates/teammoa-server/e2e

DEBUG := cargo build --workspace --bin teammoa-server
RELEASE := $(DEBUG) --release

IN_BROWSER = CHROMIUM="$$(scripts/find-chromium.sh)" TEAMMOA_SERVER="$(abspath $(TARGET))/debug/teammoa-server" npm --prefix $(E2E)

.DEFAULT_GOAL := help
.PHONY: help run run-release test test-deps test-rust test-browser screenshots bench-logins lint fmt

help: ## Show this list
	@echo 'TeamMoa. Targets:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'
	@echo
	@echo 'Configuration: teammoa-server --help (after make run: $(TARGET)/debug/teammoa-server --help)'

run: ## Build, bring the database up to date, add the demo team, serve http://localhost:8000
	$(DEBUG)
	@$(TARGET)/debug/teammoa-server migrate
	@$(TARGET)/debug/teammoa-server seed-demo
	@exec $(TARGET)/debug/teammoa-server serve

run-release: ## The same with the speed of a release
	$(RELEASE)
	@$(TARGET)/release/teammoa-server migrate
	@$(TARGET)/release/teammoa-server seed-demo
	@exec $(TARGET)/release/teammoa-server serve

test: test-deps test-rust test-browser ## All tests, on SQLite and PostgreSQL and in a browser; installs what they need

test-deps: ## Install what the tests need, or say what is missing
	@scripts/test-deps.sh

test-rust:
	cargo test --workspace

# --no-run builds the binary as the tests did, which is nothing to do right after them.
test-browser:
	@cargo test --workspace --no-run --quiet
	$(IN_BROWSER) test

screenshots: test-deps ## Take pictures of all pages for people to look at, into ./screenshots
	$(DEBUG)
	SCREENSHOTS="$(abspath $(or $(SCREENSHOTS),screenshots))" $(IN_BROWSER) run screenshots

# The client is a debug build: it does next to nothing, and a release of it would compile everything twice.
bench-logins: ## Measure how much 50 logins at once slow down other pages (a release build, some minutes)
	$(RELEASE)
	@cargo build --workspace --example bench_logins --quiet
	@$(TARGET)/debug/examples/bench_logins $(TARGET)/release/teammoa-server

lint: ## Format, clippy, documentation, layers of the crates, licences
	@scripts/lint.sh

fmt: ## Format all code
	cargo fmt --all
