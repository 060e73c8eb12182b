import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../../src/platform/config.ts';

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: string };
  readonly stop_grace_period?: string;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`No service ${name}`);
  return found;
};

/** `.env.example`, with what it leaves empty filled in by `given`. */
const exampleEnv = (given: Readonly<Record<string, string>>): Map<string, string> => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const pairs = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split(/=(.*)/s));
  return new Map(pairs.map(([name = '', value = '']) => [name, given[name] ?? value]));
};

/** `${NAME}`, `${NAME:-default}` and `${NAME:?message}`, as compose resolves them. */
const resolve = (text: string, env: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g, (_all, name: string, kind?: string, rest?: string) => {
    const value = env.get(name) ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new Error(`${name} is required`);
    return kind === '-' ? (rest ?? '') : '';
  });

const secrets = {
  POSTGRES_PASSWORD: 'a1b2c3d4e5f6',
  OPERATOR_PASSWORD: 'long enough',
  LINK_SECRETS: 'x'.repeat(32),
};

describe('docker-compose.yml', () => {
  it.each(['api', 'worker', 'migrate'])('gives %s an environment that production accepts', (name) => {
    const env = exampleEnv(secrets);
    const environment = Object.fromEntries(
      Object.entries(service(name).environment ?? {}).map(([key, value]) => [key, resolve(value, env)]),
    );
    const config = readConfig(environment);
    expect(config).toMatchObject({ production: true, redisUrl: 'redis://redis:6379' });
    expect(config.databaseUrl).toContain('@postgres:5432/navette');
  });

  it.each(Object.keys(secrets))('does not start without %s', (missing) => {
    const env = exampleEnv({ ...secrets, [missing]: '' });
    const values = Object.values(service('api').environment ?? {});
    expect(() => values.map((value) => resolve(value, env))).toThrow(`${missing} is required`);
  });

  it('keeps what Redis holds, and never evicts it', () => {
    const command = (service('redis').command ?? []).join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('starts api and workers when the database is up to date', () => {
    expect(service('migrate').depends_on?.postgres?.condition).toBe('service_healthy');
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on?.migrate?.condition).toBe('service_completed_successfully');
      expect(service(name).depends_on?.redis?.condition).toBe('service_healthy');
    }
    expect(resolve(service('worker').deploy?.replicas ?? '', new Map())).toBe('2');
  });

  it('gives the roles longer to stop than they take', () => {
    for (const name of ['api', 'worker'])
      expect(Number.parseInt(service(name).stop_grace_period ?? '', 10)).toBe(20);
  });

  it('opens ports to this machine alone', () => {
    const ports = Object.values(compose.services).flatMap(({ ports }) => ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});
