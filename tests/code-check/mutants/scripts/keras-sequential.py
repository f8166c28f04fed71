import numpy as np
from keras.layers import LSTM, Dense, Dropout
from keras.models import Sequential
from keras.utils import set_random_seed
from sklearn.preprocessing import StandardScaler

set_random_seed(7)  #: seed
data = np.loadtxt("series.csv").reshape(-1, 1)
train, test = data[:-60], data[-60:]
scaler = StandardScaler().fit(train)
train = scaler.transform(train)
test = scaler.transform(test)  #: scale
look_back = 30
X = np.array([train[i : i + look_back] for i in range(len(train) - look_back)])
y = train[look_back:]
model = Sequential()  #: model
model.add(LSTM(32, input_shape=(look_back, 1)))
model.add(Dropout(0.2))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(X, y, epochs=3, batch_size=16, verbose=0)
print(scaler.inverse_transform(model.predict(test[None, -look_back:])))  #: predict
