# -*- coding: utf-8 -*-
# 用 LSTM 预测股票收盘价
import numpy as np
import pandas as pd
import torch
import torch.nn as nn
from sklearn.preprocessing import MinMaxScaler

torch.manual_seed(2024)  #: seed
窗口 = 20  # 时间步数


class 模型(nn.Module):
    def __init__(self):
        super().__init__()
        # 两层，层间有随机失活
        self.lstm = nn.LSTM(1, 32, 2, batch_first=True, dropout=0.3)
        self.全连接 = nn.Linear(32, 1)

    def forward(self, x):
        输出, _ = self.lstm(x)
        return self.全连接(输出[:, -1, :])  #: output


数据 = pd.read_csv("stock.csv")["close"].values.reshape(-1, 1)
训练, 测试 = 数据[:-100], 数据[-100:]
归一化 = MinMaxScaler()
训练 = 归一化.fit_transform(训练)
测试 = 归一化.transform(测试)  #: scale
样本 = np.stack([训练[i : i + 窗口] for i in range(len(训练) - 窗口)])
标签 = 训练[窗口:]
网络 = 模型()  #: model
优化器 = torch.optim.Adam(网络.parameters())
for 轮 in range(3):
    网络.train()  #: train
    优化器.zero_grad()
    损失 = nn.functional.mse_loss(网络(torch.FloatTensor(样本)), torch.FloatTensor(标签))
    损失.backward()
    优化器.step()
网络.eval()  #: eval
with torch.no_grad():
    预测 = 网络(torch.FloatTensor(测试[-窗口:]).unsqueeze(0))  #: predict
print("明天：", 归一化.inverse_transform(预测.numpy()))
