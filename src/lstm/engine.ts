/** `tfjs-node` where installed and sound, else `tfjs-wasm`. The fused `kernel` comes with its own issue. */
export type EngineName = 'tfjs-node' | 'tfjs-wasm';
