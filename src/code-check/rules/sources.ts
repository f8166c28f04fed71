/** Where it is written that a rule is right. */
export const sources = {
  torchEval:
    'https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.eval',
  torchDropout: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html',
  torchLSTM: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.LSTM.html',
  torchRandomness: 'https://docs.pytorch.org/docs/stable/notes/randomness.html',
  torchData: 'https://docs.pytorch.org/docs/stable/data.html',
  torchCudnn: 'https://docs.pytorch.org/docs/stable/cudnn_rnn_determinism.html',
  torchAmp: 'https://docs.pytorch.org/docs/stable/amp.html',
  torchNumerical: 'https://docs.pytorch.org/docs/stable/notes/numerical_accuracy.html',
  torchSaving: 'https://docs.pytorch.org/tutorials/beginner/saving_loading_models.html',
  kerasSeed: 'https://www.tensorflow.org/api_docs/python/tf/keras/utils/set_random_seed',
  kerasSeedGenerator: 'https://keras.io/api/random/seed_generator/',
  kerasCall: 'https://keras.io/api/layers/regularization_layers/dropout/',
  kerasFaq: 'https://keras.io/getting_started/faq/',
  kerasStopping: 'https://keras.io/api/callbacks/early_stopping/',
  tensorflowDeterminism:
    'https://www.tensorflow.org/api_docs/python/tf/config/experimental/enable_op_determinism',
  tensorflow1: 'https://www.tensorflow.org/api_docs/python/tf/compat/v1/nn/dropout',
  sklearn: 'https://scikit-learn.org/stable/common_pitfalls.html',
  pythonHash: 'https://docs.python.org/3/reference/datamodel.html#object.__hash__',
  pythonListdir: 'https://docs.python.org/3/library/os.html#os.listdir',
  tfjs: 'https://js.tensorflow.org/api/latest/',
  tfjsSeed: 'https://github.com/tensorflow/tfjs/issues/7104',
} as const;
