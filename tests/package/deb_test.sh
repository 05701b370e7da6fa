#!/bin/sh
# deb_test.sh BUILD_DIRECTORY: the Debian packages, and what is in them.
. "$(dirname "$0")/lib.sh"
for tool in dpkg-deb dpkg-shlibdeps file gzip; do
  command -v "$tool" > /dev/null || { echo "skipped: there is no $tool here"; exit 77; }
done

# Not compressed, for the time it takes.
that "cpack" cpack --config "$build/CPackConfig.cmake" -B "$work" -D CPACK_DEBIAN_COMPRESSION_TYPE=none
program=$(echo mubiao_*.deb)
library=$(echo libmubiao-dev_*.deb)
that "other packages" test "$(ls ./*.deb | wc -l)" -eq 2

# field PACKAGE NAME TEXT...: each is in it.
field() {
  value=$(dpkg-deb -f "$1" "$2")
  name=$2
  shift 2
  for text in "$@"; do
    case $value in
      *"$text"*) checks=$((checks + 1)) ;;
      *) echo "FAILED: $name lacks $text: $value"; exit 1 ;;
    esac
  done
}
version=$("$build/bin/mubiao" --version)
field "$program" Package mubiao
field "$program" Version "${version#mubiao }"
field "$program" Architecture "$(dpkg --print-architecture)"
field "$program" Depends libc6 libicu libxml2 libre2 libfmt libgmp libpugixml libzip4
field "$program" Recommends libgit2
field "$program" Recommends poppler-utils
field "$program" Section text
field "$program" Description "Reads Chinese plan documents"
field "$library" Section libdevel
field "$library" Depends libicu-dev libxml2-dev libre2-dev libfmt-dev libgmp-dev libpugixml-dev libzip4
# What the program needs at any start must not be what it can do without, or what only building needs.
that "the program depends on $(dpkg-deb -f "$program" Depends)" \
  test -z "$(dpkg-deb -f "$program" Depends | grep -e git2 -e -dev)"

for package in "$program" "$library"; do
  dpkg-deb -x "$package" "${package%%_*}"
  dpkg-deb -c "$package" > "${package%%_*}.list"
done
that "files of someone else" sh -c '! grep -v " root/root " ./*.list'
that "files that others may write" sh -c '! grep -E "^.{8}w" ./*.list'

tree=mubiao
has usr/bin/mubiao usr/share/man/man1/mubiao.1.gz usr/share/bash-completion/completions/mubiao \
  usr/share/zsh/vendor-completions/_mubiao usr/share/fish/vendor_completions.d/mubiao.fish \
  usr/share/mubiao/rules/targets.toml usr/share/mubiao/rules/README.md usr/share/doc/mubiao/README.md \
  usr/share/doc/mubiao/copyright usr/share/doc/mubiao/changelog.gz
that "a changelog of another version" \
  sh -c "gzip -dc mubiao/usr/share/doc/mubiao/changelog.gz | head -n 1 | grep -qF '(${version#mubiao })'"
that "more than one program" test "$(find mubiao -perm -100 -type f)" = mubiao/usr/bin/mubiao
that "a manual page in two forms" test "$(find mubiao -path '*/man/*' -type f | wc -l)" -eq 1
that "the package has what the library has" sh -c '! find mubiao -name "*.h" -o -name "*.a" -o -name "*.cmake" | grep .'
that "a program that does not run" mubiao/usr/bin/mubiao extract "$root/samples/clean.txt"
that "a manual page that is none" sh -c 'gzip -dc mubiao/usr/share/man/man1/mubiao.1.gz | grep -q "^.TH MUBIAO"'

tree=libmubiao-dev
has usr/include/mubiao/extract.h usr/share/doc/libmubiao-dev/copyright
for name in libmubiao.a libmubiao_default_rules.a mubiaoConfig.cmake mubiaoConfigVersion.cmake mubiaoTargets.cmake; do
  that "no $name" test -n "$(find libmubiao-dev/usr/lib -name $name)"
done
that "files in both packages" test -z "$({ cd mubiao && find . -type f; cd ../libmubiao-dev && find . -type f; } | sort | uniq -d)"
echo "$checks checks"
