/** In Keras and PyTorch. PyTorch has types that NumPy lacks, so a hash takes the bytes. */
export const hashInPython = `import hashlib
h = hashlib.sha256()
if hasattr(model, "state_dict"):  # PyTorch
    import torch
    for t in model.state_dict().values():
        t = t.detach().cpu().contiguous().reshape(-1)
        h.update(t.view(torch.uint8).numpy().tobytes())
else:  # Keras
    for w in model.get_weights():
        h.update(w.tobytes())
print(h.hexdigest())`;

/** In TensorFlow.js, with what browsers and Node.js have. */
export const hashInTfjs = `const parts = model.getWeights().map((w) => w.dataSync());
const bytes = await new Blob(parts).arrayBuffer();
const hash = await crypto.subtle.digest('SHA-256', bytes);
console.log(new Uint8Array(hash).join());`;
