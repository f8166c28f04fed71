import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { projectRoot } from '../../src/root.ts';

const folder = join(projectRoot, 'deploy', 'kubernetes');

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: Record<string, unknown>;
}

const read = (file: string): Manifest[] =>
  parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => {
    expect(document.errors, file).toEqual([]);
    return document.toJS() as Manifest;
  });

const { resources } = read('kustomization.yaml')[0] as unknown as { resources: string[] };
const manifests = resources.flatMap(read);
function called(kind: string, name: string): Manifest {
  const found = manifests.find((one) => one.kind === kind && one.metadata.name === name);
  if (!found) throw new Error(`deploy/kubernetes has no ${kind} ${name}.`);
  return found;
}

const hasValidator = spawnSync('kubernetes-validate', ['--version']).status === 0;
if (!hasValidator)
  console.log('SKIPPED: the schemas of Kubernetes, because kubernetes-validate is missing.');

/** What a strict look at the schemas of Kubernetes finds wrong; nothing else than fields that exist may stand in a file. */
function faultsOf(...files: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    'kubernetes-validate',
    ['--strict', '--quiet', ...files],
    { encoding: 'utf8' },
  );
  return status === 0 ? '' : stdout + stderr;
}

interface Container {
  readonly command?: string[];
  readonly env: { readonly name: string; readonly value?: string }[];
}
interface Pods {
  readonly selector: { readonly matchLabels: Record<string, string> };
  readonly template: {
    readonly metadata: { readonly labels: Record<string, string> };
    readonly spec: { readonly containers: Container[] };
  };
}
const pods = manifests.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet');
const containerOf = (manifest: Manifest): Container =>
  (manifest.spec as unknown as Pods).template.spec.containers[0] as Container;

describe('the manifests for Kubernetes', () => {
  test('are all named by the kustomization', () => {
    const files = readdirSync(folder).filter((file) => file !== 'kustomization.yaml');
    expect(resources.toSorted()).toEqual(files.toSorted());
  });

  test.skipIf(!hasValidator)(
    'follow the schemas of Kubernetes, without a field of their own',
    () => {
      expect(faultsOf(...resources.map((file) => join(folder, file)))).toBe('');
    },
  );

  test.skipIf(!hasValidator)('would be refused for a wrong type or a misspelt field', () => {
    const temporary = mkdtempSync(join(tmpdir(), 'seedling-'));
    onTestFinished(() => rmSync(temporary, { recursive: true }));
    const text = readFileSync(join(folder, 'gateways.yaml'), 'utf8');
    const faultsWith = (from: string, to: string) => {
      expect(text).toContain(from);
      const file = join(temporary, 'changed.yaml');
      writeFileSync(file, text.replace(from, to));
      return faultsOf(file);
    };
    expect(faultsWith('replicas: 4', 'replicas: four')).toContain('four');
    expect(faultsWith('replicas: 4', 'replica: 4')).toContain('replica');
  });

  test('select the pods that they make', () => {
    for (const { spec } of pods) {
      const { selector, template } = spec as unknown as Pods;
      expect(template.metadata.labels).toMatchObject(selector.matchLabels);
    }
  });

  test('start programs that exist, with settings that exist', () => {
    const settings = readFileSync(join(projectRoot, '.env.example'), 'utf8');
    for (const manifest of [called('Deployment', 'worker'), called('StatefulSet', 'gateway')]) {
      const { command = [], env } = containerOf(manifest);
      const [, script = ''] = /node,? ?dist\/(\S+)\.js/.exec(command.join(' ')) ?? [];
      expect(existsSync(join(projectRoot, `${script}.ts`)), script).toBe(true);
      const own = ['POD_INDEX', 'SHARDS_A_POD', 'TOTAL_SHARDS', 'REDIS_PASSWORD'];
      const unknown = env.filter(
        ({ name }) => !own.includes(name) && !settings.includes(`${name}=`),
      );
      expect(unknown).toEqual([]);
    }
    // The gateways' command sets it.
    expect(settings).toContain('SHARDS=');
  });

  test('give the workers no token', () => {
    expect(JSON.stringify(called('Deployment', 'worker'))).not.toContain('DISCORD_TOKEN');
  });

  test('have as many gateways as hold all shards', () => {
    const gateway = called('StatefulSet', 'gateway');
    const value = (name: string) =>
      Number(containerOf(gateway).env.find((entry) => entry.name === name)?.value);
    expect(Number(gateway.spec['replicas']) * value('SHARDS_A_POD')).toBe(value('TOTAL_SHARDS'));
  });

  test('scale the workers by demos that wait', () => {
    const { spec } = called('HorizontalPodAutoscaler', 'worker');
    expect(spec['scaleTargetRef']).toMatchObject({ kind: 'Deployment', name: 'worker' });
    expect(JSON.stringify(spec['metrics'])).toContain('seedling_all_demos_waiting');
  });
});
