/**
 * A tile of 2 rows of sums, [2][4 * vectors] at `tile`, set or, if `isAdding`, added to:
 *   tile[r][j] += sum over k of a[r][k] * b[k][j]
 * with 3 or 4 `vectors`. `b` is read in order, a row a step, up to `bEnd`. The second row of `a` lies `aRow` bytes behind the first
 * (4 or 64, unless it `isFar`); both go `aStep` bytes a step and `aJump` more whenever another `piece` bytes of b are read. At least one step.
 * 2 x 16 sums, 16 values of b, one or two of a and a product are what V8's 15 registers hold. A loop that is left by its last
 * line, with a pointer that counts, is what it translates best; unrolled by hand it runs out of registers.
 */
@inline
function tileOf2(
  vectors: usize,
  a: usize,
  aRow: usize,
  isFar: bool,
  aStep: usize,
  aJump: usize,
  b: usize,
  bEnd: usize,
  piece: usize,
  tile: usize,
  isAdding: bool,
): void {
  const second = vectors << 4;
  let s00 = f32x4.splat(0);
  let s01 = f32x4.splat(0);
  let s02 = f32x4.splat(0);
  let s03 = f32x4.splat(0);
  let s10 = f32x4.splat(0);
  let s11 = f32x4.splat(0);
  let s12 = f32x4.splat(0);
  let s13 = f32x4.splat(0);
  if (isAdding) {
    s00 = v128.load(tile);
    s01 = v128.load(tile, 16);
    s02 = v128.load(tile, 32);
    if (vectors === 4) s03 = v128.load(tile, 48);
    s10 = v128.load(tile + second);
    s11 = v128.load(tile + second, 16);
    s12 = v128.load(tile + second, 32);
    if (vectors === 4) s13 = v128.load(tile + second, 48);
  }
  do {
    const pieceEnd = b + piece;
    do {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      const b2 = v128.load(b, 32);
      const b3 = vectors === 4 ? v128.load(b, 48) : b2;
      const a0 = v128.load_splat<f32>(a);
      s00 = f32x4.add(s00, f32x4.mul(a0, b0));
      s01 = f32x4.add(s01, f32x4.mul(a0, b1));
      s02 = f32x4.add(s02, f32x4.mul(a0, b2));
      if (vectors === 4) s03 = f32x4.add(s03, f32x4.mul(a0, b3));
      const a1 = isFar ? v128.load_splat<f32>(a + aRow) : nearby(a, aRow);
      s10 = f32x4.add(s10, f32x4.mul(a1, b0));
      s11 = f32x4.add(s11, f32x4.mul(a1, b1));
      s12 = f32x4.add(s12, f32x4.mul(a1, b2));
      if (vectors === 4) s13 = f32x4.add(s13, f32x4.mul(a1, b3));
      b += second;
      a += aStep;
    } while (b < pieceEnd);
    a += aJump;
  } while (b < bEnd);
  v128.store(tile, s00);
  v128.store(tile, s01, 16);
  v128.store(tile, s02, 32);
  if (vectors === 4) v128.store(tile, s03, 48);
  v128.store(tile + second, s10);
  v128.store(tile + second, s11, 16);
  v128.store(tile + second, s12, 32);
  if (vectors === 4) v128.store(tile + second, s13, 48);
}

/** An offset that is a literal costs nothing; one in a variable is added in a step of its own. */
@inline
function nearby(a: usize, offset: usize): v128 {
  return offset === 4 ? v128.load_splat<f32>(a, 4) : v128.load_splat<f32>(a, 64);
}

/** tiles[row] = a[row] b, for `rows` rows of `depth` floats, `stride` bytes from one to the next. */
export function rowsTimes(
  b: usize,
  rows: i32,
  depth: i32,
  a: usize,
  stride: usize,
  tiles: usize,
): void {
  const size = <usize>(depth * 16) << 2;
  const bEnd = b + size;
  const end = tiles + (<usize>rows << 6);
  do {
    tileOf2(4, a, stride, true, 4, 0, b, bEnd, size, tiles, false);
    a += 2 * stride;
    tiles += 128;
  } while (tiles < end);
}

/**
 * tiles[row] = a[row] b, for rows whose floats lie sixteen by sixteen in `panels`, `panelSize` bytes apart. b and the tiles are
 * `vectors` (3 or 4) wide.
 */
export function panelsTimes(
  b: usize,
  vectors: i32,
  rows: i32,
  panels: i32,
  a: usize,
  panelSize: usize,
  tiles: usize,
): void {
  const piece = <usize>(vectors * 64) << 2;
  const bEnd = b + piece * <usize>panels;
  const jump = panelSize - 64;
  const tile = <usize>(vectors * 8) << 2;
  const end = tiles + (tile >> 1) * <usize>rows;
  do {
    if (vectors === 4) tileOf2(4, a, 64, false, 4, jump, b, bEnd, piece, tiles, false);
    else tileOf2(3, a, 64, false, 4, jump, b, bEnd, piece, tiles, false);
    a += 128;
    tiles += tile;
  } while (tiles < end);
}

/** tiles[column] = (a's column) b, or that is added; for `columns` of `depth` floats, `stride` bytes from one to the next. */
export function columnsTimes(
  b: usize,
  columns: i32,
  depth: i32,
  a: usize,
  stride: usize,
  tiles: usize,
  isAdding: bool,
): void {
  const size = <usize>(depth * 16) << 2;
  for (let column = 0; column < columns; column += 2) {
    tileOf2(4, a, 4, false, stride, 0, b, b + size, size, tiles, isAdding);
    a += 8;
    tiles += 128;
  }
}
