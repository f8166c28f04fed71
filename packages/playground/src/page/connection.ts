import type { PageAct, PageAnswer, PageEvent, PageRequest } from '../protocol.ts';
import { words } from './words/index.ts';

/** What follows the # of the address: the permission to see and act. Kept nowhere else. */
const secret = location.hash.slice(1);
const headers = { authorization: `Bearer ${secret}` };

/** As the page knows it: with the browser's own files. */
export type Doing = PageAct<File>;
export type Act = (act: Doing) => Promise<PageAnswer>;

export async function act(request: PageRequest<File>): Promise<PageAnswer> {
  try {
    const response = await fetch('/control/act', {
      method: 'POST',
      headers,
      body: formOf(request),
    });
    return (await response.json()) as PageAnswer;
  } catch {
    return { ok: false, problem: words.notRunning };
  }
}

/** The files beside what is done with them, as Discord's own API takes them. */
function formOf(request: PageRequest<File>): FormData {
  const files: File[] = [];
  const json = JSON.stringify(request, (_key, value: unknown) =>
    value instanceof File ? { name: value.name, upload: String(files.push(value) - 1) } : value,
  );
  const form = new FormData();
  form.set('payload_json', json);
  files.forEach((file, at) => form.set(`files[${at}]`, file));
  return form;
}

interface Listener {
  readonly onEvent: (event: PageEvent) => void;
  /** With a sentence when the connection is lost, with undefined when it is back. */
  readonly onTrouble: (problem: string | undefined) => void;
}

/** Follows the channel as `user` sees it, and connects again after a failure. Returns a function that stops it. */
export function follow(user: string, listener: Listener): () => void {
  const abort = new AbortController();
  const run = async () => {
    while (!abort.signal.aborted) {
      const problem = await read(user, abort.signal, listener);
      if (abort.signal.aborted) return;
      listener.onTrouble(problem);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  };
  void run();
  return () => abort.abort();
}

async function read(
  user: string,
  signal: AbortSignal,
  { onEvent, onTrouble }: Listener,
): Promise<string> {
  try {
    const response = await fetch(`/control/events?user=${user}`, { headers, signal });
    if (!response.ok || !response.body) {
      const answer = (await response.json()) as PageAnswer;
      return answer.ok ? '' : answer.problem;
    }
    onTrouble(undefined);
    let rest = '';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return words.connectionLost;
      const parts = (rest + value).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) onEvent(JSON.parse(part.replace(/^data: /, '')) as PageEvent);
    }
  } catch {
    return words.tryingAgain;
  }
}
