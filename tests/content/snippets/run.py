"""Compiles, or runs, the Python snippets of the pages. Standard input: {"framework": "keras" | "pytorch" | "none" | null,
"snippets": [{"name", "file", "line", "code", "isFix"}]}; null only compiles. Prints a JSON list of what is wrong, one string each.

Names a snippet may use without making them itself:
- model: a small LSTM; on the page `dropout` with dropout, on `batch-norm` with batch normalisation, on `carried-state` stateful
- x, y: 8 windows of 12 steps of one value, and their targets; NumPy arrays for Keras, tensors for PyTorch
- series, words, scores, logits, temperature; a, b: two outputs that differ in the last bits
"""

import contextlib, io, json, os, random, sys, tempfile, traceback

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"


def plain_names():
    names = {"words": ["gate", "cell", "state", "cell", "mask"], "temperature": 1.0, "scores": [0.95, 0.97, 0.96]}
    with contextlib.suppress(ImportError):
        import numpy as np

        draw = np.random.default_rng(0)
        a = draw.normal(size=8).astype("float32")
        names |= {"np": np, "series": draw.normal(size=40), "a": a, "b": np.nextafter(a, np.float32(9))}
        names |= {"x": draw.normal(size=(8, 12, 1)).astype("float32"), "logits": np.array([1.0, 2.0, 3.0])}
        names |= {"y": draw.normal(size=(8, 1)).astype("float32")}
    return names


def keras_names(page):
    import keras

    start = keras.Input(batch_shape=(8, 12, 1)) if page == "carried-state" else keras.Input((12, 1))
    layers = [start, keras.layers.LSTM(4, stateful=page == "carried-state")]
    if page == "dropout":
        layers.append(keras.layers.Dropout(0.5))
    if page == "batch-norm":
        layers.append(keras.layers.BatchNormalization())
    keras.utils.set_random_seed(1)
    model = keras.Sequential([*layers, keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    random.seed()  # from here on only a snippet's own seed holds
    return plain_names() | {"model": model}


def pytorch_names(page):
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

    torch.manual_seed(1)
    names = plain_names()
    tensors = {name: torch.tensor(names[name]) for name in ("x", "y", "logits")}
    names |= tensors | {"model": Model()}
    torch.seed()  # from here on only a snippet's own seed holds
    return names


def weights_of(model):
    if hasattr(model, "get_weights"):
        return b"".join(w.tobytes() for w in model.get_weights())
    return b"".join(w.numpy().tobytes() for w in model.state_dict().values())


def holds(page, framework, names, again):
    """What a page says its fix does: the same call gives the same bits, the same seed the same weights, and so on."""
    if page == "initial-weights":
        return weights_of(names["model"]) == weights_of(again()["model"])
    if page not in ("dropout", "batch-norm", "carried-state"):
        return True
    x, y = names["x"], names.get("y")
    if framework == "keras":
        predict = lambda rows: names["model"].predict(rows, verbose=0)
        y = y if y is None else names["np"].asarray(y)
    else:
        model = names["model"]
        predict = lambda rows: model(rows).detach()
    first = predict(x)
    if page == "carried-state" and framework == "pytorch":
        return (names["lstm"](x)[0] == names["out"]).all().item()
    if page == "carried-state":
        names["reset"](names["model"])
        return (first != y).any() and (predict(x) == y).all()
    if page == "dropout":
        return bool(abs(y - first).max() < 1e-5 and (predict(x) == first).all())
    if page == "batch-norm":
        return bool(abs(y - first).max() < 1e-5 and abs(predict(x[:1]) - first[:1]).max() < 1e-5)


def run(snippet, framework):
    page = snippet["name"].split(" ")[0]
    code = compile("\n" * (snippet["line"] - 1) + snippet["code"], snippet["file"], "exec")
    if framework is None:
        return
    make = {"keras": keras_names, "pytorch": pytorch_names}.get(framework, lambda _: plain_names())

    def execute():
        names = make(page)
        exec(code, names)
        return names

    with contextlib.redirect_stdout(io.StringIO()):
        names = execute()
        if snippet.get("isFix") and not holds(page, framework, names, execute):
            raise AssertionError("the fix does not do what its page says")


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
