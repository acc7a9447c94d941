#!/bin/sh
# Pins every requirement with the hashes of all its files, for all platforms; names no index. Pass --upgrade for newer versions.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v .venv/bin/uv || command -v uv) || {
  echo 'lock: uv is needed: .venv/bin/python -m pip install uv' >&2
  exit 1
}
pin() {
  "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@" >/dev/null
}

pin pyproject.toml --group build --group check --no-emit-package reuse -o requirements-dev.txt "$@"
pin pyproject.toml -c requirements-dev.txt -o requirements.txt
pin --group build -c requirements-dev.txt -o requirements-build.txt
# reuse is published as source only; its own requirements stand in requirements-dev.txt
pin --group licences -o requirements-source.txt --no-deps "$@"
