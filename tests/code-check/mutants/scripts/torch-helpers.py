import random

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset


def set_seed(seed=3):
    random.seed(seed)
    torch.manual_seed(seed)  #: stream


class Tagger(nn.Module):
    def __init__(self, words, tags):
        super(Tagger, self).__init__()
        self.embedding = nn.Embedding(words, 8)
        self.lstm = nn.LSTM(8, 12, bidirectional=True, batch_first=True)
        self.norm = nn.BatchNorm1d(24)
        self.tag = nn.Linear(24, tags)

    def forward(self, ids):
        out, _ = self.lstm(self.embedding(ids))
        out = F.dropout(out, p=0.3, training=self.training)  #: functional
        return self.tag(self.norm(out[:, -1]))  #: output


def train_epoch(model, loader, optimizer):
    model.train()  #: train
    for ids, tags in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(ids), tags)
        loss.backward()
        optimizer.step()


def evaluate(model, loader):
    model.eval()  #: eval
    right = 0
    with torch.no_grad():
        for ids, tags in loader:
            right += (model(ids).argmax(1) == tags).sum().item()  #: predict
    return right


if __name__ == "__main__":
    set_seed()  #: seed
    ids = torch.randint(0, 20, (40, 6))
    tags = ids[:, 0] % 3
    train_loader = DataLoader(TensorDataset(ids[:30], tags[:30]), batch_size=10, shuffle=True)
    test_loader = DataLoader(TensorDataset(ids[30:], tags[30:]), batch_size=10)
    model = Tagger(20, 3)  #: model
    optimizer = torch.optim.Adam(model.parameters())
    for epoch in range(2):
        train_epoch(model, train_loader, optimizer)
        print(epoch, evaluate(model, test_loader))
