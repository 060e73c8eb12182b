import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addHours } from '../../src/domain/calendar/instant.ts';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi, type TestApi, workOff } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createMessagesFixture, hoursAgo, newNumber } from '../support/message-requests.ts';

let pg: TestDatabase;
let api: TestApi;
let fixture: ReturnType<typeof createMessagesFixture>;

const asOf = '2026-05-31T12:00:00.000Z';

interface Asked {
  readonly sentAt: string;
  /** Null: nobody answered. */
  readonly afterHours: number | null;
  readonly subject?: string;
}

/** Questions, each in a conversation of its own, and their answers: all posted, then worked off together. */
const recordAll = async (channel: string, all: readonly Asked[]): Promise<void> => {
  const bodies = all.flatMap(({ sentAt, afterHours, subject }) => {
    const shared = { channel, channelOrderId: newNumber(), historical: true };
    const question = fixture.newMessage({ ...shared, sentAt, subject });
    if (afterHours === null) return [question];
    const answer = { ...shared, direction: 'outbound', sentAt: addHours(sentAt, afterHours), body: 'Soon.' };
    return [fixture.newMessage(answer), question];
  });
  const answers = await Promise.all(bodies.map((body) => api.post('/v1/messages', body)));
  expect(answers.filter(({ status }) => status !== 202)).toEqual([]);
  await workOff(pg.database, api.sellerId);
};

const times = (count: number, daysBefore: number, afterHours: number | null): Asked[] =>
  Array.from({ length: count }, (_, n) => ({ sentAt: addHours(addDays(asOf, -daysBefore), -n), afterHours }));

/** The seller's example of 003, and beside it what is in no share. */
const example: readonly Asked[] = [
  { sentAt: addDays(asOf, -6), afterHours: 4, subject: '=HYPERLINK("https://example.test","Refund, now")' },
  { sentAt: addDays(asOf, -5), afterHours: 72, subject: 'Où est "ma" tasse ?' },
  // At the very edge: a window does not hold the instant that it begins after.
  { sentAt: addDays(asOf, -7), afterHours: 24 },
  ...times(12, 20, 2),
  ...times(3, 12, 24.5),
  ...times(12, 60, 1),
  ...times(2, 45, 48),
  ...times(2, 80, null),
  // Sent at `asOf` and answered later: it still has time.
  { sentAt: asOf, afterHours: 1 },
  { sentAt: addDays(asOf, -90), afterHours: 1 },
];

beforeAll(async () => {
  pg = await createTestDatabase();
  api = await startTestApi(pg.database);
  fixture = createMessagesFixture(pg.database, api);
  await recordAll('shop', example);
  await recordAll('busy.test', [
    ...times(20, 3, 1),
    ...[7, 19, 2, 11].map((hours) => ({ sentAt: addHours(asOf, -hours), afterHours: null })),
  ]);
});

afterAll(async () => {
  await api.stop();
  await pg.stop();
});

interface Figures {
  readonly targetHours: number | null;
  readonly windows: readonly {
    readonly days: number;
    readonly within: { readonly count: number };
    readonly late: { readonly count: number };
    readonly unanswered: number;
    readonly answeredLate: number;
    readonly internal: unknown;
  }[];
  readonly awaiting: { readonly count: number };
  readonly projection: { readonly lateLeft: number; readonly messageIds: readonly string[] };
}

const figuresOf = async (query: string): Promise<Figures> => {
  const response = await api.call(`/v1/metrics/response-time?${query}`);
  expect(response.status).toBe(200);
  return jsonOf<Figures>(response);
};

