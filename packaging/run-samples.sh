#!/bin/sh
# The main job on the sample notices; then the window, where it exists and there is a screen.
set -eu
cd "$(dirname "$0")/.."
mkdir -p out
echo 'Written:'
for format in pdf txt; do
  .venv/bin/noticeeditor export resources/samples/*.notice.json --to "$format" -o out/ --force
done

[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ -e noticeeditor/gui/app.py ] || exit 0
code=0
.venv/bin/noticeeditor || code=$?
[ "$code" = 3 ] || exit "$code" # 3: no screen can be reached, as it said; the files are written all the same
