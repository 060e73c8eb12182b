import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareInstallation } from '../../src/commands/demo/installation.ts';
import { placedDaysAgo } from '../../src/commands/demo/scenes/forgotten.scene.ts';
import { expectations } from '../../src/commands/demo/scenes/long-weekend.scene.ts';
import { leftDaysAgo } from '../../src/commands/demo/scenes/lost-parcel.scene.ts';
import { createPaint } from '../../src/commands/demo/show/paint.ts';
import { summarize } from '../../src/commands/demo/show/summary.ts';
import { Client } from '../../src/commands/demo/stage/client.ts';
import {
  daysBefore,
  hoursBefore,
  inParis,
  type LongWeekend,
  longWeekends,
  plusDays,
} from '../../src/commands/demo/stage/days.ts';
import { deliveryHoursAgo } from '../../src/commands/demo/stage/deliveries.ts';
import { type Person, people } from '../../src/commands/demo/stage/people.ts';
import { exitCodeOf, playScenes } from '../../src/commands/demo/stage/play.ts';
import type { Scene } from '../../src/commands/demo/stage/scene.ts';
import { computePromise, computePromiseAfterShipping } from '../../src/domain/delivery/compute-promise.ts';
import { defaultDeliveryPolicy } from '../../src/domain/delivery/default-policy.ts';
import { endOfLocalDay } from '../../src/domain/orders/end-of-local-day.ts';
import { readConfig } from '../../src/platform/config.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.ts';

const launcher = fileURLToPath(new URL('../../src/launch/navette.js', import.meta.url));
let dataDir: string;
let demo: ChildProcess | null = null;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'navette-demo-'));
});
afterEach(async () => {
  // Of a test that took too long: it stops its PostgreSQL before its folder goes.
  if (demo !== null && demo.exitCode === null && demo.signalCode === null) {
    demo.kill('SIGTERM');
    await once(demo, 'exit');
  }
  rmSync(dataDir, { recursive: true, force: true });
});

