"""Trains several LSTMs as an expert of JAX or PyTorch does, all at the same time or one after the other, on one thread.

Argument: jax or pytorch. Tells the library's version first. Then every line of the input is a task in JSON, and one line of
JSON answers it:

  {"prepare": JOB, "engine": ENGINE}   takes over what is to be trained (job.ts tells its form): null
  "train"                              trains all models from their initial weights: processor time in seconds
  "loss"                               mean squared error of the trained models on all windows, mean over the models
"""

import json
import os
import sys
import time

os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
os.environ["JAX_PLATFORMS"] = "cpu"


def jax_engines():
    import jax
    import jax.numpy as jnp

    def vmap(job):
        """vmap over the models, scan over training steps and time steps, all of it compiled. Neither unrolled time steps
        nor input products in advance are faster (measured with JAX 0.10.2 on a processor)."""
        windows = jnp.asarray(job["windows"], jnp.float32)
        targets = jnp.asarray(job["targets"], jnp.float32)
        order = jnp.asarray(job["batchOrders"], jnp.int32)
        initial = tuple(jnp.asarray(weights, jnp.float32) for weights in job["weights"])
        units, rate = job["units"], job["learningRate"]

        def forecast(weights, batch):
            kernel, recurrent_kernel, bias, dense_kernel, dense_bias = weights

            def cell(state, x):
                h, c = state
                i, f, g, o = jnp.split(x @ kernel + h @ recurrent_kernel + bias, 4, axis=-1)
                c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
                return (jax.nn.sigmoid(o) * jnp.tanh(c), c), None

            zeros = jnp.zeros((batch.shape[0], units), jnp.float32)
            (h, _), _ = jax.lax.scan(cell, (zeros, zeros), jnp.swapaxes(batch, 0, 1))
            return (h @ dense_kernel + dense_bias)[:, 0]

        def loss_of(weights, batch, wanted):
            return jnp.mean((forecast(weights, batch) - wanted) ** 2)

        def train_one(weights, batches):
            def step(state, picked):
                weights, m, v, t = state
                gradients = jax.grad(loss_of)(weights, windows[picked], targets[picked])
                t = t + 1
                m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, gradients)
                v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, gradients)
                a, b = 1 / (1 - 0.9**t), 1 / (1 - 0.999**t)
                weights = jax.tree.map(
                    lambda w, m, v: w - rate * m * a / (jnp.sqrt(v * b) + 1e-7), weights, m, v
                )
                return (weights, m, v, t), None

            zeros = jax.tree.map(jnp.zeros_like, weights)
            (weights, *_), _ = jax.lax.scan(step, (weights, zeros, zeros, jnp.float32(0)), batches)
            return weights

        compiled = jax.jit(jax.vmap(train_one))
        losses = jax.jit(jax.vmap(lambda weights: loss_of(weights, windows, targets)))
        train = lambda: jax.block_until_ready(compiled(initial, order))
        return train, lambda trained: float(jnp.mean(losses(trained)))

    return jax.__version__, {"jax-vmap": vmap}


def pytorch_engines():
    import torch
    from torch import nn

    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)

    def read(job):
        windows, targets, *weights = (
            torch.tensor(values, dtype=torch.float32)
            for values in (job["windows"], job["targets"], *job["weights"])
        )
        return windows, targets, torch.tensor(job["batchOrders"]), weights

    def batched(job):
        """Batched matrix products over all models; their losses are summed, so that each gets its own gradient."""
        windows, targets, orders, initial = read(job)
        runs, units = len(orders), job["units"]

        def forecast(weights, batch):
            kernel, recurrent_kernel, bias, dense_kernel, dense_bias = weights
            inputs = torch.einsum("nbti,nij->tnbj", batch, kernel) + bias[:, None]
            h = c = torch.zeros(runs, batch.shape[1], units)
            for x in inputs:
                i, f, g, o = torch.baddbmm(x, h, recurrent_kernel).chunk(4, -1)
                c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
                h = torch.sigmoid(o) * torch.tanh(c)
            return (torch.bmm(h, dense_kernel) + dense_bias[:, None])[..., 0]

        def train():
            weights = [each.clone().requires_grad_() for each in initial]
            adam = torch.optim.Adam(weights, lr=job["learningRate"], eps=1e-7, foreach=True)
            for picked in orders.unbind(1):
                error = forecast(weights, windows[picked]) - targets[picked]
                adam.zero_grad()
                (error**2).mean(1).sum().backward()
                adam.step()
            return weights

        def loss(weights):
            with torch.no_grad():
                every = windows.expand(runs, *windows.shape)
                return float(((forecast(weights, every) - targets) ** 2).mean())

        return train, loss

    class Forecaster(nn.Module):
        """What a learner writes. PyTorch has a second bias, which stays 0 here, so that all engines train one model."""

        def __init__(self, weights):
            super().__init__()
            kernel, recurrent_kernel, bias, dense_kernel, dense_bias = weights
            self.lstm = nn.LSTM(1, len(dense_kernel), batch_first=True)
            self.dense = nn.Linear(len(dense_kernel), 1)
            with torch.no_grad():
                self.lstm.weight_ih_l0.copy_(kernel.T)
                self.lstm.weight_hh_l0.copy_(recurrent_kernel.T)
                self.lstm.bias_ih_l0.copy_(bias)
                self.lstm.bias_hh_l0.zero_()
                self.dense.weight.copy_(dense_kernel.T)
                self.dense.bias.copy_(dense_bias)
            self.lstm.bias_hh_l0.requires_grad_(False)

        def forward(self, windows):
            outputs, _ = self.lstm(windows)
            return self.dense(outputs[:, -1])[:, 0]

    def one_by_one(job):
        """nn.LSTM, nn.Linear and Adam, one model after the other."""
        windows, targets, orders, initial = read(job)
        loss_of = nn.MSELoss()

        def train_one(weights, order):
            model = Forecaster(weights)
            learned = [each for each in model.parameters() if each.requires_grad]
            adam = torch.optim.Adam(learned, lr=job["learningRate"], eps=1e-7)
            for picked in order:
                adam.zero_grad()
                loss_of(model(windows[picked]), targets[picked]).backward()
                adam.step()
            return model

        def loss(models):
            with torch.no_grad():
                return sum(float(loss_of(model(windows), targets)) for model in models) / len(models)

        train = lambda: [train_one(weights, order) for *weights, order in zip(*initial, orders)]
        return train, loss

    return torch.__version__, {"pytorch-batched": batched, "pytorch-lstm": one_by_one}


version, engines = {"jax": jax_engines, "pytorch": pytorch_engines}[sys.argv[1]]()
print(version, flush=True)
for line in sys.stdin:
    task = json.loads(line)
    answer = None
    if task == "train":
        since = time.process_time()
        trained = train()
        answer = time.process_time() - since
    elif task == "loss":
        answer = loss(trained)
    else:
        train, loss = engines[task["engine"]](task["prepare"])
    print(json.dumps(answer), flush=True)
