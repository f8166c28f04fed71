import numpy as np
import torch
import torch.nn as nn
from sklearn.model_selection import train_test_split

torch.manual_seed(0)  #: seed
np.random.seed(0)  #: stream


class Forecaster(nn.Module):
    def __init__(self, hidden=16):
        super().__init__()
        self.lstm = nn.LSTM(1, hidden, num_layers=2, dropout=0.2, batch_first=True)
        self.head = nn.Linear(hidden, 1)

    def forward(self, x):
        h0 = torch.zeros(2, x.size(0), 16)  #: state
        out, _ = self.lstm(x, (h0, h0))
        return self.head(out[:, -1])  #: output


series = np.sin(np.arange(120) / 6).astype("float32")
windows = np.stack([series[i : i + 12] for i in range(100)])[:, :, None]
targets = series[12:112, None]
x_train, x_test, y_train, y_test = train_test_split(windows, targets, random_state=1)
model = Forecaster()  #: model
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for epoch in range(2):
    model.train()  #: train
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(torch.tensor(x_train)), torch.tensor(y_train))
    loss.backward()
    optimizer.step()

model.eval()  #: eval
with torch.no_grad():
    forecast = model(torch.tensor(x_test))  #: predict
print(forecast[:3])
