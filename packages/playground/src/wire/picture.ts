/** What kind of picture a file is, and its size in pixels. */
export interface Picture {
  readonly type: 'image/png' | 'image/gif';
  readonly width: number;
  readonly height: number;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** `GIF89a` */
const gifSignature = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61];

/** Read from the header; undefined if it is no picture that messages show. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const begins = (signature: readonly number[]) =>
    signature.every((byte, at) => bytes[at] === byte);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (begins(pngSignature) && bytes.length >= 24)
    return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  if (begins(gifSignature) && bytes.length >= 10)
    return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  return undefined;
}
