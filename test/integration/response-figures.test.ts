import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFigures } from '../../db/repositories/messages-read/read-figures.ts';
import { selectMessages } from '../../db/repositories/messages-read/select-messages.ts';
import { addDays, addHours } from '../../src/domain/calendar/instant.ts';
import { countWindow, figureWindows, standingOf } from '../../src/domain/response-time/figures.ts';
import type { Message } from '../../src/domain/response-time/message.ts';
import { newId } from '../../src/platform/ids.ts';
import { type Ledger, openLedger } from '../support/ledger-fixture.ts';
import { aRecord, messageJob, runMessageJobs } from '../support/messages-fixture.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const now = '2026-11-20T10:17:23.456Z';

/** Times that like the edges: of cells, of windows, of the target. */
const sentAt = fc.oneof(
  fc.integer({ min: 0, max: 100 * 24 * 3_600_000 }),
  fc.integer({ min: 0, max: 100 * 6 }).map((cells) => cells * 4 * 3_600_000),
  fc.constantFrom(7, 30, 90, 1).map((days) => days * 86_400_000),
  fc.constantFrom(7, 30, 90, 1).map((days) => days * 86_400_000 - 1),
  fc.constantFrom(20, 24).map((hours) => hours * 3_600_000 + 1),
);

const message = fc.record({
  agoMs: sentAt,
  thread: fc.integer({ min: 1, max: 12 }),
  direction: fc.constantFrom('inbound', 'inbound', 'outbound'),
  channel: fc.constantFrom('shop', 'amazon.fr'),
  automatic: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  noResponseNeeded: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

const readAll = (sellerId: string) =>
  ledger.database.asSellers([sellerId], async ({ sql }) =>
    selectMessages(sql, sql`WHERE message.seller_id = ${sellerId}`),
  );

test('The tallies say what the definition says of every message, whatever came in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(message, { minLength: 1, maxLength: 120 }),
      fc.array(sentAt, { minLength: 2, maxLength: 4 }),
      async (drawn, lookBacks) => {
        const sellerId = await ledger.newSeller();
        const jobs = drawn.map(({ agoMs, thread, channel, ...rest }) =>
          messageJob(
            sellerId,
            'record',
            aRecord(
              { ...rest, direction: rest.direction as 'inbound', sentAt: addHours(now, -agoMs / 3_600_000) },
              { channel, channelOrderId: `T-${thread}` },
            ),
          ),
        );
        // In three bundles, so that later ones change what earlier ones counted.
        const third = Math.ceil(jobs.length / 3);
        for (let from = 0; from < jobs.length; from += third) {
          await runMessageJobs(ledger.database, jobs.slice(from, from + third));
        }
        const stored = await readAll(sellerId);
        for (const asOf of [now, ...lookBacks.map((ms) => addHours(now, -ms / 3_600_000))]) {
          for (const channel of [null, 'shop']) {
            const figures = await readFigures(ledger.database, sellerId, { channel, asOf });
            const messages = stored
              .filter((one) => channel === null || one.channel === channel)
              .map((one) => one.message);
            expect(figures.windows).toEqual(
              figureWindows.map((days) => countWindow(messages, { asOf, days })),
            );
            expect(figures.awaiting).toEqual(awaitingOf(messages, asOf));
            expect(figures.days).toEqual(daysOf(messages, asOf));
          }
        }
      },
    ),
    { numRuns: 12 },
  );
});

const awaitingOf = (messages: readonly Message[], asOf: string) => {
  const open = messages.filter((one) => standingOf(one, asOf) === 'open');
  const overdue = messages.filter((one) => standingOf(one, asOf) === 'unanswered').length;
  const dueSoon = open.filter(({ clock }) => (clock?.warnAt ?? asOf) <= asOf).length;
  return { count: open.length + overdue, dueSoon, overdue };
};

const daysOf = (messages: readonly Message[], asOf: string) =>
  Array.from({ length: 30 }, (_, n) => {
    const day = addDays(asOf, n - 29).slice(0, 10);
    const of = messages.filter(({ sentAt: at }) => at.startsWith(day)).map((one) => standingOf(one, asOf));
    const count = (what: string) => of.filter((one) => one === what).length;
    return {
      day,
      answeredInTime: count('answered_in_time'),
      answeredLate: count('answered_late'),
      unanswered: count('unanswered'),
      open: count('open'),
    };
  });

test('A message that is marked later leaves all figures, and so does the answer to it', async () => {
  const sellerId = await ledger.newSeller();
  const question = aRecord({ sentAt: addHours(now, -30) });
  await runMessageJobs(ledger.database, [
    messageJob(sellerId, 'record', question),
    messageJob(sellerId, 'record', aRecord({ direction: 'outbound', sentAt: addHours(now, -2) })),
  ]);
  const scope = { channel: null, asOf: now };
  const before = await readFigures(ledger.database, sellerId, scope);
  expect(before.windows[0]).toMatchObject({ answeredLate: 1, responseMs: 28 * 3_600_000 });
  const [stored] = await readAll(sellerId);
  const [ended] = await runMessageJobs(ledger.database, [
    messageJob(sellerId, 'no-response-needed', {
      threadId: stored?.threadId ?? newId(),
      messageId: question.messageId,
    }),
  ]);
  expect(ended).toMatchObject({ state: 'done', result: { clock: { state: 'excluded' } } });
  const after = await readFigures(ledger.database, sellerId, scope);
  expect(after.windows[0]).toMatchObject({ answeredInTime: 0, answeredLate: 0, responseMs: 0 });
});