const runDemo = async () => {
  // Addresses that nobody answers at: the demo must not so much as look at them.
  const env = {
    ...process.env,
    NODE_ENV: '',
    NAVETTE_DATA: dataDir,
    PORT: '0',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/real',
    REDIS_URL: 'redis://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
  };
  const child = spawn(process.execPath, [launcher, 'demo', '--exit'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  demo = child;
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
};

const ask = async (url: string, statement: string) => {
  const sql = postgres(url, { max: 1 });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
};

/** What an earlier demo left in its folder. */
const leave = async (folder: string, statement: string): Promise<void> => {
  const server = await startEmbeddedPostgres({ dataDir: folder });
  await ask(server.url, statement);
  await server.stop();
};

test('the demo plays a day, finds everything as expected and exits with 0', {
  timeout: 240_000,
}, async () => {
  const { out, err, code } = await runDemo();
  expect({ code, err, differs: out.match(/.*differs.*(\n.*){2}/g) }).toEqual({
    code: 0,
    err: '',
    differs: null,
  });
  expect(out).toMatch(/All \d{3} checks came out as expected/);
  expect(out).toMatch(/orders recorded +2,182\n/);
  expect(out).toContain('rejected: The seller does not ship to the Canary Islands');
  expect(out).toContain("l'heure limite de 14:00 était passée");
  expect(out).toContain('unshipped → shipped → shipped → delivered');
  expect(out).toContain('They add up: refunds by list and by order are the same');
  expect(out).toMatch(/EUR {2}refunds: 11, of orders: 10 +€356\.00 +€256\.52 +€12\.90\n/);
  expect(out).toMatch(/reimbursed by carriers +€25\.80\n/);
  expect(out).toMatch(/Bull Board +http:\/\/localhost:\d+\/queues +operator \/ \S+/);
  expect(out).not.toContain('\x1b');
  const texts = out.split('\n').filter((line) => !line.includes('http'));
  expect(Math.max(...texts.map((line) => line.length))).toBeLessThanOrEqual(96);
});

test('a demo begins with nothing, and leaves the folder of a running one alone', async () => {
  const given = readConfig({
    NAVETTE_DATA: dataDir,
    PORT: '0',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/real',
  });
  const config = await prepareInstallation(given);
  expect(config).toMatchObject({
    dataDir: join(dataDir, 'demo'),
    databaseUrl: null,
    redisUrl: null,
    smtpUrl: null,
  });
  await leave(config.dataDir, 'CREATE TABLE yesterday ()');
  const again = await prepareInstallation(given);
  expect(again.dataDir).toBe(config.dataDir);
  const running = await startEmbeddedPostgres({ dataDir: again.dataDir });
  try {
    expect(await ask(running.url, "SELECT to_regclass('yesterday') AS left")).toEqual([{ left: null }]);
    expect((await prepareInstallation(given)).dataDir).toBe(join(dataDir, 'demo-2'));
  } finally {
    await running.stop();
  }
});

const nobody = { api: new Client('http://127.0.0.1:1', 'no key'), now: new Date() };
const unwatched = { begin: () => {}, progress: () => {}, end: () => {} };
const play = (...scenes: readonly Scene[]) => playScenes(scenes, nobody, unwatched);
const fine: Scene = { title: 'Fine', play: async ({ expect }) => expect.equal('two', 1 + 1, 2) };

test('a wrong expectation is shown with what came out instead, and makes the demo exit with 1', async () => {
  const wrong: Scene = {
    title: 'Wrong',
    play: async ({ expect, tell }) => {
      expect.equal('the state', { state: 'shipped' }, { state: 'delivered' });
      tell('It went on.');
    },
  };
  const reports = await play(fine, wrong, fine);
  expect(exitCodeOf(reports)).toBe(1);
  const totals = { requests: 0, upSeconds: 1, playSeconds: 1 };
  const summary = summarize(reports, totals, createPaint(false));
  expect(summary).toContain('✗ Wrong\n    It went on.\n    differs: the state\n');
  expect(summary).toContain('expected {"state":"delivered"}\n      came out {"state":"shipped"}');
  expect(summary).toContain('1 of 3 checks came out otherwise than expected');
});

test('a scene that breaks off makes it exit with 1, and the others still play', async () => {
  const broken: Scene = { title: 'Broken', play: () => Promise.reject(new Error('The lights went out')) };
  const reports = await play(broken, fine);
  expect(reports.map(({ differences }) => differences.map(({ actual }) => actual))).toEqual([
    ['The lights went out'],
    [],
  ]);
  expect(exitCodeOf(reports)).toBe(1);
});

test('a day on which nothing was checked is no success', async () => {
  expect(exitCodeOf([])).toBe(1);
  expect(exitCodeOf(await play({ title: 'Silent', play: async () => {} }))).toBe(1);
  expect(exitCodeOf(await play(fine))).toBe(0);
});

test('what the scene of the long weekend expects is right at any time until 2050', () => {
  const weekends = new Map<string, LongWeekend>();
  for (let date = '2024-01-01'; date < '2050-01-01'; date = plusDays(date, 3)) {
    const { next, last } = longWeekends(date);
    expect(last.holiday < date && date < next.eve).toBe(true);
    for (const weekend of [next, last]) weekends.set(weekend.holiday, weekend);
  }
  for (const { holiday, eve, name, weekday } of weekends.values()) {
    const placedAt = inParis(eve, '14:00:00');
    const shipTo = { country: 'FR', postalCode: '69003' };
    const promise = computePromise(
      { placedAt, releaseAt: placedAt, shipTo, speed: 'standard', fulfilmentCentre: null, language: 'fr' },
      defaultDeliveryPolicy,
    );
    if (!promise.ok) throw new Error(promise.refusal.detail);
    const { shipBy, earliest, latest, explanation } = promise.value;
    const { days, codes } = expectations[weekday];
    expect([shipBy, earliest, latest]).toEqual(days.map((count) => plusDays(holiday, count)));
    expect(explanation.map(({ code }) => code)).toEqual(codes);
    expect(explanation.find(({ code }) => code === 'centre_holiday')?.detail).toContain(name);
  }
});

test('what the scenes about parcels expect of the calendar is right at any hour until 2028', () => {
  const { lyon, paris, ajaccio, strasbourg } = people;
  const shared = { speed: 'standard', fulfilmentCentre: null, language: 'fr' } as const;
  const promised = ({ shipTo }: Person, placedAt: string) => {
    const input = { ...shared, placedAt, releaseAt: placedAt, shipTo };
    const promise = computePromise(input, defaultDeliveryPolicy);
    if (!promise.ok) throw new Error(promise.refusal.detail);
    return promise.value;
  };
  const zone = 'Europe/Paris';
  const last = Date.parse('2028-01-01T00:00:00Z');
  for (let at = Date.parse('2026-01-01T00:00:00Z'); at < last; at += 7 * 3_600_000) {
    const now = new Date(at);
    for (const person of [lyon, paris, ajaccio]) {
      const { shipBy, latest } = promised(person, hoursBefore(now, deliveryHoursAgo.placed));
      expect(hoursBefore(now, deliveryHoursAgo.shipped) < endOfLocalDay(shipBy, 0, zone)).toBe(true);
      // Nor is it said to be late before the demo has shipped it.
      expect(now.toISOString() < endOfLocalDay(latest, 0, zone)).toBe(true);
    }
    const shippedAt = daysBefore(now, leftDaysAgo);
    const { shipBy } = promised(strasbourg, daysBefore(now, placedDaysAgo));
    expect(shippedAt >= endOfLocalDay(shipBy, 0, zone)).toBe(true);
    const parcel = computePromiseAfterShipping(
      { ...shared, shippedAt, shipTo: strasbourg.shipTo },
      defaultDeliveryPolicy,
    );
    if (!parcel.ok) throw new Error(parcel.refusal.detail);
    expect(endOfLocalDay(parcel.value.latest, 7, zone) < now.toISOString()).toBe(true);
  }
});
