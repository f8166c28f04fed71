import torch
import torch.nn as nn

text = open("poems.txt", encoding="utf-8").read()
chars = sorted(set(text))  #: vocabulary
stoi = {c: i for i, c in enumerate(chars)}
itos = {i: c for c, i in stoi.items()}


class CharModel(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.embed = nn.Embedding(size, 16)
        self.lstm = nn.LSTM(16, 32, num_layers=2, dropout=0.5, batch_first=True)
        self.head = nn.Linear(32, size)

    def forward(self, ids, state=None):
        out, state = self.lstm(self.embed(ids), state)
        return self.head(out), state


model = CharModel(len(chars))  #: model
model.load_state_dict(torch.load("char.pt"))  #: load
model.eval()  #: eval


def generate(start, length):
    state = None
    ids = [stoi[c] for c in start]
    with torch.no_grad():
        for _ in range(length):
            logits, state = model(torch.tensor([ids[-1:]]), state)  #: predict
            probs = torch.softmax(logits[0, -1], dim=0)
            ids.append(torch.argmax(probs).item())  #: pick
    return "".join(itos[i] for i in ids)


print(generate("the ", 80))
