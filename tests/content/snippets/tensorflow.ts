import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as core from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';

/** What a reader has as `tf` from the package `@tensorflow/tfjs`: core and layers together. */
export const tf = { ...core, ...layers };

tf.enableProdMode();

/** That package also gives tensors their methods, which the layers themselves use (the orthogonal initialiser does). */
const methods = core.Tensor.prototype as unknown as Record<string, unknown>;
for (const [name, operation] of Object.entries(core))
  if (typeof operation === 'function' && /^[a-z]/.test(name) && !(name in methods))
    methods[name] = function (this: core.Tensor, ...rest: unknown[]) {
      return (operation as (...all: unknown[]) => unknown)(this, ...rest);
    };
methods['flatten'] = function (this: core.Tensor) {
  return core.reshape(this, [this.size]);
};

/** Stands in for the browser's IndexedDB: what was saved is kept in memory, by its address. */
const saved = new Map<string, core.io.ModelArtifacts>();
const isOurs = (url: string | string[]): url is string =>
  typeof url === 'string' && url.startsWith('indexeddb://');

tf.io.registerSaveRouter((url) =>
  isOurs(url)
    ? tf.io.withSaveHandler(async (artifacts) => {
        saved.set(url, artifacts);
        return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
      })
    : (null as unknown as core.io.IOHandler),
);
tf.io.registerLoadRouter((url) => {
  const artifacts = isOurs(url) ? saved.get(url) : undefined;
  return artifacts ? tf.io.fromMemory(artifacts) : (null as unknown as core.io.IOHandler);
});
