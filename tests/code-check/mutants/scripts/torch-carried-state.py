import torch
import torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(5)  #: seed


class Meter(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(2, 8, batch_first=True)
        self.drop = nn.Dropout(p=0.1)
        self.fc = nn.Linear(8, 1)

    def forward(self, x, state):
        out, state = self.rnn(x, state)
        return self.fc(self.drop(out[:, -1])), state


x = torch.linspace(0, 1, 400).reshape(20, 10, 2)
y = x.mean(dim=(1, 2)).unsqueeze(1)
train_set = DataLoader(TensorDataset(x[:16], y[:16]), batch_size=4, shuffle=True)
test_set = DataLoader(TensorDataset(x[16:]), batch_size=1)
model = Meter()  #: model
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for epoch in range(2):
    model.train()  #: train
    for xb, yb in train_set:
        optimizer.zero_grad()
        out, _ = model(xb, None)
        nn.functional.mse_loss(out, yb).backward()
        optimizer.step()

model.eval()  #: eval
results = []
state = None
with torch.no_grad():
    for (xb,) in test_set:
        state = None  #: reset
        out, state = model(xb, state)  #: predict
        results.append(out.item())
print(results)
