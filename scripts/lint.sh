#!/usr/bin/env bash
# Everything that is checked without running TeamMoa. Called by `make lint`.
set -euo pipefail
cd "$(dirname "$0")/.."

step() {
    printf '\n== %s\n' "$1"
}

step 'format (make fmt mends it)'
cargo fmt --all --check

step 'clippy'
cargo clippy --workspace --all-targets -- -D warnings

step 'documentation'
RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --quiet

# All crates, although only one has these tests: with -p, cargo would compile shared dependencies again.
step 'layers and licences'
cargo test --workspace --test it --quiet -- layering:: licences::

if command -v cargo-deny >/dev/null; then
    step 'cargo-deny'
    cargo deny check licenses bans sources
else
    echo 'cargo-deny is not installed: the test above compared the licences with deny.toml.'
fi
