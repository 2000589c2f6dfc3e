#!/usr/bin/env bash
# Says where a Chromium or Chrome for the browser test is: $CHROMIUM, or the first of the usual names.
set -euo pipefail

for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name"; then
        exit 0
    fi
done
echo 'No Chromium found: apt-get install chromium, or set CHROMIUM to its path.' >&2
exit 1
