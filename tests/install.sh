#!/bin/sh
# Installs the Debian packages that mubiao is built with, and those named, if any is missing. Needs root or
# sudo only then.
set -eu

packages="g++ cmake ninja-build pkg-config libicu-dev libre2-dev libcli11-dev libfmt-dev libgtest-dev libgmock-dev
  libtomlplusplus-dev rapidjson-dev libgmp-dev libxml2-dev libpugixml-dev libzip-dev zlib1g-dev libgit2-dev
  libxxhash-dev libtbb-dev libbenchmark-dev libxml2-utils python3-jsonschema poppler-utils poppler-data $*"

missing=""
for package in $packages; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo > /dev/null || { echo "install as root:$missing" >&2; exit 1; }
  as_root=sudo
fi
echo "installing:$missing" >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086  # a list of words
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing > /dev/null
