#!/usr/bin/env bash
# Finds what Klarhand needs from the system and installs it on Debian when it may.
# packages.sh serve   – what rendering needs (a missing GL library is a warning: a slower fallback exists)
# packages.sh test    – that, and Chromium with its driver
set -u
goal=${1:-serve}

have_lib() { ldconfig -p 2>/dev/null | grep -q "$1"; }

missing=()
have_lib libEGL.so.1 || missing+=(libegl1)
have_lib libEGL_mesa.so.0 || missing+=(libegl-mesa0)
have_lib libGL.so.1 || missing+=(libgl1)
# Mesa's software renderer has no soname of its own to ask for.
ls /usr/lib/*/dri/swrast_dri.so /usr/lib/*/dri/kms_swrast_dri.so >/dev/null 2>&1 || missing+=(libgl1-mesa-dri)
have_lib libX11.so.6 || missing+=(libx11-6)
if [ "$goal" = test ]; then
  have_lib libGLESv2.so.2 || missing+=(libgles2)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v chromedriver >/dev/null || missing+=(chromium-driver)
fi
[ ${#missing[@]} -eq 0 ] && exit 0

install=""
if command -v apt-get >/dev/null; then
  if [ "$(id -u)" = 0 ]; then install="env DEBIAN_FRONTEND=noninteractive apt-get"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then install="sudo env DEBIAN_FRONTEND=noninteractive apt-get"
  fi
fi
if [ -n "$install" ]; then
  echo "      installing Debian packages: ${missing[*]}"
  if $install update -qq >/dev/null && $install install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    exit 0
  fi
fi
echo "Missing Debian packages: ${missing[*]} – install them with: sudo apt-get install ${missing[*]}" >&2
[ "$goal" = serve ] && exit 0
exit 1
