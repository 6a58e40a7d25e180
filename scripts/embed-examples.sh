#!/bin/sh
# Lists the files of the studies that `greenwood init --example` copies in Sources/CHandbook/examples.c.
# Run it after a file of such a study is added, renamed or removed; a test fails until it was.
set -eu
cd "$(dirname "$0")/../studies"
find hcc lung -type f | ../scripts/embed.sh CHandbook examples.c Example studies
