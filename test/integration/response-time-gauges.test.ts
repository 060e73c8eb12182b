import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { registerResponseTimeGauges } from '../../src/api/metrics/response-time-gauges.ts';
import { startTestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { ask, newSeller, now } from './response-time-fixture.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
}, 60_000);

afterAll(() => test.stop());

const linesOf = (text: string): string[] =>
  text.split('\n').filter((line) => line.startsWith('navette_messages_awaiting'));

/** Hours before the real time, by which the database counts. */
const sentAgo = (hours: number): number => (Date.parse(now) - Date.now()) / 3_600_000 + hours;

describe('the gauges of messages that await an answer', () => {
  it('count at every scrape, over all sellers', async () => {
    const { database } = test;
    const registry = new Registry();
    registerResponseTimeGauges(registry, database.system);
    expect(linesOf(await registry.metrics())).toEqual([
      'navette_messages_awaiting{state="open"} 0',
      'navette_messages_awaiting{state="due_soon"} 0',
      'navette_messages_awaiting{state="overdue"} 0',
    ]);
    const questions = [{ hoursAgo: sentAgo(2) }, { hoursAgo: sentAgo(21) }, { hoursAgo: sentAgo(30) }];
    await ask(database, await newSeller(database, 'Lumen'), questions);
    await ask(database, await newSeller(database, 'Maison Verte'), [
      { hoursAgo: sentAgo(50) },
      { hoursAgo: sentAgo(3), answeredAfterHours: 1 },
    ]);
    expect(linesOf(await registry.metrics())).toEqual([
      'navette_messages_awaiting{state="open"} 4',
      'navette_messages_awaiting{state="due_soon"} 1',
      'navette_messages_awaiting{state="overdue"} 2',
    ]);
  });

  it('are left out while PostgreSQL is away, and the other metrics are told as ever', async () => {
    const metrics = new Registry();
    const away = openDatabase({
      url: 'postgres://nobody@127.0.0.1:1/nothing',
      maxConnections: 1,
      applicationName: 'test',
    });
    registerResponseTimeGauges(metrics, away.system);
    const api = await startTestApi(test.database, { metrics });
    try {
      const answer = await fetch(`${api.url}/metrics`);
      const text = await answer.text();
      expect(answer.status).toBe(200);
      expect(linesOf(text)).toEqual([]);
      expect(text).toContain('# TYPE navette_messages_awaiting gauge');
      expect(text).toContain('# TYPE navette_http_request_duration_seconds histogram');
    } finally {
      await api.stop();
      await away.close();
    }
  });
});
