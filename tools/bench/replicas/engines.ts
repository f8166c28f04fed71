/** Seedling's kernel and its peers in Python: several models together, together, and one by one. */
export const replicaEngines = ['kernel', 'jax-vmap', 'pytorch-batched', 'pytorch-lstm'] as const;

export type ReplicaEngine = (typeof replicaEngines)[number];
