"""Compiles, or runs, the Python snippets of the pages. Standard input: {"framework": "keras" | "pytorch" | "none" | null,
"snippets": [{"name", "file", "line", "code", "isFix"}]}; null only compiles. Prints a JSON list of what is wrong, one string each.

Names a snippet may use without making them itself:
- model: a small LSTM; on the page `dropout` with dropout, on `batch-norm` with batch normalisation, on `carried-state` with a
  stateful layer inside a nested model
- my_predict: the reader's own call
- x, y: 8 windows of 12 steps of one value, and their targets; NumPy arrays for Keras, tensors for PyTorch
- series: 40 numbers with a missing and an impossible one
- words, scores, logits, temperature; a, b: two outputs that differ in the last bits
"""

import contextlib, io, json, os, random, sys, tempfile, traceback

from effects import CHECKS, FIXES

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"


def plain_names():
    names = {"words": ["gate", "cell", "state", "cell", "mask"], "temperature": 1.0, "scores": [0.95, 0.97, 0.96]}
    with contextlib.suppress(ImportError):
        import numpy as np

        draw = np.random.default_rng(0)
        a = draw.normal(size=8).astype("float32")
        series = draw.normal(size=40)
        series[5], series[9] = np.nan, 1e6
        names |= {"np": np, "series": series, "a": a, "b": np.nextafter(a, np.float32(9))}
        names |= {"x": draw.normal(size=(8, 12, 1)).astype("float32"), "logits": np.array([1.0, 2.0, 3.0])}
        names |= {"y": draw.normal(size=(8, 1)).astype("float32")}
    return names


def keras_names(page, seed):
    import keras

    keras.utils.set_random_seed(seed)
    if page == "carried-state":
        model = stateful_model()
    else:
        layers = [keras.Input((12, 1)), keras.layers.LSTM(4)]
        if page == "dropout":
            layers.append(keras.layers.Dropout(0.5))
        if page == "batch-norm":
            layers.append(keras.layers.BatchNormalization())
        model = keras.Sequential([*layers, keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    random.seed()  # from here on only a snippet's own seed holds
    return plain_names() | {"model": model}


def stateful_model():
    """The stateful layer is inside a nested model, and beside it a wrapper that could be stateful and isn't."""
    import keras

    start = keras.Input(batch_shape=(8, 12, 1))
    nested = keras.Sequential([start, keras.layers.LSTM(4, stateful=True, return_sequences=True)])
    both_ways = keras.layers.Bidirectional(keras.layers.LSTM(4))
    return keras.Sequential([start, nested, both_ways, keras.layers.Dense(1)])


def pytorch_names(page, seed):
    import torch

    class Model(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.lstm = torch.nn.LSTM(1, 4, batch_first=True)
            self.norm = torch.nn.BatchNorm1d(4) if page == "batch-norm" else torch.nn.Identity()
            self.drop = torch.nn.Dropout(0.5 if page == "dropout" else 0)
            self.out = torch.nn.Linear(4, 1)

        def forward(self, x):
            return self.out(self.drop(self.norm(self.lstm(x)[0][:, -1])))

    torch.manual_seed(seed)
    names = plain_names()
    tensors = {name: torch.tensor(names[name]) for name in ("x", "y", "logits")}
    names |= tensors | {"model": Model()}
    torch.seed()  # from here on only a snippet's own seed holds
    return names


class Ran(dict):
    """The names a snippet was given and made, what it printed, and how to run it once more from fresh ones."""

    def __init__(self, code, make, source):
        self.code, self.make, self.source = code, make, source

    def again(self, seed=1, my_predict=None, mode="inference"):
        ran = Ran(self.code, self.make, self.source)
        ran.update(self.make(seed))
        model = ran.get("model")
        if mode == "inference" and hasattr(model, "eval"):
            model.eval()
        ran["my_predict"] = my_predict(model) if my_predict else lambda x: x
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(self.code, ran)
        ran.printed = out.getvalue()
        return ran


def run(snippet, framework):
    page = snippet["name"].split(" ")[0]
    code = compile("\n" * (snippet["line"] - 1) + snippet["code"], snippet["file"], "exec")
    if framework is None:
        return
    makers = {"keras": keras_names, "pytorch": pytorch_names}
    make = lambda seed: makers[framework](page, seed) if framework in makers else plain_names()
    ran = Ran(code, make, snippet["code"]).again(mode="training")
    effects = FIXES if snippet.get("isFix") else CHECKS
    holds = effects.get((page, framework), lambda _: True)
    if not holds(ran):
        raise AssertionError("it does not do what its page says")


def where(error, snippet):
    if isinstance(error, SyntaxError):
        return error.lineno
    own = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == snippet["file"]]
    return own[-1] if own else snippet["line"]


given = json.load(sys.stdin)
problems = []
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.mkdir("data")
    for each in given["snippets"]:
        try:
            run(each, given["framework"])
        except Exception as error:
            problems.append(f"{each['file']}:{where(error, each)}: {type(error).__name__}: {error}")
    os.chdir("/")
print(json.dumps(problems))
