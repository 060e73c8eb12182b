import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '../../../src/domain/orders/deadlines.ts';
import {
  context,
  draft,
  line,
  orderAfter,
  outcome,
  place,
  placedAt,
  placePending,
  shipTo,
} from './samples.ts';

describe('placing an order', () => {
  test('a verified order is promised at once', () => {
    expect(outcome(null, place())).toEqual(['order_placed', 'promise_given']);
    const order = orderAfter([place()]);
    expect(order.state).toBe('unshipped');
    expect(order.promises[0]).toMatchObject({
      sequence: 1,
      shipmentId: null,
      policyVersion: 4,
      promisedAt: placedAt,
      shipBy: '2026-03-10',
    });
    expect(order.shipByEndsAt).toBe('2026-03-10T23:00:00.000Z');
  });

  test('a removal is promised like a sale', () => {
    expect(outcome(null, place({ purpose: 'removal' }))).toEqual(['order_placed', 'promise_given']);
  });

  test('a pending order gets no promise, and waits 21 times 24 hours for its payment', () => {
    expect(outcome(null, placePending())).toEqual(['order_placed']);
    const order = orderAfter([placePending()]);
    expect(order.state).toBe('pending');
    expect(deadlinesOf(order)).toEqual([{ kind: 'payment_expiry', at: '2026-03-31T09:00:00.000Z' }]);
  });

  test('a pending order keeps the buyer and the address that the shop knew early', () => {
    const { buyer, shipTo: address } = draft();
    expect(orderAfter([placePending({ buyer, shipTo: address })])).toMatchObject({ buyer, shipTo: address });
  });

  test('what was captured is the total of the order unless given', () => {
    expect(orderAfter([place()]).payment.capturedMinor).toBe(3 * 1250 + 490);
    const payment = { status: 'verified', provider: 'stripe', capturedMinor: 0 } as const;
    expect(orderAfter([place({ payment })]).payment.capturedMinor).toBe(0);
    expect(orderAfter([placePending()]).payment.capturedMinor ?? null).toBeNull();
  });

  test("the buyer's own language wins over the channel's", () => {
    const german = { name: 'Jörg', email: 'j@example.test', language: 'de' } as const;
    expect(orderAfter([place()]).language).toBe('fr');
    expect(orderAfter([place({ buyer: german })]).language).toBe('de');
  });

  test('the centre is resolved for good, so that a later default does not move the order', () => {
    expect(orderAfter([place()]).fulfilmentCentre).toBe('lille');
  });

  test.each([
    ['buyer_required', place({ buyer: null })],
    ['address_required', place({ shipTo: null })],
    ['unknown_fulfilment_centre', place({ fulfilmentCentre: 'brest' })],
    ['unknown_fulfilment_centre', placePending({ fulfilmentCentre: 'brest' })],
    ['lines_required', place({ lines: [] })],
    ['line_duplicate', place({ lines: [line('a'), line('a')] })],
    ['quantity_invalid', place({ lines: [line('a', 0)] })],
    ['discount_above_line', place({ lines: [line('a', 1, { discountMinor: 1251 })] })],
  ])('is refused with %s', (code, command) => {
    expect(outcome(null, command)).toEqual([`refused: ${code}`]);
  });

  test('is refused while the policy has no centre', () => {
    expect(outcome(null, place(), context(undefined, { fulfilmentCentres: [] }))).toEqual([
      'refused: no_fulfilment_centre',
    ]);
  });

  test('is refused outside the export policy, also while pending', () => {
    const swiss = { ...shipTo, postalCode: '8001', country: 'CH' };
    const refused = ['refused: destination_outside_export_policy'];
    expect(outcome(null, place({ shipTo: swiss }))).toEqual(refused);
    expect(outcome(null, placePending({ shipTo: swiss }))).toEqual(refused);
  });

  test('is refused where no lane leads', () => {
    expect(outcome(null, place({ shippingSpeed: 'priority' }))).toEqual(['refused: no_lane']);
  });

  test('a second placing of the same id is refused', () => {
    expect(outcome(orderAfter([place()]), place())).toEqual(['refused: order_exists']);
  });

  test('a historical order has a promise and no deadline', () => {
    const order = orderAfter([place({ historical: true })], context('2026-09-01T00:00:00.000Z'));
    expect(order.promises).toHaveLength(1);
    expect(deadlinesOf(order)).toEqual([]);
    expect(deadlinesOf(orderAfter([placePending({ historical: true })]))).toEqual([]);
  });
});
