# Sourced by run.sh here and in tests/: installs Debian packages, and only those that are missing.

# What building and starting the program takes.
program_packages=(
  g++ cmake ninja-build ccache
  qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools linguist-qt6 qt6-svg-dev qt6-translations-l10n
  libqcustomplot-dev libeigen3-dev nlohmann-json3-dev libcsv-dev libcli11-dev
  fonts-inter fonts-noto-cjk
)

# missing_packages NAME... : those of them that are not installed.
missing_packages() {
  comm -23 <(printf '%s\n' "$@" | sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

# install_packages NAME...
install_packages() {
  local missing as_root=()
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing, and without root or sudo they can't be installed: ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  if ! { "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      "${missing[@]}" >/dev/null; }; then
    echo "Some packages could not be installed; see above. Needed: ${missing[*]}" >&2
    exit 1
  fi
}

# build PRESET : configures once, then builds what has changed.
build() {
  [ -f "build/$1/build.ninja" ] || cmake --preset "$1" >/dev/null
  cmake --build --preset "$1"
}
