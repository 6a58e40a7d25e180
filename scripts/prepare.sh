#!/usr/bin/env bash
# Makes sure that what a target needs is installed: prepare.sh build|test|check|benchmark|budget|package|docs
#
# On Debian and Ubuntu it installs missing packages through apt, after saying so; with sudo only where it is not root.
# On any other system, or without a Swift toolchain, it says exactly what to install and stops.
set -euo pipefail
target=${1:?usage: prepare.sh build|test|check|benchmark|budget|package|docs}

minimum=6.2
swift_version() { swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1; }
version=$(swift_version || true)
if [ -z "$version" ] || [ "$(printf '%s\n' "$minimum" "$version" | sort -V | head -1)" != "$minimum" ]; then
    echo "greenwood needs a Swift toolchain, version $minimum or later; found: ${version:-none}." >&2
    echo "Install it from https://www.swift.org/install and put its 'swift' on the PATH, then run make again." >&2
    exit 1
fi

have_library() { command -v pkg-config >/dev/null && pkg-config --exists "$1"; }
have_font() { command -v fc-match >/dev/null && fc-match -f '%{family}' 'Liberation Sans' | grep -q 'Liberation Sans'; }
have_chinese() { command -v fc-list >/dev/null && fc-list ':lang=zh-cn' family | grep -q .; }
have_r() { command -v Rscript >/dev/null && Rscript -e 'library(survival); library(survminer); library(knitr); for (p in c("jsonlite", "commonmark", "ragg", "svglite", "officer", "flextable", "openxlsx", "digest")) loadNamespace(p)' >/dev/null 2>&1; }

# The tests start servers of their own; Debian keeps the server's programs off the PATH.
have_postgresql() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

missing=()
need() { missing+=("$1"); }
command -v pkg-config >/dev/null || need pkg-config
have_library pangocairo || need pango
have_library libRmath || need rmath
have_library libdeflate || need deflate
have_library libisal || need igzip
have_library nettle || need nettle
have_library libtiff-4 || need tiff
have_library libxml-2.0 || need xml
have_library sqlite3 || need sqlite
# ReadStat has no pkg-config file everywhere.
have_library readstat || [ -e /usr/include/readstat.h ] || [ -e /usr/local/include/readstat.h ] ||
    [ -e /opt/homebrew/include/readstat.h ] || need readstat
have_font || need font
# A browser for the report and R for the appendix, which only 'check' runs.
have_browser() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
have_survival() { command -v Rscript >/dev/null && Rscript -e 'library(survival); loadNamespace("cmprsk")' >/dev/null 2>&1; }
if [ "$target" = docs ]; then command -v pandoc >/dev/null || need pandoc; fi
if [ "$target" = package ]; then command -v readelf >/dev/null || need binutils; fi
if [ "$target" = check ]; then command -v pdftotext >/dev/null || need poppler; have_browser || need browser; have_survival || need survival; fi
if [ "$target" = test ]; then
    command -v pdftotext >/dev/null || need poppler
    command -v soffice >/dev/null || need office
    command -v pandoc >/dev/null || need pandoc
    { command -v kpsewhich >/dev/null && kpsewhich booktabs.sty >/dev/null; } || need latex
    command -v qpdf >/dev/null || need qpdf
    command -v gs >/dev/null || need ghostscript
    command -v tiffinfo >/dev/null || need tiff-tools
    have_chinese || need chinese-font
    have_postgresql || need postgresql
fi
if [ "$target" = benchmark ]; then have_r || need r; fi
if [ "$target" = budget ]; then command -v valgrind >/dev/null || need valgrind; fi
[ ${#missing[@]} -eq 0 ] && exit 0

# What each need is called on Debian and Ubuntu, and with Homebrew.
debian_name() {
    case $1 in
        pkg-config) echo pkg-config ;;
        pango) echo libpango1.0-dev ;;
        rmath) echo r-mathlib ;;
        deflate) echo libdeflate-dev ;;
        igzip) echo libisal-dev ;;
        nettle) echo nettle-dev ;;
        valgrind) echo valgrind ;;
        tiff) echo libtiff-dev ;;
        xml) echo libxml2-dev ;;
        sqlite) echo libsqlite3-dev ;;
        readstat) echo libreadstat-dev ;;
        # Liberation 2 has had its own package name; newer releases ship it as fonts-liberation.
        font) if apt-cache show fonts-liberation2 >/dev/null 2>&1; then echo fonts-liberation2; else echo fonts-liberation; fi ;;
        poppler) echo poppler-utils ;;
        office) echo libreoffice-writer ;;
        pandoc) echo pandoc ;;
        latex) echo texlive-latex-recommended ;;
        binutils) echo binutils ;;
        browser) echo chromium ;;
        survival) echo r-base-core r-cran-survival r-cran-cmprsk ;;
        qpdf) echo qpdf ;;
        ghostscript) echo ghostscript ;;
        tiff-tools) echo libtiff-tools ;;
        chinese-font) echo fonts-noto-cjk ;;
        postgresql) echo postgresql postgresql-contrib ;;
        r)
            echo r-base-core r-cran-survival r-cran-survminer r-cran-knitr r-cran-jsonlite r-cran-commonmark r-cran-ragg \
                r-cran-svglite r-cran-officer r-cran-flextable r-cran-openxlsx r-cran-digest
            ;;
    esac
}
homebrew_name() {
    case $1 in
        pkg-config) echo pkgconf ;;
        pango) echo pango ;;
        rmath) echo r ;;
        deflate) echo libdeflate ;;
        igzip) echo isa-l ;;
        nettle) echo nettle ;;
        valgrind) echo valgrind ;;
        tiff) echo libtiff ;;
        xml) echo libxml2 ;;
        sqlite) echo sqlite ;;
        readstat) echo readstat ;;
        font) echo font-liberation ;;
        poppler) echo poppler ;;
        office) echo libreoffice ;;
        pandoc) echo pandoc ;;
        latex) echo texlive ;;
        binutils) echo binutils ;;
        browser) echo chromium ;;
        survival | r) echo r ;;
        qpdf) echo qpdf ;;
        ghostscript) echo ghostscript ;;
        tiff-tools) echo libtiff ;;
        chinese-font) echo font-noto-sans-cjk ;;
        postgresql) echo postgresql ;;
    esac
}

if ! command -v apt-get >/dev/null; then
    names=$(for item in "${missing[@]}"; do homebrew_name "$item"; done | sort -u | tr '\n' ' ')
    echo "greenwood needs libraries that are not installed: ${missing[*]}." >&2
    echo "With Homebrew (macOS):  brew install $names" >&2
    echo "Elsewhere: pango with its pkg-config file (pangocairo), R's standalone mathematics library (libRmath)," >&2
    echo "pkg-config and the Liberation fonts, by your system's names; then run make again." >&2
    exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "greenwood needs: $(for item in "${missing[@]}"; do debian_name "$item"; done | tr '\n' ' ')" >&2
        echo "Install them as root with apt-get install, then run make again." >&2
        exit 1
    }
    as_root=(sudo)
fi
echo "greenwood needs: ${missing[*]}. Refreshing the package lists, then installing with apt-get …"
"${as_root[@]}" apt-get update -qq
packages=$(for item in "${missing[@]}"; do debian_name "$item"; done | tr '\n' ' ')
echo "apt-get install $packages"
# shellcheck disable=SC2086 # the names are meant to be split
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages
