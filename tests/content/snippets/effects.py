"""What the pages say their Python snippets do: one function for each page and framework, for its fix and for its check.
Each gets `ran` (see run.py) and is true if the snippet did it."""

import hashlib
import subprocess
import sys


def weights_of(model):
    if hasattr(model, "get_weights"):
        return b"".join(w.tobytes() for w in model.get_weights())
    return b"".join(w.numpy().tobytes() for w in model.state_dict().values())


def predict(ran, rows):
    """The model in the mode the snippet left it in."""
    model = ran["model"]
    return model.predict(rows, verbose=0) if hasattr(model, "predict") else model(rows).detach()


def digest_of(model):
    """How every page and every check hashes weights: the bytes of all values, one after the other. So hashes can be compared."""
    return hashlib.sha256(weights_of(model)).hexdigest()[:12]


def apart(a, b):
    return float(abs(a - b).max())


def same_seed_same_weights(ran):
    return weights_of(ran["model"]) == weights_of(ran.again()["model"])


def gives_one_output(ran):
    y = ran["np"].asarray(ran["y"])
    first = predict(ran, ran["x"])
    return apart(y, ran["np"].asarray(first)) < 1e-5 and apart(predict(ran, ran["x"]), first) == 0


def row_counts_alone(ran):
    first = predict(ran, ran["x"])
    return gives_one_output(ran) and apart(predict(ran, ran["x"][:1]), first[:1]) < 1e-5


def sees_training_mode(ran):
    """The check is made of the reader's own call, and tells the two kinds of it apart."""
    inference = ran.again(my_predict=lambda model: lambda x: predict({"model": model}, x), mode="inference")
    training = ran.again(my_predict=in_training_mode, mode="training")
    return inference.printed == "True\n" and training.printed == "False\n"


def in_training_mode(model):
    return lambda x: model(x, training=True) if hasattr(model, "predict") else model.train()(x)


def hash_tells_weights(ran):
    """The same model has the same hash, a model that was made or trained anew another."""
    other = ran.again(seed=2).printed
    return ran.again().printed == ran.printed == f"{digest_of(ran['model'])}\n" != other


def state_is_reset(ran):
    x, y, model = ran["x"], ran["y"], ran["model"]
    carried = apart(predict(ran, x), y)
    ran["reset"](model)
    return carried > 0 and apart(predict(ran, x), y) == 0


def starts_from_zeros(ran):
    return apart(ran["lstm"](ran["x"])[0].detach(), ran["out"].detach()) == 0


def noise_is_new_each_epoch(ran):
    """And the same for any number of workers, and when all is run again."""
    import torch
    from torch.utils.data import DataLoader

    def epochs(data, workers):
        read = []
        for data.epoch in range(2):
            read.append(torch.cat(list(DataLoader(data, num_workers=workers))))
        return read

    first, second = epochs(ran["data"], 0)
    others = [*zip((first, second), epochs(ran["data"], 2)), *zip((first, second), epochs(ran.again()["data"], 0))]
    return apart(first, second) > 0 and all(apart(a, b) == 0 for a, b in others)


def gaps_are_filled(ran):
    series, given = ran["series"], ran.make(1)["series"]
    return bool((abs(series) <= 3).all()) and abs(series[5] - (given[4] + given[6]) / 2) < 1e-12


def padding_does_not_count(ran):
    np, x = ran["np"], ran["x"]
    padded = np.concatenate([x, -np.ones((8, 3, 1), x.dtype)], axis=1)
    return apart(predict(ran, padded), predict(ran, x)) < 1e-6


def last_state_is_the_real_end(ran):
    alone = ran["lstm"](ran["x"][:, :9])[1][0]
    return apart(alone.detach(), ran["h_n"].detach()) < 1e-6


def hash_is_loaded(ran):
    saved, _, loaded = ran.printed.strip().split("\n")
    return saved == loaded == digest_of(ran["model"])


def repeats_and_resumes(ran):
    """Equal hashes of two trainings, of one in halves, and of one in a fresh process; another seed gives another."""
    whole, again, resumed = ran.printed.split()
    repeats = whole == again == resumed == in_a_fresh_process(ran)
    return repeats and ran["train"](0) != ran["train"](0, seed=2) and ran["digest"](ran["model"]) == digest_of(ran["model"])


def in_a_fresh_process(ran):
    """The hash of six epochs there: no generator has been used before."""
    np, x = ran["np"], ran["x"]
    np.savez("data.npz", x=x, y=ran["y"])
    tensors = "" if isinstance(x, np.ndarray) else "import torch\nx, y = torch.tensor(x), torch.tensor(y)\n"
    given = "import numpy\ndata = numpy.load('data.npz')\nx, y = data['x'], data['y']\n" + tensors
    program = given + ran.source.split("whole, again =")[0] + "print(train(6))"
    run = subprocess.run([sys.executable, "-c", program], check=True, stdout=subprocess.PIPE, text=True)
    return run.stdout.strip()


def takes_one_pass(ran):
    return apart(ran["true"], ran["y"]) == 0 and apart(predict(ran, ran["x"]), ran["predicted"]) < 1e-6


def reads_its_own_outputs(ran):
    """The second forecast is what the model says of the window that ends in the first."""
    first, second = ran["forecasts"][:2]
    window = ran["x"][:1].clone()
    window[:, :-1] = ran["x"][:1, 1:]
    window[:, -1] = first
    return len(ran["forecasts"]) == 60 and abs(predict(ran, window).item() - second) < 1e-6


def is_a_copy(ran):
    """What was best stays, though the model goes on."""
    before = {name: weight.clone() for name, weight in ran["best"].items()}
    for parameter in ran["model"].parameters():
        parameter.data += 1
    return all(apart(before[name], ran["best"][name]) == 0 for name in before)


def averages_models(ran):
    """The mean of models that differ."""
    np = ran["np"]
    forecasts = [np.asarray(predict({"model": model}, ran["x"])) for model in ran["models"]]
    mean = np.mean(forecasts, axis=0)
    return apart(mean, np.asarray(ran["mean"])) < 1e-6 and np.asarray(ran["doubt"]).max() > 1e-3


FIXES = {
    ("initial-weights", "keras"): same_seed_same_weights,
    ("initial-weights", "pytorch"): same_seed_same_weights,
    ("dropout", "keras"): gives_one_output,
    ("dropout", "pytorch"): gives_one_output,
    ("batch-norm", "keras"): row_counts_alone,
    ("batch-norm", "pytorch"): row_counts_alone,
    ("carried-state", "keras"): state_is_reset,
    ("carried-state", "pytorch"): starts_from_zeros,
    ("data-set", "keras"): gaps_are_filled,
    ("time-steps", "keras"): padding_does_not_count,
    ("time-steps", "pytorch"): last_state_is_the_real_end,
    ("saved-model", "pytorch"): lambda ran: is_a_copy(ran) if "best" in ran else hash_is_loaded(ran),
    ("hash-and-file-order", "pytorch"): lambda ran: "data" not in ran or noise_is_new_each_epoch(ran),
}

CHECKS = {
    ("batch-order", "pytorch"): takes_one_pass,
    ("time-steps", "pytorch"): reads_its_own_outputs,
    ("complete-recipe", "keras"): repeats_and_resumes,
    ("complete-recipe", "pytorch"): repeats_and_resumes,
    ("make-it-steadier", "keras"): averages_models,
    ("make-it-steadier", "pytorch"): averages_models,
    ("initial-weights", "keras"): hash_tells_weights,
    ("initial-weights", "pytorch"): hash_tells_weights,
    ("batch-norm", "keras"): sees_training_mode,
    ("batch-norm", "pytorch"): sees_training_mode,
}
