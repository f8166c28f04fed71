import { readEnvironment, toAddress, wrongAddress, type Address } from '../environment.ts';

/**
 * Asks the bot on this machine how it is: ends with 0 if it is well, else with 1 and a line that says why. It runs every
 * 30 seconds, so it reads the one setting that it needs and loads nothing that checks the others.
 */
const patience = 4_000;

const read = readEnvironment();
const written = read.ok ? read.env['METRICS_ADDRESS']?.trim() : undefined;
const address = written ? toAddress(written) : undefined;
if (!read.ok) end(read.problem);
else if (!written) end('METRICS_ADDRESS is not set: nobody can be asked.');
else if (!address) end(`METRICS_ADDRESS ${wrongAddress}`);
else await ask(address);

async function ask({ host, port }: Address): Promise<void> {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/healthz`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
    const said = await response.text();
    if (response.ok) process.stdout.write(`${said}\n`);
    else end(said);
  } catch (error) {
    const { cause = error } = error instanceof Error ? error : {};
    end(`${url} does not answer: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function end(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
