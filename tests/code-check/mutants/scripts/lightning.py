import lightning as L
import torch
from torch import nn


class Module(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 16, num_layers=2, dropout=0.2, batch_first=True)
        self.head = nn.Linear(16, 1)

    def forward(self, x):
        out, _ = self.lstm(x)
        return self.head(out[:, -1])  #: output

    def training_step(self, batch, index):
        x, y = batch
        return nn.functional.mse_loss(self(x), y)

    def predict_step(self, batch, index):
        return self(batch[0])

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters())


L.seed_everything(1, workers=True)  #: seed
module = Module()  #: model
trainer = L.Trainer(max_epochs=2, deterministic=True)
trainer.fit(module, train_loader)
print(trainer.predict(module, test_loader))
module.eval()  #: eval
with torch.no_grad():
    print(module(torch.ones(1, 10, 4)))  #: predict
