"""Trains an LSTM as a learner of PyTorch writes it, and tells how long that takes.

Argument: the number of threads. Tells its version first. Then every line of the input is a task, and one line answers it
with milliseconds:

  step UNITS TIME_STEPS BATCH STEPS    one training step, mean of STEPS
  train UNITS TIME_STEPS BATCH STEPS   a training of STEPS steps, with a new model
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


class Trainer:
    def __init__(self, units, time_steps, batch):
        self.batch = batch
        self.model = Forecaster(units)
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=0.001)
        self.loss_of = nn.MSELoss()
        self.windows = torch.randn(4 * batch, time_steps, 1)
        self.targets = torch.randn(4 * batch, 1)

    def train(self, steps):
        for step in range(steps):
            start = step % 4 * self.batch
            picked = slice(start, start + self.batch)
            self.optimizer.zero_grad()
            self.loss_of(self.model(self.windows[picked]), self.targets[picked]).backward()
            self.optimizer.step()


trainers = {}


def answer(task, *numbers):
    *sizes, steps = numbers
    if task == "step":
        key = tuple(sizes)
        if key not in trainers:
            trainers[key] = Trainer(*sizes)
        since = time.perf_counter()
        trainers[key].train(steps)
        return 1000 * (time.perf_counter() - since) / steps
    since = time.perf_counter()
    Trainer(*sizes).train(steps)
    return 1000 * (time.perf_counter() - since)


torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(1)
print(torch.__version__, flush=True)
for line in sys.stdin:
    task, *numbers = line.split()
    print(answer(task, *map(int, numbers)), flush=True)
