#!/bin/sh
# Makes .venv ready for "run" (the program) or "test" (the program and its checks); a second time it only compares a stamp.
# Each further argument asks for more: "xvfb" for a window on a virtual screen.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
[ $# -eq 0 ] || shift
python=${PYTHON:-python3}
PATH=$PATH:/usr/sbin:/sbin # ldconfig is outside the path of an ordinary user

# shared library that is needed : Debian package that brings it
for_qt='libglib-2.0.so.0:libglib2.0-0 libGL.so.1:libgl1 libEGL.so.1:libegl1 libxkbcommon.so.0:libxkbcommon0
  libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1'
for_a_screen='libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0
  libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1 libxcb-shape.so.0:libxcb-shape0'

fail() {
  echo "setup: $*" >&2
  exit 1
}

check_python() {
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is needed; name one by: make run PYTHON=/path/to/python3"
}

missing_packages() {
  command -v "$python" >/dev/null || echo python3
  "$python" -c 'import venv, ensurepip' 2>/dev/null || echo python3-venv
  present=$(ldconfig -p)
  for pair in $for_qt $screen_libraries; do
    case $present in *"${pair%%:*} "*) ;; *) echo "${pair#*:}" ;; esac
  done
  for program in $screen_programs; do
    command -v "$program" >/dev/null || echo xvfb
  done
}

install_packages() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    fail "these Debian packages are missing, please have them installed: $*"
  fi
  echo "setup: installing $*"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update || fail "apt-get could not renew its lists; see above"
  apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "$@" >/dev/null ||
    fail "apt-get could not install them; see above"
}

# the folder is part of it because a virtual environment cannot be moved
state() {
  echo "$PWD $("$python" -V 2>&1) $wanted"
  cat requirements*.txt pyproject.toml packaging/setup.sh
}

install_with_pip() {
  .venv/bin/python -m pip --disable-pip-version-check -qq install "$@" || fail "pip could not install: $*"
}

screen_libraries='' screen_programs='' wanted=''
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || wanted=screen
case "$*" in *xvfb*) wanted='screen xvfb' ;; esac
case $wanted in *screen*) screen_libraries=$for_a_screen ;; esac
case $wanted in *xvfb*) screen_programs=Xvfb ;; esac

stamp=.venv/ready-for-$purpose
[ "$(state | cksum)" != "$(cat "$stamp" 2>/dev/null)" ] || exit 0

! command -v "$python" >/dev/null || check_python
if [ "$(uname)" = Linux ]; then
  missing=$(missing_packages)
  # shellcheck disable=SC2086 # one word a package
  [ -z "$missing" ] || install_packages $missing
  check_python
fi

echo "setup: making .venv ready for $purpose"
# an environment of another Python cannot be made ready
[ -e ".venv/lib/$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')" ] || rm -rf .venv
"$python" -m venv .venv || fail "could not make .venv; remove it and try again"
case $purpose in
  run) set -- -r requirements.txt -r requirements-build.txt ;;
  test) set -- -r requirements-dev.txt ;;
  *) fail "run or test, not $purpose" ;;
esac
# only ready wheels: nothing is compiled, and no build fetches what no hash pins
install_with_pip --only-binary :all: --require-hashes "$@"
[ "$purpose" = run ] || install_with_pip --no-build-isolation --no-deps --require-hashes -r requirements-source.txt
install_with_pip --no-build-isolation --no-deps --editable .
state | cksum >"$stamp"
