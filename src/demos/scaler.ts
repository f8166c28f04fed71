/** Min-max scaling to -1 ... 1, as scikit-learn's `MinMaxScaler(feature_range=(-1, 1))` does it. */
export interface Scaler {
  readonly min: number;
  readonly max: number;
}

export const fitScaler = (values: readonly number[]): Scaler => ({
  min: Math.min(...values),
  max: Math.max(...values),
});

export const scale = (values: readonly number[], { min, max }: Scaler): number[] =>
  values.map((value) => (2 * (value - min)) / (max - min) - 1);

export const unscale = (values: Float32Array, { min, max }: Scaler): Float32Array =>
  values.map((value) => min + ((value + 1) * (max - min)) / 2);
