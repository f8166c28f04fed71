import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

tf.keras.utils.set_random_seed(11)  #: seed
model = Sequential(  #: model
    [
        LSTM(8, batch_input_shape=(1, 5, 1), stateful=True),
        Dense(1),
    ]
)
model.compile("adam", "mse")
x = np.linspace(0, 1, 100).reshape(20, 5, 1)
for epoch in range(2):
    model.fit(x, x[:, -1], batch_size=1, epochs=1, shuffle=False, verbose=0)
    model.reset_states()
first = model.predict(x[:1], batch_size=1)
model.reset_states()  #: reset
again = model.predict(x[:1], batch_size=1)  #: predict
print(first, again)
