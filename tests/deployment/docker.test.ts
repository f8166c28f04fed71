import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import dotenv from 'dotenv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../src/root.ts';

const read = (name: string): string => readFileSync(join(projectRoot, name), 'utf8');

/** The instructions of the Dockerfile, without comments, continued lines joined. */
const instructions = read('Dockerfile')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '');

const copies = instructions.filter((line) => line.startsWith('COPY '));
const wordsOf = (line: string) => line.split(/\s+/).slice(1);

/** What is copied from the project's folder. */
const sources = copies
  .map(wordsOf)
  .filter(([first]) => !first?.startsWith('--from='))
  .flatMap((words) => words.slice(0, -1));

const allowed = read('.dockerignore')
  .split('\n')
  .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []));

describe('the image', () => {
  test('is made of files that exist, and that .dockerignore lets in', () => {
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
    expect(
      sources.filter((path) => !allowed.some((root) => `${path}/`.startsWith(`${root}/`))),
    ).toEqual([]);
    expect(allowed.filter((path) => !sources.some((source) => source.startsWith(path)))).toEqual(
      [],
    );
  });

  test('can not hold a secret or what was built or stored here', () => {
    expect(read('.dockerignore')).toMatch(/^\*$/m);
    expect(allowed.filter((path) => /env|data|dist|node_modules|git/.test(path))).toEqual([]);
  });

  test('is of the version of Node.js that the README recommends', () => {
    expect(read('README.md')).toMatch(/Node\.js 20, 22, 24 and 26; 24 is recommended/);
    const bases = instructions.filter((line) => line.startsWith('FROM '));
    expect(new Set(bases.map((line) => wordsOf(line)[0]))).toEqual(new Set(['node:24-slim']));
  });

  test('installs what the lock file pins, runs no install scripts, and downloads nothing else', () => {
    const runs = instructions.filter((line) => line.startsWith('RUN '));
    for (const run of runs.filter((line) => line.includes('npm ci')))
      expect(run).toContain('--ignore-scripts');
    expect(runs.join('\n')).not.toMatch(/curl|wget|apt|npx|npm install/);
    expect(instructions.join('\n')).not.toMatch(/^ADD /m);
  });

  test('runs as nobody special, with one place for data, and tells its health', () => {
    const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
    expect(last).toContain('USER node');
    expect(last.filter((line) => line.startsWith('VOLUME '))).toEqual(['VOLUME /app/data']);
    expect(last.join('\n')).toMatch(/HEALTHCHECK .*dist\/src\/cli\/health\.js/);
    expect(last.at(-1)).toBe('CMD ["node", "dist/src/main.js"]');
  });

  interface Service {
    readonly profiles?: string[];
    readonly command?: string[];
    readonly environment?: Record<string, string>;
  }
  const { services } = parse(read('compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
  };

  test('is run by Compose without more rights than it needs', () => {
    expect(services['seedling']).toMatchObject({
      env_file: '.env',
      volumes: ['data:/app/data'],
      stop_grace_period: '15s',
    });
    for (const name of ['seedling', 'gateway-1', 'gateway-2', 'worker', 'redis'])
      expect(services[name], name).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    for (const [name, service] of Object.entries(services))
      expect(service, name).not.toHaveProperty('ports');
  });

  test('is alone in Compose, unless the profile for many machines is asked for', () => {
    const usual = Object.keys(services).filter((name) => !services[name]?.profiles);
    expect(usual).toEqual(['seedling']);
  });

  test('is a gateway of each range, and three workers without a token, in that profile', () => {
    const ranges = Object.values(services).flatMap(
      ({ environment }) => environment?.['SHARDS'] ?? [],
    );
    expect(ranges).toEqual(['0-0/2', '1-1/2']);
    const { worker } = services;
    expect(worker).toMatchObject({ env_file: [], deploy: { replicas: 3 } });
    expect(Object.keys(worker?.environment ?? {})).toEqual(['REDIS_URL']);
    const program = worker?.command?.at(-1)?.replace(/^dist\/(.*)\.js$/, '$1.ts') ?? '';
    expect(existsSync(join(projectRoot, program)), program).toBe(true);
  });
});

test('a copy of .env.example takes away nothing that the image and the unit of systemd set', () => {
  const set = ['Dockerfile', 'deploy/seedling.service'].flatMap((file) =>
    [...read(file).matchAll(/^(?:ENV |Environment=)(\w+)=/gm)].map(([, name]) => name),
  );
  expect(set).toEqual(expect.arrayContaining(['METRICS_ADDRESS', 'MISSES_DATABASE_URL']));
  const copied = Object.keys(dotenv.parse(read('.env.example')));
  expect(copied.filter((name) => set.includes(name))).toEqual([]);
});

test('every dependency has one exact version, and the lock file knows the content of each', () => {
  for (const file of ['package.json', 'packages/playground/package.json']) {
    const { dependencies, devDependencies } = JSON.parse(read(file)) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }>;
  };
  for (const [path, { integrity, resolved, link }] of Object.entries(packages)) {
    // Our own packages, and the links to them.
    if (!path.startsWith('node_modules/') || link) continue;
    expect(integrity, path).toMatch(/^sha512-/);
    // Without an address, it comes from the registry that is set.
    expect(resolved ?? 'https:', path).toMatch(/^https:/);
  }
});
