#!/usr/bin/env bash
# Makes sure that what the tests need is there. Called by `make test`; with --no-browser only what `cargo test` needs.
#
# Installs missing programs by apt-get when it may (as root, or by sudo without a password). Where it may not, it names
# everything that is missing with the command that gets it, and fails.
set -euo pipefail
cd "$(dirname "$0")/.."
e2e=crates/teammoa-server/e2e
browser=true
[ "${1:-}" != --no-browser ] || browser=false

has() {
    command -v "$1" >/dev/null 2>&1
}

needs_browser() {
    [ "$browser" = true ]
}

has_postgresql() {
    has initdb && return 0
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

has_browser() {
    scripts/find-chromium.sh >/dev/null 2>&1
}

has_korean_font() {
    has fc-list && [ -n "$(fc-list :lang=ko)" ]
}

has_node() {
    has node && has npm && [ "$(node -p 'process.versions.node.split(".")[0] >= 20')" = true ]
}

has_redis() {
    has redis-server || has valkey-server
}

# Prints a line per missing thing: its Debian packages, a tab, and what it is with another way to get it.
missing() {
    has_postgresql || printf 'postgresql\tPostgreSQL server programs (initdb)\n'
    has_redis || printf 'redis-server\tRedis (redis-server); no server has to run\n'
    has setpriv || printf 'util-linux\tsetpriv\n'
    needs_browser || return 0
    has_browser || printf 'chromium\tChromium or Chrome; CHROMIUM may hold its path\n'
    has_korean_font || printf 'fontconfig fonts-noto-cjk\ta Korean font\n'
    has_node || printf 'nodejs npm\tNode.js 20 or later with npm; see also https://nodejs.org\n'
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

may_install() {
    has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }
}

install_programs() {
    local packages
    read -r -a packages <<<"$(missing | cut -f1 | tr '\n' ' ')"
    if [ "${#packages[@]}" -gt 0 ] && may_install; then
        echo "Installing for the tests: ${packages[*]}"
        as_root apt-get update -qq || echo 'apt-get update failed; trying with the lists that are there.' >&2
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null ||
            echo 'apt-get install failed; see above.' >&2
    fi
    complain_about_programs
}

complain_about_programs() {
    [ -n "$(missing)" ] || return 0
    {
        echo 'The tests need what is not installed and could not be installed from here:'
        missing | awk -F'\t' '{ printf "  - %s\n      apt-get install %s\n", $2, $1 }'
        echo 'Install it and run the tests again.'
        echo 'Without PostgreSQL and browser: TEAMMOA_TEST_SQLITE_ONLY=1 cargo test --workspace'
    } >&2
    exit 1
}

# node_modules belong to the lock file that they were installed from.
install_node_packages() {
    if cmp -s "$e2e/package-lock.json" "$e2e/node_modules/.installed-from"; then
        return 0
    fi
    echo 'Installing the packages of the browser test'
    if ! PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --prefix "$e2e" ci --no-audit --no-fund --loglevel=error; then
        echo "The packages of the browser test are missing: cd $e2e && npm ci" >&2
        exit 1
    fi
    cp "$e2e/package-lock.json" "$e2e/node_modules/.installed-from"
}

install_programs
if needs_browser; then
    install_node_packages
fi
