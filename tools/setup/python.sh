#!/usr/bin/env bash
# Makes a Python environment with what the tests skip elsewhere: Keras, PyTorch, JAX, discord.py and a check of Kubernetes
# manifests. Everything comes from PyPI.
#
#   npm run setup:python [FOLDER]     ~/.cache/seedling/python if left out; source FOLDER/bin/activate puts it on the PATH
#
# Needs Linux on x64, Python 3.11 or later and a C compiler. Loads 850 MB, keeps 3 GB. A second run finds it done.
set -euo pipefail
cd "$(dirname "$0")"

torch=2.15.0
folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/seedling/python}

# A change to this script or to the requirements makes it anew.
recipe=$(cat python.sh requirements.txt | sha256sum)
[ "$(cat "$folder/recipe" 2>/dev/null)" != "$recipe" ] || exit 0

python3 -m venv --clear "$folder"
pip() { "$folder/bin/python" -m pip --disable-pip-version-check --no-cache-dir --quiet "$@"; }
pip install -r requirements.txt
# PyPI's only PyTorch for Linux on x64 is the one for NVIDIA's cards. Its dependencies are 3 GB of NVIDIA's libraries.
pip install --no-deps "torch==$torch"

# The loader wants those libraries even where nothing calls them. Stand-ins take their place: each of their functions
# answers 100, which is CUDA's "there is no such card" (cudaErrorNoDevice), so that PyTorch computes on the processor.
cd "$folder"/lib/python3*/site-packages/torch/lib
functions=$(nm --dynamic --undefined-only lib*.so |
  awk '$2 ~ /^(__)?(cu|nccl|nv)/ { sub(/@.*/, "", $2); print "int " $2 "(void) { return 100; }" }' | sort --unique)
for library in $(ldd lib*.so | awk '/not found/ { print $1 }' | sort --unique); do
  # The loader also compares versions; theirs bear the name of the library, but for one.
  cc -shared -fPIC -w -x c -o "$library" -Wl,-soname,"$library" \
    -Wl,--version-script=<(echo "NVSHMEM { nvshmem*; }; $library { *; };") - <<<"$functions"
done

TF_CPP_MIN_LOG_LEVEL=3 "$folder/bin/python" - <<'PY'
import discord, keras, torch

torch.nn.LSTM(1, 4)(torch.zeros(3, 1))[0].sum().backward()
print(f"Keras {keras.__version__}, PyTorch {torch.__version__} and discord.py {discord.__version__} are there.")
PY
echo "$recipe" >"$folder/recipe"
