import joblib
import pandas as pd
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = nn.GRU(1, 10, batch_first=True)
        self.drop = nn.Dropout(0.4)
        self.out = nn.Linear(10, 1)

    def init_hidden(self, batch):
        return torch.zeros(1, batch, 10)  #: state

    def forward(self, x):
        y, _ = self.gru(x, self.init_hidden(x.size(0)))
        return self.out(self.drop(y[:, -1]))  #: output


scaler = joblib.load("scaler.joblib")
values = pd.read_csv("new.csv")["load"].to_numpy().reshape(-1, 1)
scaled = scaler.transform(values)  #: scale
net = Net()  #: model
net.load_state_dict(torch.load("net.pt"))  #: load
net.eval()  #: eval
with torch.inference_mode():
    y = net(torch.tensor(scaled[-24:]).float().unsqueeze(0))  #: predict
print(scaler.inverse_transform(y.numpy()))
