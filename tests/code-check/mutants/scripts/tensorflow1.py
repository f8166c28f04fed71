import numpy as np
import tensorflow as tf

tf.set_random_seed(8)  #: seed
x = tf.placeholder(tf.float32, [None, 10, 1])
y = tf.placeholder(tf.float32, [None, 1])
keep = tf.placeholder_with_default(1.0, [])
cell = tf.nn.rnn_cell.LSTMCell(16)  #: cell
cell = tf.nn.rnn_cell.DropoutWrapper(cell, output_keep_prob=keep)  #: keep
outputs, _ = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
guess = tf.layers.dense(outputs[:, -1], 1)
loss = tf.reduce_mean(tf.square(guess - y))
step = tf.train.AdamOptimizer().minimize(loss)
data = np.load("data.npy")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(100):
        sess.run(step, {x: data[:, :-1], y: data[:, -1], keep: 0.5})
    print(sess.run(guess, {x: data[:5, :-1]}))
