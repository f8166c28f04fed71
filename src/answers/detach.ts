/**
 * The same plain data with arrays of its own. Node reads typed arrays as views of the bytes they were in where it can, and one small
 * view keeps all bytes in memory.
 */
export function detach<Data>(data: Data): Data {
  if (data instanceof Float32Array || data instanceof Int32Array)
    return (data.byteLength < data.buffer.byteLength ? data.slice() : data) as Data;
  if (data === null || typeof data !== 'object' || Object.getPrototypeOf(data) !== Object.prototype)
    return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, detach<unknown>(value)]),
  ) as Data;
}
