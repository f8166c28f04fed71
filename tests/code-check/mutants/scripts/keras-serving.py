import numpy as np
from joblib import load
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential


def build(steps):
    net = Sequential()
    net.add(LSTM(20, input_shape=(steps, 1)))
    net.add(Dense(1))
    return net


model = build(40)  #: model
model.load_weights("model.weights.h5")  #: load
scaler = load("scaler.pkl")


def predict(values):
    rows = np.asarray(values).reshape(-1, 1)
    scaled = scaler.transform(rows)  #: scale
    out = model.predict(scaled[None, -40:])  #: predict
    return scaler.inverse_transform(out)[0, 0]


print(predict(np.loadtxt("today.txt")))
