import type { Language } from '../parse/index.ts';
import type { Framework } from './facts.ts';

/** The same thing has several paths: one of them stands for all. From the first that fits; `$1` is what the pattern caught. */
const sameAs: readonly (readonly [RegExp, string])[] = [
  [/^(tensorflow|tf)\.compat\.v[12]\b/, 'tensorflow'],
  [
    /^(tensorflow\.(python\.|contrib\.)?keras|keras\.(api|src)(\._v[12])?(\.keras)?|tf_keras)\b/,
    'keras',
  ],
  [/^keras\.layers\.(?:[a-z_.\d]+\.)([A-Z]\w*)/, 'keras.layers.$1'],
  [
    /^keras\.(models|engine(\.\w+)?)\.(Sequential|Model|load_model|model_from_json|save_model|clone_model)/,
    'keras.$3',
  ],
  [/^keras\.utils\.(?:[a-z_\d]+\.)?(set_random_seed|to_categorical|Sequence)/, 'keras.utils.$1'],
  [
    /^tensorflow\.(nn\.rnn_cell|contrib\.rnn|contrib\.legacy_seq2seq|contrib\.cudnn_rnn|python\.ops\.rnn_cell)\b/,
    'tensorflow.rnn',
  ],
  [/^torch\.nn\.modules\.(?:[a-z_]+\.)?([A-Z]\w*)/, 'torch.nn.$1'],
  [/^torch\.random\.manual_seed/, 'torch.manual_seed'],
  [/^torch\.autograd(\.grad_mode)?\.(no_grad|inference_mode)/, 'torch.$2'],
  [/^torch\.utils\.data\.(?:[a-z_]+\.)([A-Z]\w*)/, 'torch.utils.data.$1'],
  [/^tensorflow\.random\.set_random_seed/, 'tensorflow.set_random_seed'],
  [
    /^(pytorch_lightning|lightning\.pytorch|lightning\.fabric|lightning_fabric|lightning)\b(\.\w+)*\.(seed_everything|LightningModule|LightningDataModule|Trainer)/,
    'lightning.$3',
  ],
  [/^(pytorch_lightning|lightning\.pytorch)\b/, 'lightning'],
  [/^sklearn\.(?:cross_validation|model_selection\._split)\./, 'sklearn.model_selection.'],
  [/^sklearn\.preprocessing\.(?:_?data)\./, 'sklearn.preprocessing.'],
  [/^sklearn\.externals\.joblib\b/, 'joblib'],
  [/^cPickle\b/, 'pickle'],
  [/^@tensorflow\/tfjs(-\w+)*/, 'tfjs'],
  [/^node:/, ''],
];

export function canonical(path: string): string {
  let name = path;
  for (const [pattern, replacement] of sameAs) name = name.replace(pattern, replacement);
  return name;
}

/** Names that pasted pieces use without their imports. */
const conventions: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  python: {
    F: 'torch.nn.functional',
    K: 'keras.backend',
    glob: 'glob',
    joblib: 'joblib',
    keras: 'keras',
    layers: 'keras.layers',
    math: 'math',
    nn: 'torch.nn',
    np: 'numpy',
    numpy: 'numpy',
    optim: 'torch.optim',
    os: 'os',
    pd: 'pandas',
    pickle: 'pickle',
    pl: 'lightning',
    plt: 'matplotlib.pyplot',
    random: 'random',
    tf: 'tensorflow',
    time: 'time',
    torch: 'torch',
  },
  javascript: {
    Math: 'js.Math',
    Date: 'js.Date',
    tf: 'tfjs',
    console: 'js.console',
    ml5: 'ml5',
    seedrandom: 'seedrandom',
  },
};

/** Classes and functions whose names belong to one library only, or nearly so. */
const bareNames: Readonly<Record<string, string>> = {
  DataLoader: 'torch.utils.data.DataLoader',
  EarlyStopping: 'keras.callbacks.EarlyStopping',
  KFold: 'sklearn.model_selection.KFold',
  MinMaxScaler: 'sklearn.preprocessing.MinMaxScaler',
  ModelCheckpoint: 'keras.callbacks.ModelCheckpoint',
  RobustScaler: 'sklearn.preprocessing.RobustScaler',
  Sequential: 'keras.Sequential',
  StandardScaler: 'sklearn.preprocessing.StandardScaler',
  TensorDataset: 'torch.utils.data.TensorDataset',
  load_model: 'keras.load_model',
  random_split: 'torch.utils.data.random_split',
  train_test_split: 'sklearn.model_selection.train_test_split',
  Activation: 'keras.layers.Activation',
  BatchNormalization: 'keras.layers.BatchNormalization',
  Bidirectional: 'keras.layers.Bidirectional',
  Dense: 'keras.layers.Dense',
  Dropout: 'keras.layers.Dropout',
  GRU: 'keras.layers.GRU',
  Input: 'keras.layers.Input',
  LSTM: 'keras.layers.LSTM',
  TimeDistributed: 'keras.layers.TimeDistributed',
};

