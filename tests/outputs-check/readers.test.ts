import { describe, expect, test } from 'vitest';
import { checkFile, type Told } from '../../src/outputs-check/index.ts';
import { doubles, headerOf, npy, zip } from './files.ts';

const check = (file: string | Uint8Array, told?: Told) =>
  checkFile(typeof file === 'string' ? Buffer.from(file) : file, told);
/** The outputs that were read, or why none were. */
const read = (file: string | Uint8Array, told?: Told) => {
  const checked = check(file, told);
  return checked.ok ? checked.check.outputs : checked.refusal;
};

const runs = [
  [0.5, 1.25, -2],
  [0.75, 1.5, -2.5],
];

describe('text', () => {
  test.each([
    ['commas', '0.5,1.25,-2\n0.75,1.5,-2.5\n'],
    ['commas at the ends of lines, and Windows’ line ends', '0.5,1.25,-2,\r\n0.75,1.5,-2.5,\r\n'],
    ['semicolons and decimal commas', '0,5;1,25;-2\n0,75;1,5;-2,5'],
    ['tabs and decimal commas', '0,5\t1,25\t-2\n0,75\t1,5\t-2,5'],
    ['blanks, aligned', '  0.5   1.25 -2\n  0.75  1.5  -2.5'],
    ['comments', '# two calls\n0.5,1.25,-2\n\n# the second\n0.75,1.5,-2.5'],
    ['names before the numbers', 'Run 1: 0.5, 1.25, -2\nRun 2: 0.75, 1.5, -2.5'],
    ['quotes', '"0.5","1.25","-2"\n"0.75","1.5","-2.5"'],
    ['powers of ten', '5.00e-01 1.25e+00 -2.00e+00\n7.50e-01 1.50e+00 -2.50e+00'],
    ['names of columns', 't1,t2,t3\n0.5,1.25,-2\n0.75,1.5,-2.5'],
    ['names of rows', 'first,0.5,1.25,-2\nsecond,0.75,1.5,-2.5'],
    ['an index as pandas writes it', ',0,1,2\n0,0.5,1.25,-2\n1,0.75,1.5,-2.5'],
    ['a column of runs', 'run,t1,t2,t3\n1,0.5,1.25,-2\n2,0.75,1.5,-2.5'],
    ['a column for each run', 'step,run 1,run 2\n0,0.5,0.75\n1,1.25,1.5\n2,-2,-2.5'],
    ['a target', 'run1,run2,target\n0.5,0.75,9\n1.25,1.5,9\n-2,-2.5,9'],
    [
      'our own file of a demo',
      'time step,target,before 1,before 2,after 1\n9,8,0.5,0.75,7\n10,8,1.25,1.5,7\n11,8,-2,-2.5,7',
    ],
    ['names in Chinese', '运行1,运行2\n0.5,0.75\n1.25,1.5\n-2,-2.5'],
    ['NumPy', '[[ 0.5   1.25 -2.  ]\n [ 0.75  1.5  -2.5 ]]'],
    [
      'PyTorch',
      "tensor([0.5000, 1.2500, -2.0000], device='cuda:0', grad_fn=<AddBackward0>)\ntensor([0.7500, 1.5000, -2.5000], device='cuda:0')",
    ],
    [
      'TensorFlow',
      'tf.Tensor([[0.5 1.25 -2.]], shape=(1, 3), dtype=float32)\n<tf.Tensor: shape=(1, 3), dtype=float32, numpy=array([[0.75, 1.5, -2.5]], dtype=float32)>',
    ],
    [
      'Python lists between words',
      'first call (epoch 3): [0.5, 1.25, -2]\nsecond call: [0.75, 1.5, -2.5]',
    ],
    [
      'numbers of NumPy 2',
      '[[np.float32(0.5), np.float32(1.25), np.float32(-2.0)], [np.float32(0.75), np.float32(1.5), np.float32(-2.5)]]',
    ],
    ['JSON lists', '[[0.5, 1.25, -2], [0.75, 1.5, -2.5]]'],
    ['JSON with names', '{"run1": [0.5, 1.25, -2], "run2": [0.75, 1.5, -2.5]}'],
    ['JSON with more', '{"seed": 7, "outputs": [[[0.5], [1.25], [-2]], [[0.75], [1.5], [-2.5]]]}'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(runs);
  });

  test('UTF-16, as PowerShell writes it, and GB 18030, as Chinese Excel does', () => {
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('0.5 1\n0.75 1', 'utf16le'),
    ]);
    expect(read(wide)).toEqual([
      [0.5, 1],
      [0.75, 1],
    ]);
    const chinese = Buffer.concat([
      Buffer.from([0xd4, 0xcb, 0xd0, 0xd0]),
      Buffer.from('1,x\n0.5,1\n0.75,1'),
    ]);
    expect(read(chinese)).toEqual([
      [0.5, 1],
      [0.75, 1],
    ]);
  });

  test.each([
    '0.51\n0.52\n0.53',
    '0.51,0.52,0.53',
    'output = 0.51\noutput = 0.52\noutput = 0.53',
    'tensor(0.51)\ntensor(0.52)\ntensor(0.53)',
    '[np.float32(0.51), np.float32(0.52), np.float32(0.53)]',
    '[0.51, 0.52, 0.53]',
  ])('numbers alone are runs of one value: %j', (text) => {
    expect(read(text)).toEqual([[0.51], [0.52], [0.53]]);
  });

  test('what is no number is one, so that it can be found: Python’s NaN in JSON, and in lines', () => {
    for (const text of ['[[0.5, NaN], [0.5, -Infinity]]', '0.5,nan\n0.5,-inf'])
      expect(read(text)).toEqual([
        [0.5, Number.NaN],
        [0.5, -Infinity],
      ]);
  });
});