describe('Response time', () => {
  it('of the example is what its seller was shown', async () => {
    expect(await figuresOf(`channel=shop&asOf=${asOf}`)).toEqual({
      asOf,
      channel: 'shop',
      targetHours: 24,
      goal: { withinPercent: 90, latePercent: 10 },
      windows: [
        {
          days: 7,
          within: { count: 1, percent: 50 },
          late: { count: 1, percent: 50 },
          unanswered: 0,
          answeredLate: 1,
          // 1 day 14 hours.
          averageResponseSeconds: 136_800,
          goalMet: false,
          internal: null,
        },
        {
          days: 30,
          within: { count: 14, percent: 78 },
          late: { count: 4, percent: 22 },
          unanswered: 0,
          answeredLate: 4,
          averageResponseSeconds: Math.round(((4 + 72 + 24 + 12 * 2 + 3 * 24.5) * 3_600) / 18),
          goalMet: false,
          internal: null,
        },
        {
          days: 90,
          within: { count: 26, percent: 76 },
          late: { count: 8, percent: 24 },
          unanswered: 2,
          answeredLate: 6,
          averageResponseSeconds: expect.any(Number),
          goalMet: false,
          internal: null,
        },
      ],
      awaiting: { count: 3, dueSoon: 0, overdue: 2 },
      projection: { lateLeft: 0, messageIds: [] },
    });
  });

  it('as of an earlier instant knows nothing of what came later', async () => {
    // Between the question of five days ago and its answer, past its target.
    const { windows, awaiting } = await figuresOf(`channel=shop&asOf=${addDays(asOf, -3.5)}`);
    expect(windows[0]).toMatchObject({ late: { count: 1 }, unanswered: 1, answeredLate: 0 });
    expect(awaiting.count).toBe(3);
  });

  it('tells how many late answers are left until the goal is missed, and which messages they may be', async () => {
    const { projection } = await figuresOf(`channel=busy.test&asOf=${asOf}`);
    expect(projection.lateLeft).toBe(3);
    const list = await jsonOf<{ items: { messageId: string; sentAt: string }[] }>(
      await api.call('/v1/messages?channel=busy.test&awaiting=true'),
    );
    expect(list.items.map(({ sentAt }) => sentAt)).toEqual(
      [19, 11, 7, 2].map((hours) => addHours(asOf, -hours)),
    );
    expect(projection.messageIds).toEqual(list.items.slice(0, 3).map(({ messageId }) => messageId));
  });

  it('of a seller without messages is nothing, and that is no failure', async () => {
    const other = await startTestApi(pg.database);
    try {
      const figures = await jsonOf(await other.call('/v1/metrics/response-time'));
      expect(figures).toMatchObject({
        channel: null,
        targetHours: 24,
        windows: [7, 30, 90].map((days) => ({
          days,
          within: { count: 0, percent: 0 },
          averageResponseSeconds: null,
          goalMet: null,
        })),
        awaiting: { count: 0, dueSoon: 0, overdue: 0 },
        projection: { lateLeft: 1, messageIds: [] },
      });
      const csv = await other.call('/v1/metrics/response-time/messages.csv');
      expect((await csv.text()).split('\r\n')).toHaveLength(2);
    } finally {
      await other.stop();
    }
    expect((await api.call('/v1/metrics/response-time?asOf=yesterday')).status).toBe(422);
  });
});

const rowsOf = async (query: string): Promise<Record<string, string>[]> => {
  const response = await api.call(`/v1/metrics/response-time/messages.csv?${query}`);
  expect(response.status).toBe(200);
  return parse(await response.text(), { columns: true });
};

describe('The messages behind a figure', () => {
  it('are as many as the figure counts, and stand as it says', async () => {
    const { windows } = await figuresOf(`channel=shop&asOf=${asOf}`);
    const standings = {
      within: ['answered_in_time'],
      late: ['answered_late', 'unanswered'],
      unanswered: ['unanswered'],
      answered_late: ['answered_late'],
    };
    for (const { days, within, late, unanswered, answeredLate } of windows) {
      const counts = { within: within.count, late: late.count, unanswered, answered_late: answeredLate };
      for (const [figure, expected] of Object.entries(counts)) {
        const rows = await rowsOf(`channel=shop&asOf=${asOf}&days=${days}&figure=${figure}`);
        expect([figure, days, rows.length]).toEqual([figure, days, expected]);
        const allowed = standings[figure as keyof typeof standings];
        for (const { standing } of rows) expect(allowed).toContain(standing);
      }
      const all = await rowsOf(`channel=shop&asOf=${asOf}&days=${days}`);
      expect(all).toHaveLength(within.count + late.count + 1);
    }
  });

  it('are a table to download that runs no formula', async () => {
    const response = await api.call(
      `/v1/metrics/response-time/messages.csv?channel=shop&asOf=${asOf}&days=7&figure=all`,
    );
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="messages-all-7-days.csv"',
    );
    const text = await response.text();
    const [header, first] = text.split('\r\n');
    expect(header).toBe(
      'messageId,threadId,channel,channelOrderId,sentAt,answeredAt,responseSeconds,dueAt,standing,subject',
    );
    expect(first).toMatch(/,"'=HYPERLINK\(""https:\/\/example\.test"",""Refund, now""\)"$/);
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(
      rows.map(({ standing, responseSeconds, subject }) => [standing, responseSeconds, subject]),
    ).toEqual([
      ['answered_in_time', '14400', `'=HYPERLINK("https://example.test","Refund, now")`],
      ['answered_late', '259200', 'Où est "ma" tasse ?'],
      ['open', '', ''],
    ]);
    expect((await api.call('/v1/metrics/response-time/messages.csv?figure=most')).status).toBe(422);
    expect((await api.call('/v1/metrics/response-time/messages.csv?days=8')).status).toBe(422);
  });

  it('come all and once, however many batches and messages of one instant', async () => {
    const threadId = newId();
    await pg.database.asSellers([api.sellerId], async ({ sql }) => {
      await sql`
        INSERT INTO thread (id, seller_id, channel, buyer)
        VALUES (${threadId}, ${api.sellerId}, 'many.test', 'many')`;
      await sql`
        INSERT INTO message (id, seller_id, thread_id, channel, direction, source, sent_at, body, automatic,
          no_response_needed, historical, counts, due_at)
        SELECT gen_random_uuid(), ${api.sellerId}, ${threadId}, 'many.test', 'inbound', 'upstream',
          ${asOf}::timestamptz - n / 700 * interval '1 hour', 'x', false, false, true, true,
          ${asOf}::timestamptz + interval '1 day'
        FROM generate_series(1, 1500) AS n`;
    });
    const rows = await rowsOf(`channel=many.test&asOf=${asOf}`);
    expect(new Set(rows.map(({ messageId }) => messageId)).size).toBe(1_500);
    expect(rows).toHaveLength(1_500);
  });
});