const builtins = new Set(
  'abs all any bool dict enumerate filter float getattr hasattr hash input int isinstance iter len list map max min next open print range reversed round set frozenset setattr sorted str sum super tuple type zip id'.split(
    ' ',
  ),
);

/** What a name stands for that nothing in the text makes: a convention, a class by its name, a builtin; null if it is unknown. */
export function conventionalPath(name: string, language: Language): string | null {
  const own = conventions[language][name];
  if (own !== undefined) return own;
  if (language === 'javascript')
    return /^(Set|Map|Array|Object|JSON|Promise|fetch|document)$/.test(name) ? `js.${name}` : null;
  return bareNames[name] ?? (builtins.has(name) ? `builtins.${name}` : null);
}

/** Names that a star import of a library brings, as far as they matter here. */
export function fromStar(name: string, stars: readonly string[]): string | null {
  const known = stars
    .map(canonical)
    .find((module) => /^(keras|tensorflow|torch|numpy|sklearn)\b/.test(module));
  if (known === undefined) return null;
  const bare = bareNames[name];
  if (bare?.startsWith(known)) return bare;
  return /^[A-Z]/.test(name) || known === 'numpy.random' ? canonical(`${known}.${name}`) : null;
}

/** Libraries that draw no random numbers of their own that matter, or whose names we know. A module outside is perhaps a file of the project. */
const libraries =
  /^(__future__|abc|argparse|array|ast|asyncio|base64|builtins|bz2|collections|concurrent|configparser|contextlib|copy|csv|ctypes|cv2|dataclasses|datasets|datetime|dateutil|decimal|einops|enum|evaluate|fastapi|flask|fractions|functools|gc|gensim|glob|gym|gzip|h5py|hashlib|heapq|html|http|inspect|io|itertools|IPython|jieba|joblib|js|json|keras\w*|lightning|locale|logging|lzma|math|matplotlib|ml5|mlflow|mpl_toolkits|multiprocessing|mysql|nltk|numpy|onnx\w*|operator|optuna|os|pandas\w*|pathlib|pickle|PIL|pip|plotly|pprint|psutil|pymongo|pymysql|pytz|pytorch_lightning|queue|random|re|requests|scipy|seaborn|seedrandom|shutil|signal|sklearn|skopt|socket|spacy|sqlite3|statistics|statsmodels|string|struct|subprocess|sys|ta|talib|tempfile|tensorboard\w*|tensorflow\w*|tfjs|tf_keras|threading|time|timeit|tokenizers|torch\w*|tqdm|traceback|transformers|tushare|akshare|types|typing\w*|unittest|urllib|uuid|visdom|wandb|warnings|xgboost|lightgbm|xlrd|yaml|yfinance|zipfile|fs|path|util|readline|child_process|node-fetch|d3\S*|chart\.js|plotly\S*|accelerate|torchtext|torchvision|torchmetrics|ignite|ray|hydra|omegaconf|absl|six|past|tables|bs4|graphviz|pydot|pyspark|dask|numba|cupy|jax|flax)(\.|\/|$)/;

export const isStranger = (module: string): boolean =>
  module.startsWith('.') || !libraries.test(canonical(module));

/** By what is imported, as written and in its one form. */
export function frameworksOf(modules: readonly string[], paths: readonly string[]): Framework[] {
  const found = new Set<Framework>();
  for (const written of modules) {
    const path = canonical(written);
    if (/^torch\b/.test(path)) found.add('torch');
    if (/^lightning\b/.test(path)) found.add('lightning').add('torch');
    if (/^(tensorflow|tf)\.(\w+\.)*keras\b/.test(written)) found.add('tf.keras');
    else if (/^keras\b/.test(path)) found.add('keras');
    if (/^tensorflow\b/.test(written)) found.add('tensorflow');
    if (/^tensorflow\.(contrib|compat\.v1)\b/.test(written)) found.add('tf1');
    if (/^tfjs\b/.test(path)) found.add('tfjs');
    if (/^(sklearn|numpy|pandas)\b/.test(path)) found.add(path.split('.')[0] as Framework);
  }
  for (const path of paths) {
    if (path.startsWith('torch.')) found.add('torch');
    if (/^keras\.(layers\.|Sequential|Model\b|load_model)/.test(path) && !found.has('keras'))
      found.add(found.has('tensorflow') ? 'tf.keras' : 'keras');
    if (
      /^tensorflow\.(Session|placeholder|InteractiveSession|reset_default_graph|get_variable)\b/.test(
        path,
      )
    )
      found.add('tf1');
    if (path.startsWith('tensorflow.')) found.add('tensorflow');
    if (path.startsWith('tfjs.')) found.add('tfjs');
    if (path.startsWith('lightning.')) found.add('lightning').add('torch');
    if (/^(sklearn|numpy|pandas)\./.test(path)) found.add(path.split('.')[0] as Framework);
  }
  return [...found];
}
