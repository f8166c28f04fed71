import type { IncomingMessage } from 'node:http';
import { largestFile, type Upload } from './attachments.ts';
import type { Sent } from './messages.ts';
import { refusals } from './refusal.ts';

/** Several files, or one that is too large and is refused by name, still fit. */
const largestRequest = 5 * largestFile;

/** The body of a request: JSON, or multipart with `payload_json` and `files[n]`. */
export async function readBody(request: IncomingMessage): Promise<Sent> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { json: bytes.length === 0 ? undefined : parseJson(bytes.toString('utf8')), uploads: [] };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // What is too large is read to its end, and not kept: a sender that is cut off would not see the answer.
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestRequest) chunks.push(chunk);
  }
  if (size > largestRequest) throw refusals.requestTooLarge();
  return Buffer.concat(chunks);
}

/** Ids, which some clients send as numbers; JavaScript's can't hold them. What stands in a string is left as it is. */
const stringOrLongNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.])\d{17,20}(?![\d.eE])/g;

const quoteNumber = (token: string): string => (token.startsWith('"') ? token : `"${token}"`);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(stringOrLongNumber, quoteNumber));
  } catch {
    throw refusals.invalidJson();
  }
}

async function readForm(bytes: Buffer, contentType: string): Promise<Sent> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch(() => {
      throw refusals.invalidJson();
    });
  const payload = form.get('payload_json');
  const uploads: Upload[] = [];
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const { name, type } = value;
    uploads.push({ index, name, type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { json: typeof payload === 'string' ? parseJson(payload) : {}, uploads };
}
