#!/usr/bin/env bash
# Installs what the tests need, builds, and runs every test: the core under the thread sanitizer, everything under
# the address and undefined-behaviour sanitizers, then everything again in the optimised build, also in a real X window.
# `bash tests/run.sh --quick` leaves the sanitizers out.
set -euo pipefail
cd "$(dirname "$0")/.."
source app/packages.sh

install_packages "${program_packages[@]}" libgtest-dev librapidcheck-dev xvfb xauth \
  python3 python3-numpy python3-torch libopenblas0-pthread

run() {
  echo "== Building and testing: $1"
  build "$1"
  ctest --preset "$1" --parallel 2
}

if [ "${1:-}" != --quick ]; then
  run tsan
  run asan
fi
run dev
