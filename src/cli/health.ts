import { loadConfig, type Address } from '../config.ts';

/** Asks the bot on this machine how it is: ends with 0 if it is well, else with 1 and a line that says why. */
const patience = 4_000;

const loaded = loadConfig();
const address = loaded.ok ? loaded.config.metricsAddress : undefined;
if (address) await ask(address);
else
  end(loaded.ok ? 'METRICS_ADDRESS is not set: nobody can be asked.' : loaded.problems.join('\n'));

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
