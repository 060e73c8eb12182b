import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countShipping } from '../../db/repositories/orders-read/count-shipping.ts';
import {
  isDeliveredLate,
  isDeliveryJudged,
  isInWindow,
  isShippedLate,
  isShippingJudged,
  type RateFacts,
  rateWindows,
} from '../../src/domain/orders/rates.ts';
import { newId } from '../../src/platform/ids.ts';
import { jsonOf, startTestApi } from '../support/api-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let pg: TestDatabase;

beforeAll(async () => {
  pg = await createTestDatabase();
});

afterAll(() => pg.stop());

const asOf = '2026-06-30T12:00:00.000Z';

/** Half days around `asOf`, its very moment and the edges of the windows among them. */
const moment = fc
  .integer({ min: -190, max: 6 })
  .map((halfDays) => new Date(Date.parse(asOf) + halfDays * 43_200_000).toISOString());
const maybe = fc.option(moment, { nil: null, freq: 3 });

const facts: fc.Arbitrary<RateFacts> = fc.record({
  purpose: fc.constantFrom('sale' as const, 'sale' as const, 'removal' as const),
  placedAt: moment,
  shipByEndsAt: maybe,
  latestAt: maybe,
  shippedAt: maybe,
  deliveredAt: maybe,
  calledOffAt: maybe,
  returnedToSender: fc.boolean(),
});

const insert = (sellerId: string, all: readonly RateFacts[]) =>
  pg.database.asSellers([sellerId], async ({ sql }) => {
    for (const fact of all) {
      const id = newId();
      await sql`
        INSERT INTO orders (id, seller_id, channel, channel_order_id, purpose, historical, state, placed_at,
          shipping_speed, currency, tax_included, language, payment_status, payment_provider, shipping_minor,
          shipping_tax_minor, shipping_discount_minor, fulfilment_centre, ship_by_ends_at, latest_at, shipped_at,
          delivered_at, called_off_at)
        VALUES (${id}, ${sellerId}, 'shop', ${id}, ${fact.purpose}, false,
          ${fact.returnedToSender ? 'returned_to_sender' : 'shipped'}, ${fact.placedAt}, 'standard', 'EUR', true, 'fr',
          'verified', 'sandbox', 0, 0, 0, 'main', ${fact.shipByEndsAt}, ${fact.latestAt}, ${fact.shippedAt},
          ${fact.deliveredAt}, ${fact.calledOffAt})`;
    }
  });

it('SQL counts late shipments and deliveries by the same rules as the domain', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 12 }), async (all) => {
      const sellerId = newId();
      await insert(sellerId, all);
      const expected = rateWindows.map((days) => {
        const of = all.filter((fact) => isInWindow(fact, asOf, days));
        const count = (test: (fact: RateFacts, at: string) => boolean) =>
          of.filter((fact) => test(fact, asOf)).length;
        return {
          days,
          lateShipment: { count: count(isShippedLate), of: count(isShippingJudged) },
          lateDelivery: { count: count(isDeliveredLate), of: count(isDeliveryJudged) },
        };
      });
      expect(await countShipping(pg.database, sellerId, { channel: null, asOf })).toEqual(expected);
      const nothing = await countShipping(pg.database, sellerId, { channel: 'amazon.fr', asOf });
      expect(nothing.map(({ lateShipment }) => lateShipment.of)).toEqual([0, 0, 0]);
    }),
    { numRuns: 60 },
  );
});

it('GET /v1/metrics/shipping shows them in whole percent, as of the time asked for', async () => {
  const api = await startTestApi(pg.database);
  const fact: RateFacts = {
    purpose: 'sale',
    placedAt: '2026-06-28T12:00:00.000Z',
    shipByEndsAt: '2026-06-29T00:00:00.000Z',
    latestAt: '2026-07-02T00:00:00.000Z',
    shippedAt: null,
    deliveredAt: null,
    calledOffAt: null,
    returnedToSender: false,
  };
  await insert(api.sellerId, [fact, { ...fact, shippedAt: '2026-06-28T20:00:00.000Z' }]);
  const response = await api.call(`/v1/metrics/shipping?channel=shop&asOf=${encodeURIComponent(asOf)}`);
  const window = {
    lateShipment: { count: 1, of: 2, percent: 50 },
    lateDelivery: { count: 0, of: 0, percent: 0 },
  };
  expect(await jsonOf(response)).toEqual({
    asOf,
    channel: 'shop',
    windows: [7, 30, 90].map((days) => ({ days, ...window })),
  });
  expect((await api.call('/v1/metrics/shipping?asOf=yesterday')).status).toBe(422);
  await api.stop();
});
