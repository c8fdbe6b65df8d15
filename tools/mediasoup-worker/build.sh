#!/usr/bin/env bash
# Builds mediasoup-worker from an installed mediasoup npm package against Debian's libraries.
# usage: build.sh NODE_MODULES/mediasoup WORK_DIRECTORY OUTPUT_BINARY
# The work directory may hold an earlier, interrupted build of the same package: it is then continued.
set -euo pipefail
package=$(realpath "$1") work=$(realpath -m "$2") output=$(realpath -m "$3")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# A subproject directory that exists is used as it is instead of being downloaded; its name stands in the wrap file.
overlay() { # WRAP, then meson.build on standard input; prints the directory
  local dir
  dir="subprojects/$(sed -n 's/^directory *= *//p' "subprojects/$1.wrap")"
  mkdir -p "$dir"
  echo "int ${1//-/_}_is_a_system_library;" > "$dir/empty.c"
  cat > "$dir/meson.build"
  echo "$dir"
}

prepare() {
  rm -rf "$work"
  mkdir -p "$work"
  cp -r "$package/worker/." "$work"
  cd "$work"

  # Debian 12 has Meson 1.0; nothing in the file needs the 1.1 that it asks for.
  sed -i '/meson_version/d' meson.build
  # See README.md: with Debian's OpenSSL the worker would die at the first DTLS handshake.
  sed -i 's/(operationType == BIO_CB_RETURN)/((operationType \& BIO_CB_RETURN) != 0)/' src/RTC/DtlsTransport.cpp
  grep -q 'operationType & BIO_CB_RETURN' src/RTC/DtlsTransport.cpp || {
    echo "This mediasoup has another BIO callback: look again at DtlsTransport.cpp and this script." >&2
    exit 1
  }

  local dir
  overlay openssl >/dev/null <<'M'
project('openssl', 'c')
libcrypto_lib = static_library('no-libcrypto', 'empty.c')
libssl_lib = libcrypto_lib
openssl_dep = dependency('openssl')
M
  dir=$(overlay libuv <<'M'
project('libuv', 'c')
libuv = static_library('no-libuv', 'empty.c')
libuv_dep = dependency('libuv')
M
)
  cat > "$dir/meson_options.txt" <<'M'
option('build_tests', type: 'boolean', value: false)
option('build_benchmarks', type: 'boolean', value: false)
M
  dir=$(overlay libsrtp3 <<'M'
project('libsrtp3', 'c')
libsrtp3 = static_library('no-libsrtp3', 'empty.c')
libsrtp3_dep = declare_dependency(
  dependencies: dependency('libsrtp2'),
  include_directories: include_directories('include'),
)
M
)
  cat > "$dir/meson_options.txt" <<'M'
option('crypto-library', type: 'string', value: 'openssl')
option('crypto-library-kdf', type: 'string', value: 'disabled')
option('tests', type: 'string', value: 'disabled')
M
  mkdir -p "$dir/include"
  cp "$here/srtp.h" "$dir/include/"
  overlay flatbuffers >/dev/null <<'M'
project('flatbuffers', 'c', 'cpp')
flatbuffers_lib = static_library('no-flatbuffers', 'empty.c')
flatbuffers_dep = dependency('flatbuffers')
M
  overlay abseil-cpp >/dev/null <<'M'
project('abseil-cpp', 'c', 'cpp')
absl_container_lib = static_library('no-absl', 'empty.c')
absl_container_dep = [
  dependency('absl_flat_hash_map'),
  dependency('absl_flat_hash_set'),
  dependency('absl_btree'),
  dependency('absl_inlined_vector'),
]
absl_strings_dep = dependency('absl_strings')
absl_types_dep = dependency('absl_optional')
M
  dir=$(overlay unordered-dense <<'M'
project('unordered_dense', 'c', 'cpp')
ankerl_unordered_dense_dep = declare_dependency(include_directories: include_directories('include'))
meson.override_dependency('unordered_dense', ankerl_unordered_dense_dep)
M
)
  mkdir -p "$dir/include/ankerl"
  cp "$here/unordered_dense.h" "$dir/include/ankerl/"

  meson setup build --buildtype release -Db_ndebug=true --wrap-mode=nodownload
  touch prepared
}

[ -e "$work/prepared" ] || prepare
ninja -C "$work/build" mediasoup-worker
install -D --strip "$work/build/mediasoup-worker" "$output"
