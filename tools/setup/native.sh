#!/usr/bin/env bash
# Puts the optional package @tensorflow/tfjs-node into node_modules. Its own install script loads TensorFlow's library from a
# server of Google's; this one takes it from the wheel tensorflow-cpu of PyPI, which holds the same C functions.
#
#   npm run setup:native              npm ci and npm install remove it again; a second run takes 10 seconds
#
# Needs Linux on x64 with AVX, g++, Python with pip. Loads 240 MB, keeps 560 MB in ~/.cache/seedling.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=4.22.0
tensorflow=2.12.1
wheel_sha256=d05b8268da5bd87cf43d46da177e3b3ca39f2db0437e56c5e18351db4cde8679
package=node_modules/@tensorflow/tfjs-node
built=${XDG_CACHE_HOME:-$HOME/.cache}/seedling/tfjs-node-$version-$tensorflow

grep -qw avx /proc/cpuinfo || { echo 'TensorFlow needs a processor with AVX.' >&2; exit 1; }

# As an optional one, since npm 11 takes an optional peer for already settled and installs nothing.
npm install --no-save --save-optional --ignore-scripts --no-audit --no-fund "@tensorflow/tfjs-node@$version"

# Builds the addon as the package's own script would: lib/napi-v8/tfjs_binding.node, beside the library in deps/lib.
build() {
  local work
  work=$(mktemp -d)
  npm install --prefix "$work" --no-save --ignore-scripts --no-audit --no-fund node-api-headers@1
  # The wheel is for Python 3.10, but what is taken from it knows nothing of Python.
  python3 -m pip download --quiet --no-cache-dir --no-deps --only-binary=:all: --implementation cp --python-version 3.10 \
    --abi cp310 --platform manylinux2014_x86_64 --dest "$work" "tensorflow-cpu==$tensorflow"
  echo "$wheel_sha256  $(echo "$work"/*.whl)" | sha256sum --check --quiet
  python3 -m zipfile -e "$work"/*.whl "$work/wheel"

  mkdir -p "$work/built/deps/lib" "$work/built/lib/napi-v8"
  mv "$work"/wheel/tensorflow/libtensorflow_{cc,framework}.so.2 "$work/built/deps/lib/"
  cp "$work"/wheel/*.dist-info/LICENSE "$work/built/deps/"
  # shellcheck disable=SC2016 # the loader reads $ORIGIN
  g++ -O2 -std=c++17 -shared -fPIC -DNAPI_VERSION=8 \
    -I "$work/node_modules/node-api-headers/include" -I "$work/wheel/tensorflow/include" "$package"/binding/*.cc \
    -L "$work/built/deps/lib" -l:libtensorflow_cc.so.2 -l:libtensorflow_framework.so.2 \
    '-Wl,-rpath,$ORIGIN/../../deps/lib' -o "$work/built/lib/napi-v8/tfjs_binding.node"
  mkdir -p "$(dirname "$built")"
  mv "$work/built" "$built"
  rm -rf "$work"
}
[ -d "$built" ] || build
rm -rf "$package/deps" "$package/lib"
ln -s "$built/deps" "$built/lib" "$package/"

TF_CPP_MIN_LOG_LEVEL=2 node --eval "
// Node 22 warns of both, and since Node 23 the first is gone; src/lstm/native.ts does the same.
const isNullOrUndefined = (value) => value === null || value === undefined;
Object.assign(require('util'), { isNullOrUndefined, isArray: Array.isArray });
const tf = require('@tensorflow/tfjs-node');
const [product] = tf.matMul(tf.tensor2d([[1, 2, 3]]), tf.tensor2d([[4], [5], [6]])).dataSync();
if (tf.getBackend() !== 'tensorflow' || product !== 32) throw new Error('It computes ' + product + ' instead of 32.');
console.log('tfjs-node ' + tf.version['tfjs-node'] + ' computes with TensorFlow ' + tf.backend().binding.TF_Version + '.');
"
