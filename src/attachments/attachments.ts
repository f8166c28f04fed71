/** A file that somebody sent, as Discord tells of it. Nothing of it is believed before it is read. */
export interface Attachment {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Signed, and soon of no use: read it at once. */
  readonly url: string;
}

export type ReadFile =
  | { readonly ok: true; readonly name: string; readonly bytes: Buffer }
  | { readonly ok: false; readonly problem: FileProblem };

/** Why a file can't be read; `commands/parts/files.ts` says each to people. */
export type FileProblem =
  /** `most`: as many bytes as are read. */
  | { readonly kind: 'too-large'; readonly most: number }
  /** Its address is not on Discord's host for files, or leads on to another one. */
  | { readonly kind: 'elsewhere' }
  /** It was deleted, or its address has expired. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'unreachable' };

/** Reads files that people sent, and forgets them: they are neither stored nor logged. */
export interface Attachments {
  /** `most`: in bytes. Never rejects. */
  read(attachment: Attachment, most: number): Promise<ReadFile>;
}

/** Where Discord keeps files. */
export const discordFiles = 'https://cdn.discordapp.com';

export interface AttachmentsOptions {
  /** The only host that is read from, such as `discordFiles`. */
  readonly host: string;
  /** How long one file may take. */
  readonly seconds?: number;
}

export function openAttachments({ host, seconds = 10 }: AttachmentsOptions): Attachments {
  const { origin } = new URL(host);
  return {
    async read({ name, size, url }, most) {
      if (!URL.canParse(url) || new URL(url).origin !== origin)
        return failed({ kind: 'elsewhere' });
      if (size > most) return failed({ kind: 'too-large', most });
      const signal = AbortSignal.timeout(seconds * 1000);
      try {
        const response = await fetch(url, {
          // To follow it would mean to read from wherever it leads.
          redirect: 'manual',
          // Else a small file could become a large one on its way.
          headers: { 'accept-encoding': 'identity' },
          signal,
        });
        const refused = problemOf(response.status);
        const bytes = refused ? undefined : await readAtMost(response, most);
        if (refused || !bytes) await response.body?.cancel();
        if (refused) return failed(refused);
        return bytes ? { ok: true, name, bytes } : failed({ kind: 'too-large', most });
      } catch {
        return failed(signal.aborted ? { kind: 'too-slow', seconds } : { kind: 'unreachable' });
      }
    },
  };
}

const failed = (problem: FileProblem): ReadFile => ({ ok: false, problem });

function problemOf(status: number): FileProblem | undefined {
  if (status === 200) return undefined;
  if (status >= 300 && status < 400) return { kind: 'elsewhere' };
  return [401, 403, 404, 410].includes(status) ? { kind: 'gone' } : { kind: 'unreachable' };
}

/** Undefined if there is more, whatever length was announced. */
async function readAtMost({ headers, body }: Response, most: number): Promise<Buffer | undefined> {
  if (Number(headers.get('content-length') ?? 0) > most) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
