#!/bin/sh
# Lists the pages that `greenwood explain` shows in Sources/CHandbook/pages.c.
# Run it after a page is added, renamed or removed; a test fails until it was.
set -eu
cd "$(dirname "$0")/../Sources/greenwood/Greenwood.docc"
find Messages -name '*.md' |
    ../../../scripts/embed.sh CHandbook pages.c Page Sources/greenwood/Greenwood.docc
