import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

tf.random.set_seed(4)  #: seed
inputs = keras.Input(shape=(24, 3))
hidden = layers.LSTM(16, return_sequences=True)(inputs)
hidden = layers.Dropout(0.3)(hidden)  #: layer
hidden = layers.LSTM(16)(hidden)
model = keras.Model(inputs, layers.Dense(1)(hidden))  #: model
model.compile(optimizer="adam", loss="mae")
x = np.load("x.npy")
y = np.load("y.npy")
model.fit(x[:-50], y[:-50], epochs=2)
forecast = model(x[-50:], training=False)  #: predict
print(forecast.numpy())
