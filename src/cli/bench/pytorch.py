"""Trains an LSTM as a learner of PyTorch writes it, and tells how long that takes.

Argument: the number of threads. Tells its version first. Then every line of the input is a task, and one line answers it
with milliseconds:

  step UNITS TIME_STEPS BATCH COUNT      one training step, mean of COUNT
  train UNITS TIME_STEPS BATCH STEPS COUNT   all of COUNT trainings, each with a new model
"""

import sys
import time

import torch
from torch import nn


class Forecaster(nn.Module):
    def __init__(self, units):
        super().__init__()
        self.lstm = nn.LSTM(1, units, batch_first=True)
        self.dense = nn.Linear(units, 1)

    def forward(self, windows):
        outputs, _ = self.lstm(windows)
        return self.dense(outputs[:, -1])


def train(model, time_steps, batch, steps):
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    loss_of = nn.MSELoss()
    windows = torch.randn(4 * batch, time_steps, 1)
    targets = torch.randn(4 * batch, 1)
    since = time.perf_counter()
    for step in range(steps):
        start = step % 4 * batch
        optimizer.zero_grad()
        outputs = model(windows[start : start + batch])
        loss_of(outputs, targets[start : start + batch]).backward()
        optimizer.step()
    return 1000 * (time.perf_counter() - since)


def answer(task, sizes):
    units, time_steps, batch, steps = sizes[:4]
    if task == "step":
        return train(Forecaster(units), time_steps, batch, steps) / steps
    since = time.perf_counter()
    for _ in range(sizes[4]):
        train(Forecaster(units), time_steps, batch, steps)
    return 1000 * (time.perf_counter() - since)


torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(1)
print(torch.__version__, flush=True)
for line in sys.stdin:
    task, *sizes = line.split()
    print(answer(task, [int(size) for size in sizes]), flush=True)