describe('NumPy’s files', () => {
  const data = doubles(0.5, 1.25, -2, 0.75, 1.5, -2.5);

  test.each([1, 2, 3])('version %i', (version) => {
    expect(read(npy(data, headerOf('<f8', '2, 3'), { version }))).toEqual(runs);
  });

  test('columns first, big end first, half floats, whole numbers, a single axis more', () => {
    const columns = doubles(0.5, 0.75, 1.25, 1.5, -2, -2.5);
    expect(read(npy(columns, headerOf('<f8', '2, 3', 'True')))).toEqual(runs);
    expect(read(npy(Buffer.from(data).swap64(), headerOf('>f8', '2, 3, 1')))).toEqual(runs);
    const half = Buffer.from(Uint16Array.of(0x3800, 0x3d00, 0xc000, 0x3a00, 0x3e00, 0xc100).buffer);
    expect(read(npy(half, headerOf('<f2', '2, 3')))).toEqual(runs);
    const whole = Buffer.from(BigInt64Array.of(1n, -2n, 3n, 4n).buffer);
    expect(read(npy(whole, headerOf('<i8', '2, 2')))).toEqual([
      [1, -2],
      [3, 4],
    ]);
  });

  test('each array of a .npz is a run, in their order; one array holds all of them', () => {
    const array = (...values: number[]) =>
      npy(doubles(...values), headerOf('<f8', `${values.length},`));
    const each = [
      { name: 'b.npy', data: array(0.5, 1.25, -2) },
      { name: 'a.npy', data: array(0.75, 1.5, -2.5) },
    ];
    expect(read(zip(each))).toEqual(runs);
    expect(read(zip([{ name: 'x.npy', data: npy(data, headerOf('<f8', '2, 3')) }]))).toEqual(runs);
  });
});

describe('what lines are', () => {
  const lines = (rows: number[][]) => rows.map((row) => row.join(',')).join('\n');
  const wave = [0, 1, 2, 3, 4, 5].map((run) => [1, 4, 9, 16].map((value) => value + run / 50));
  const columns = wave[0]?.map((_, at) => wave.map((row) => row[at] ?? 0)) ?? [];

  test('runs, where the numbers of a column lie closer together than those of a line', () => {
    expect(check(lines(wave))).toMatchObject({
      check: { runs: 6, values: 4, rows: 'runs', sure: true },
    });
  });

  test('values, where it is clearly the other way round', () => {
    expect(check(lines(columns))).toMatchObject({
      check: { runs: 6, values: 4, rows: 'values', sure: true },
    });
  });

  test('what was told, whatever the numbers say', () => {
    expect(check(lines(columns), { rows: 'runs' })).toMatchObject({
      check: { runs: 4, values: 6 },
    });
    expect(check('0.1\n0.2', { rows: 'values' })).toMatchObject({ refusal: { kind: 'oneRun' } });
  });

  test('runs, and not sure of it, where the numbers leave it open', () => {
    expect(check('1,5\n4,2\n3,3.5')).toMatchObject({ check: { rows: 'runs', sure: false } });
  });
});

const f8 = headerOf('<f8', '2, 3');
const inflating = npy(Buffer.alloc(900_000), headerOf('<f8', '100, 1125'));