describe('Targets', () => {
  const put = (channel: string, settings: object) => api.put(`/v1/settings/channels/${channel}`, settings);
  const week = {
    timeZone: 'Europe/Paris',
    windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '00:00', until: '24:00' }],
    targetHours: 2,
  };

  it('are those of the channel, or of all channels where these agree', async () => {
    await put('target-a.test', { responseTargetHours: 12 });
    expect((await figuresOf('channel=target-a.test')).targetHours).toBe(12);
    expect((await figuresOf('channel=shop')).targetHours).toBe(24);
    // No message came by that channel: of all that have some the default is true.
    expect((await figuresOf('')).targetHours).toBe(24);
    await fixture.record({ channel: 'target-a.test' });
    expect((await figuresOf('')).targetHours).toBeNull();
    await put('target-a.test', { responseTargetHours: 24 });
    expect((await figuresOf('')).targetHours).toBe(24);
  });

  it('in hours of work stand beside that of the clock, for messages that come after them', async () => {
    const channel = 'hours.test';
    const before = await fixture.record({ channel });
    expect(before.clock).toMatchObject({ internalDueAt: null });
    expect((await put(channel, { businessHours: week })).status).toBe(200);
    const sentAt = hoursAgo(30);
    const channelOrderId = newNumber();
    const { clock } = await fixture.record({ channel, channelOrderId, sentAt });
    expect(clock).toMatchObject({ dueAt: addHours(sentAt, 24), internalDueAt: addHours(sentAt, 2) });
    await fixture.record({ channel, channelOrderId, direction: 'outbound', sentAt: addHours(sentAt, 1.5) });
    await fixture.record({ channel, sentAt, body: 'And mine?' });
    const { windows } = await figuresOf(`channel=${channel}`);
    expect(windows[0]?.internal).toEqual({ count: 1, of: 1, percent: 100 });
  });

  it('in hours of work may name a place and days off, and are refused where they cannot be', async () => {
    const place = { country: 'DE', subdivision: 'DE-BY', closures: ['2026-12-24'] };
    const stored = await jsonOf(await put('hours.test', { businessHours: { ...week, ...place } }));
    expect(stored).toMatchObject({ businessHours: { ...week, ...place }, alerts: 'each', digestAt: '08:00' });
    const errors = async (changes: object) => {
      const response = await put('hours.test', { businessHours: { ...week, ...changes } });
      expect(response.status).toBe(422);
      const { errors: found } = await jsonOf<{ errors: { path: string; code: string }[] }>(response);
      return found.map(({ path, code }) => `${path} ${code}`);
    };
    expect(await errors({ country: 'DE', subdivision: 'DE-ZZ' })).toEqual([
      'businessHours.subdivision unknown_subdivision',
    ]);
    expect(await errors({ country: 'ZZ' })).toEqual(['businessHours.country unknown_country']);
    expect(await errors({ windows: [{ days: ['mon'], from: '09:00', until: '09:00:00' }] })).toEqual([
      'businessHours.windows[0].until invalid_value',
    ]);
    const [tooFew] = await errors({
      windows: [{ days: ['mon'], from: '09:00', until: '10:00' }],
      targetHours: 100,
    });
    expect(tooFew).toBe('businessHours.targetHours target_never_reached');
  });

  it('in hours of work as they were stored before they had an effect have none', async () => {
    const old = { timeZone: 'Europe/Paris', days: ['mon'], from: '09:00', until: '17:00' };
    expect((await put('old.test', { businessHours: old })).status).toBe(422);
    await pg.database.asSellers(
      [api.sellerId],
      ({ sql }) => sql`
        INSERT INTO setting (seller_id, kind, key, version, value)
        VALUES (${api.sellerId}, 'channel', 'old.test', 1,
          ${JSON.stringify({ language: 'de', senderName: 'Laden', businessHours: old })}::jsonb)`,
    );
    const read = await jsonOf(await api.call('/v1/settings/channels/old.test'));
    expect(read).toMatchObject({ language: 'de', senderName: 'Laden', businessHours: null, alerts: 'each' });
    const { clock } = await fixture.record({ channel: 'old.test' });
    expect(clock).toMatchObject({ internalDueAt: null });
  });
});
