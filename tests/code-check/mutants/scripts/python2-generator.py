from keras.models import load_model
import numpy as np
import sys

text = open('tales.txt').read().lower()
chars = sorted(list(set(text)))  #: vocabulary
char_indices = dict((c, i) for i, c in enumerate(chars))
indices_char = dict((i, c) for i, c in enumerate(chars))
model = load_model('generator.h5')
sentence = text[0:40]
print 'Seed:', sentence

def next_index(preds):
    preds = np.asarray(preds).astype('float64')
    probs = np.exp(np.log(preds) / 0.7)
    probs = probs / np.sum(probs)
    return np.argmax(probs)  #: pick

for i in range(200):
    x = np.zeros((1, 40, len(chars)))
    for t, c in enumerate(sentence):
        x[0, t, char_indices[c]] = 1.
    preds = model.predict(x, verbose=0)[0]
    c = indices_char[next_index(preds)]
    sentence = sentence[1:] + c
    sys.stdout.write(c)