test.each<[string, string | Uint8Array, object]>([
  ['nothing', '', { kind: 'empty' }],
  ['blanks', ' \n\n', { kind: 'empty' }],
  ['comments alone', '# nothing yet', { kind: 'noNumbers' }],
  [
    'a picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    { kind: 'unknownFormat' },
  ],
  ['NUL bytes', '0.1,0.2\0\n0.3,0.4', { kind: 'unknownFormat' }],
  ['too many bytes', Buffer.alloc(2_000_001, '1\n'), { kind: 'tooBig', megabytes: 2 }],
  ['a long row of digits', Buffer.alloc(1_900_000, '1'), { kind: 'oneRun' }],
  ['too many values in a line', Array(200_000).fill('0.5').join(','), { kind: 'tooMany' }],
  ['too many runs', Array(300).fill('1,2,9').join('\n'), { kind: 'tooMany' }],
  ['words', 'loss,accuracy\nlow,high', { kind: 'notANumber', text: 'high' }],
  ['a word in a line', '0.1,0.2\n0.3,n/a', { kind: 'notANumber', line: 2, text: 'n/a' }],
  ['a line that is too short', '0.1,0.2\n0.3', { kind: 'ragged', run: 2, has: 1, others: 2 }],
  ['German halves without semicolons', '0,5123\n0,5217\n0,4999', { kind: 'decimalComma' }],
  ['a printed array with dots', '[[0.1 0.2 ... 0.3]\n [0.1 0.2 ... 0.3]]', { kind: 'elided' }],
  ['a printed array without an end', 'tensor([[0.1, 0.2], [0.1', { kind: 'elided' }],
  ['a factor before the brackets', '1e-03 *\n[0.1, 0.2]', { kind: 'notANumber' }],
  ['one run', '{"outputs": [[[7]]]}', { kind: 'oneRun' }],
  ['broken JSON', '{"outputs": [1, 2', { kind: 'brokenJson' }],
  ['JSON of something else', '[true, false]', { kind: 'unlikelyJson' }],
  ['100 kB of brackets', '['.repeat(100_000), { kind: 'tooDeep' }],
  ['100 kB of brackets of a tensor', `tensor${'('.repeat(100_000)}`, { kind: 'tooDeep' }],
  ['a .npy with a pickle', npy(doubles(1), headerOf('|O', '1,')), { kind: 'pickle' }],
  ['a .npy with text', npy(doubles(1), headerOf('<U4', '1,')), { kind: 'dtype', dtype: 'U4' }],
  [
    'a .npy that says more than it has',
    npy(doubles(1), headerOf('<f8', '9999999, 9999999')),
    { kind: 'brokenNpy' },
  ],
  ['a .npy that says less', npy(doubles(1, 2, 3), headerOf('<f8', '2,')), { kind: 'brokenNpy' }],
  [
    'a .npy with a long header',
    npy(doubles(1), f8, { version: 2, length: 2 ** 31 }),
    { kind: 'brokenNpy' },
  ],
  ['a .npy of version 9', npy(doubles(1), f8, { version: 9 }), { kind: 'brokenNpy' }],
  ['a .npy cut off', Buffer.from([0x93, 78, 85, 77, 80, 89, 1, 0]), { kind: 'brokenNpy' }],
  ['a .npz bomb', zip([{ name: 'a.npy', data: inflating }]), { kind: 'zipBomb' }],
  [
    'a .npz bomb that lies',
    zip([{ name: 'a.npy', data: inflating, size: 500 }]),
    { kind: 'zipBomb' },
  ],
  [
    'a .npz that says more than it has',
    zip([{ name: 'a.npy', data: npy(doubles(1, 2), headerOf('<f8', '2,')), size: 5000 }]),
    { kind: 'brokenZip' },
  ],
  ['a zip of other files', zip([{ name: 'model.pkl', data: doubles(1) }]), { kind: 'noArrays' }],
  [
    'a .npz that holds no .npy',
    zip([{ name: 'a.npy', data: doubles(1, 2) }]),
    { kind: 'noArrays' },
  ],
  [
    'a zip cut off',
    zip([{ name: 'a.npy', data: doubles(1) }]).subarray(0, 60),
    { kind: 'brokenZip' },
  ],
  [
    'a zip of too many',
    zip(Array.from({ length: 33 }, (_, at) => ({ name: `${at}.npy`, data: doubles(1) }))),
    { kind: 'tooManyArrays', most: 32 },
  ],
])('refused with its reason: %s', (_, file, reason) => {
  expect(read(file)).toMatchObject(reason);
});
