import { describe, expect, test } from 'vitest';
import { deadlineChanges, deadlinesOf } from '../../../src/domain/orders/deadlines.ts';
import { buyer, context, meet, orderAfter, outcome, pay, place, placePending, shipTo } from './samples.ts';

describe('recording a payment', () => {
  test('verification brings buyer, address, promise and the state unshipped', () => {
    const pending = orderAfter([placePending()]);
    expect(outcome(pending, pay())).toEqual(['payment_verified', 'promise_given']);
    const order = orderAfter([placePending(), pay({ provider: 'stripe', reference: 'pi_1' })]);
    expect(order).toMatchObject({ state: 'unshipped', buyer, shipTo, paymentDueAt: null });
    expect(order.payment).toEqual({
      status: 'verified',
      verifiedAt: '2026-03-12T08:00:00.000Z',
      provider: 'stripe',
      reference: 'pi_1',
      capturedMinor: 4240,
    });
  });

  test('the promise counts from the verification, or from the order when that is later', () => {
    expect(orderAfter([placePending(), pay()]).promises[0]?.shipBy).toBe('2026-03-12');
    const early = pay({ at: '2026-03-02T08:00:00.000Z' });
    expect(orderAfter([placePending(), early]).promises[0]?.shipBy).toBe('2026-03-10');
  });

  test('the payment deadline goes, those of shipping come', () => {
    const pending = orderAfter([placePending()]);
    const paid = orderAfter([placePending(), pay()]);
    const { set, cleared } = deadlineChanges(pending, paid);
    expect(cleared).toEqual(['payment_expiry']);
    expect(set.map(({ kind }) => kind)).toEqual(['unshipped_by_edd', 'auto_cancel']);
    expect(set).toEqual(deadlinesOf(paid));
  });

  test('buyer and address that the order kept need not be repeated', () => {
    const early = placePending({ buyer, shipTo });
    expect(outcome(orderAfter([early]), pay({ buyer: null, shipTo: undefined }))).toEqual([
      'payment_verified',
      'promise_given',
    ]);
  });

  test.each([
    ['buyer_required', pay({ buyer: undefined })],
    ['address_required', pay({ shipTo: null })],
  ])('is refused with %s when nobody ever said it', (code, command) => {
    expect(outcome(orderAfter([placePending()]), command)).toEqual([`refused: ${code}`]);
  });

  test('an address outside the export policy is refused and the order stays pending', () => {
    const command = pay({ shipTo: { ...shipTo, postalCode: '8001', country: 'CH' } });
    expect(outcome(orderAfter([placePending()]), command)).toEqual([
      'refused: destination_outside_export_policy',
    ]);
    const open = context(undefined, { exportPolicy: 'anywhere' });
    expect(outcome(orderAfter([placePending()]), command, open)).toEqual([
      'payment_verified',
      'promise_given',
    ]);
  });

  test('the same verification again, even stamped anew, is no news', () => {
    const paid = orderAfter([placePending(), pay()]);
    expect(outcome(paid, pay())).toEqual([]);
    expect(outcome(paid, pay({ at: '2026-03-13T00:00:00.000Z', buyer: undefined }))).toEqual([]);
    expect(outcome(orderAfter([place()]), pay())).toEqual([]);
  });

  test.each([
    ['another amount', pay({ capturedMinor: 1 })],
    ['another address', pay({ shipTo: { ...shipTo, line1: '4 rue des Tisserands' } })],
    ['another buyer', pay({ buyer: { ...buyer, email: 'other@example.test' } })],
  ])('a second verification with %s is refused', (_what, command) => {
    const paid = orderAfter([placePending(), pay()]);
    expect(outcome(paid, command)).toEqual(['refused: payment_already_verified']);
  });

  test('a late word that the payment is pending is no news', () => {
    expect(outcome(orderAfter([placePending()]), pay({ status: 'pending' }))).toEqual([]);
    expect(outcome(orderAfter([place()]), pay({ status: 'pending' }))).toEqual([]);
  });

  test('a payment for a cancelled order is refused', () => {
    const expired = orderAfter([placePending(), meet('payment_expiry')], context('2026-03-31T09:00:00.000Z'));
    expect(expired.state).toBe('cancelled');
    expect(outcome(expired, pay())).toEqual(['refused: order_cancelled']);
  });

  test('there is no order to pay', () => {
    expect(outcome(null, pay())).toEqual(['refused: unknown_order']);
  });
});
