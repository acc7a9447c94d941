#!/bin/sh
# The main job on the sample notices; then the window, where it exists and there is a screen.
set -eu
cd "$(dirname "$0")/.."
mkdir -p out
for format in pdf txt; do
  .venv/bin/noticeeditor export resources/samples/*.notice.json --to "$format" -o out/
done
echo 'Written:'
ls -l out

[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || exit 0
.venv/bin/python -c 'from noticeeditor.gui import main' 2>/dev/null || exit 0
exec .venv/bin/noticeeditor
