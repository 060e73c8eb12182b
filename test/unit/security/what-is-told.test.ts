import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/platform/config.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { createReadiness } from '../../../src/roles/readiness.ts';
import type { Services } from '../../../src/roles/services.ts';

const person = 'zoe@example.test';

/** As PostgreSQL and its driver make one of a row that a constraint refuses. */
const refusedRow = (code: string, message: string): Error =>
  Object.assign(new Error(message), {
    name: 'PostgresError',
    severity: 'ERROR',
    code,
    detail: `Failing row contains (1, ${person}, Zoé Łukasik).`,
    where: `unnamed portal parameter $1 = '${person}'`,
    internal_query: `SELECT '${person}'`,
    query: 'INSERT INTO orders …',
    parameters: [person],
    table_name: 'orders',
    constraint_name: 'orders_state',
  });

const logOf = (error: unknown): string => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  createLogger({ level: 'info', pretty: false, destination }).error({ err: error }, 'A request failed');
  return lines.join('');
};

describe('An error in the log', () => {
  it('says what and where, and nothing of the row that PostgreSQL refused', () => {
    const line = logOf(refusedRow('23514', 'new row violates check constraint "orders_state"'));
    expect(line).not.toContain('zoe');
    expect(JSON.parse(line)).toMatchObject({
      msg: 'A request failed',
      err: { type: 'PostgresError', code: '23514', table: 'orders', constraint: 'orders_state' },
    });
    expect((JSON.parse(line) as { err: { stack: string } }).err.stack).toMatch(/^ +at .*what-is-told/);
  });

  it('quotes no value, be it in the message, a cause or a cause of a cause', () => {
    const refused = refusedRow('22P02', `invalid input syntax for type integer: "${person}"`);
    const wrapped = new Error('outer', { cause: new Error('inner', { cause: refused }) });
    for (const error of [refused, wrapped]) {
      expect(logOf(error)).not.toContain('zoe');
      expect(logOf(error)).toContain('PostgreSQL refused a value');
    }
    const round = new Error('round');
    round.cause = round;
    expect(logOf(round)).toContain('round');
    expect(
      logOf(Object.assign(new Error('550 refused'), { recipient: person, rejected: [person] })),
    ).not.toContain('zoe');
  });

  it('is no error where something else was thrown, and then nothing of it is told', () => {
    for (const thrown of [person, { email: person }, undefined]) expect(logOf(thrown)).not.toContain('zoe');
  });
});

describe('Readiness', () => {
  it('tells everybody that something is away, and no host, user or password of it', async () => {
    const away = () =>
      Promise.reject(
        Object.assign(new Error('password authentication failed for user "navette" at 10.1.2.3:5432'), {
          code: '28P01',
        }),
      );
    const services = {
      database: { system: away },
      backend: { ping: () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:6379')) },
      producer: { queues: new Map() },
    } as unknown as Services;
    const report = await createReadiness(services, { workers: true })();
    expect(report).toEqual({
      ready: false,
      checks: {
        database: { ok: false, detail: 'Does not answer: 28P01' },
        queueStore: { ok: false, detail: 'Does not answer' },
        consumers: { ok: false, detail: 'Does not answer: 28P01' },
      },
    });
  });
});

describe('Production', () => {
  it('does not start with secrets that are none', () => {
    const needed = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://db/navette',
      SMTP_URL: 'smtp://mail',
      MAIL_FROM: 'a@example.test',
      PUBLIC_URL: 'https://example.test',
      OPERATOR_PASSWORD: 'long enough',
    };
    for (const LINK_SECRETS of [',', ',,,', '', 'short', `${'x'.repeat(40)},short`]) {
      expect(() => readConfig({ ...needed, LINK_SECRETS }), LINK_SECRETS).toThrow(/LINK_SECRETS/);
    }
    expect(readConfig({ ...needed, LINK_SECRETS: 'x'.repeat(32) }).linkSecrets).toHaveLength(1);
  });
});

it('The driver of PostgreSQL is not asked to put parameters into its errors', () => {
  const error = new postgres.PostgresError('x');
  expect(Object.keys(error)).not.toContain('parameters');
});
