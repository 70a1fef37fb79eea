#!/usr/bin/env bash
# Installs what Perceptible needs, builds it for this processor, and opens its window.
# Arguments are passed on, as in: bash app/run.sh points.csv --theme dark
set -euo pipefail
cd "$(dirname "$0")/.."
source app/packages.sh

install_packages "${program_packages[@]}"
echo "Building Perceptible (the first time takes some minutes) …"
build release

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  cat >&2 <<'SENTENCE'
Perceptible is built, but there is no display to open its window on (DISPLAY and WAYLAND_DISPLAY are not set).
Without a window, train from the command line:  build/release/app/perceptible-cli train --help
SENTENCE
  exit 1
fi
echo "Opening the window."
exec build/release/app/perceptible "$@"
