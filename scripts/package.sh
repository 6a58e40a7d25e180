#!/usr/bin/env bash
# Packs the release program: package.sh install PREFIX | archive FOLDER | deb FOLDER
#
# All three hold the same tree: bin/greenwood, the manual page, shell completions, the schema of study files and the
# licence. The same source gives the same bytes, whatever the folder: files carry the date of the last commit, tar's and
# dpkg's orders are fixed, and what the compiler notes of the build's folder is blanked. The program brings the Swift runtime; Cairo,
# Pango, libRmath, libtiff, libdeflate, ISA-L, Nettle, libxml2, ReadStat and SQLite come from the system.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:?usage: package.sh install PREFIX | archive FOLDER | deb FOLDER}
place=${2:?usage: package.sh install PREFIX | archive FOLDER | deb FOLDER}
program=.build-release/release/greenwood
version=$("$program" --version | cut -d' ' -f2)
architecture=$(dpkg --print-architecture 2>/dev/null || uname -m)
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 0)
export SOURCE_DATE_EPOCH

blanked() { # FILE: fills the sections that are digests of the compiler's paths, which nothing reads, with zeros
    readelf -SW "$1" | sed 's/^ *\[ *[0-9]*\] *//' |
        awk '$1 == ".swift_modhash" || $1 == ".note.gnu.build-id" { print $1, $4, $5 }' |
        while read -r name offset size; do
            # The head of a note says what it is.
            head=$([ "$name" = .note.gnu.build-id ] && echo 16 || echo 0)
            dd if=/dev/zero of="$1" bs=1 seek=$((16#$offset + head)) count=$((16#$size - head)) conv=notrunc status=none
        done
}

tree() { # FOLDER: what is installed under a prefix
    install -D -m 755 "$program" "$1/bin/greenwood"
    if readelf -h "$1/bin/greenwood" > /dev/null 2>&1; then blanked "$1/bin/greenwood"; fi
    install -d "$1/share/man/man1" "$1/share/bash-completion/completions" "$1/share/zsh/site-functions" \
        "$1/share/fish/vendor_completions.d" "$1/share/greenwood"
    for page in .build-release/manual/*.1; do install -m 644 "$page" "$1/share/man/man1/"; done
    "$program" --generate-completion-script bash > "$1/share/bash-completion/completions/greenwood"
    "$program" --generate-completion-script zsh > "$1/share/zsh/site-functions/_greenwood"
    "$program" --generate-completion-script fish > "$1/share/fish/vendor_completions.d/greenwood.fish"
    install -m 644 studies/study.schema.json LICENSE README.md "$1/share/greenwood/"
}

manual() { # a page for the program and one for each command, from their help
    rm -rf .build-release/manual
    mkdir -p .build-release/manual
    page() { # NAME COMMAND…
        COLUMNS=1000 "$program" help "${@:2}" | awk -v name="$1" -v version="$version" \
            -v date="$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)" -f scripts/manual.awk > ".build-release/manual/$1.1"
    }
    page greenwood
    for command in $("$program" --help | sed -n '/^SUBCOMMANDS/,/^ *See/s/^  \([a-z]*\)[ ,].*/\1/p'); do
        page "greenwood-$command" "$command"
    done
}

libraries() { # FOLDER: the Debian packages of the libraries that FOLDER/greenwood/usr/bin/greenwood is linked with
    mkdir -p "$1/debian"
    printf 'Source: greenwood\nPackage: greenwood\nArchitecture: any\n' > "$1/debian/control"
    (cd "$1" && dpkg-shlibdeps -O greenwood/usr/bin/greenwood 2> /dev/null) | sed 's/^shlibs:Depends=//'
}

dated() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

manual
case $what in
install)
    tree "$place"
    echo "installed $place/bin/greenwood"
    ;;
archive)
    name=greenwood-$version-linux-$architecture
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    tree "$work/$name"
    if command -v dpkg-shlibdeps > /dev/null; then
        install -D "$program" "$work/greenwood/usr/bin/greenwood"
        cat > "$work/$name/INSTALL" <<END
greenwood $version for Linux, $architecture

Unpack this folder anywhere; bin/greenwood is the program, and share holds its manual pages, completions and the schema of
study files. It brings the Swift runtime with it. From the system it needs the following libraries, as Debian 12 calls them:

  apt-get install --no-install-recommends $(libraries "$work" | sed 's/ ([^)]*)//g; s/,//g') fonts-liberation

Studies that read from PostgreSQL need libpq5 too.
END
    fi
    dated "$work/$name"
    mkdir -p "$place"
    tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$name" |
        gzip -n -9 > "$place/$name.tar.gz"
    echo "made $place/$name.tar.gz"
    ;;
deb)
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    tree "$work/greenwood/usr"
    gzip -n -9 "$work"/greenwood/usr/share/man/man1/*.1
    install -D -m 644 LICENSE "$work/greenwood/usr/share/doc/greenwood/copyright"
    size=$(du -sk "$work/greenwood" | cut -f1)
    mkdir "$work/greenwood/DEBIAN"
    cat > "$work/greenwood/DEBIAN/control" <<END
Package: greenwood
Version: $version
Architecture: $architecture
Maintainer: The Greenwood developers <greenwood@localhost>
Installed-Size: $size
Depends: $(libraries "$work"), fonts-liberation2 | fonts-liberation
Recommends: libpq5
Suggests: fonts-noto-cjk, libc-gconv-modules-extra
Section: science
Priority: optional
Description: manuscript-ready results of clinical studies from one plan
 Reads a study file and patient data and writes Kaplan-Meier curves, forest plots,
 flow charts, tables and text whose every number comes from the same results.
END
    dated "$work/greenwood"
    mkdir -p "$place"
    dpkg-deb --root-owner-group -Zxz --build "$work/greenwood" "$place" > /dev/null
    echo "made $place/greenwood_${version}_$architecture.deb"
    ;;
*)
    echo "package.sh knows install, archive and deb, not '$what'" >&2
    exit 1
    ;;
esac
