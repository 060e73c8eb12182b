import { describe, expect, test } from 'vitest';
import { decideRefund } from '../../../src/domain/refunds/decide-request.ts';
import {
  authorize,
  returnAfter,
  context as returnContext,
  returnLine,
  request as returnRequest,
} from '../returns/samples.ts';
import { amount, context, declined, orderOf, refund, request, succeeded, units } from './samples.ts';

const outcome = (...[asked, at]: Parameters<typeof decideRefund>) => {
  const decided = decideRefund(asked, at);
  return decided.ok ? decided.value.amountMinor : `${decided.refusal.code}`;
};
const back = (reason: 'defective' | 'no_longer_wanted' | 'arrived_late', lineId = 'a') =>
  returnAfter([returnRequest({ lines: [returnLine(lineId, 1, { reason })] }), authorize()]);
const withdrawn = returnAfter([
  returnRequest({
    lines: [returnLine('a', 1, { reason: null })],
    withdrawal: { statedAt: returnContext().now, confirmedAt: returnContext().now },
  }),
]);

describe('A refund that somebody asks for', () => {
  test('is refused while nothing is captured, in another currency, and for a payment without a name', () => {
    const pending = orderOf({ payment: { status: 'pending', provider: 'sandbox' } } as never);
    expect(outcome(request({ lines: [units('a')] }), context({ order: pending }))).toBe(
      'payment_not_captured',
    );
    expect(outcome(request({ currency: 'USD', lines: [units('a')] }), context())).toBe('currency_mismatch');
    const nameless = orderOf({
      payment: { status: 'verified', provider: 'stripe', capturedMinor: 4_240 },
    } as never);
    expect(outcome(request({ lines: [units('a')] }), context({ order: nameless }))).toBe(
      'payment_reference_missing',
    );
  });

  test('says what is left when it asks for more, and never gives more than was captured', () => {
    const first = refund({ lines: [amount('a', 2_400)] });
    const decided = decideRefund(request({ lines: [amount('a', 101)] }), context({ refunds: [first] }));
    expect(decided).toMatchObject({
      refusal: { code: 'amount_above_left', detail: expect.stringContaining('100 is left') },
    });
    const short = orderOf({
      payment: { status: 'verified', provider: 'sandbox', capturedMinor: 1_000 },
    } as never);
    expect(outcome(request({ lines: [units('a')] }), context({ order: short }))).toBe(
      'amount_above_captured',
    );
  });

  test('counts refunds that are on their way, and not those that were declined', () => {
    const whole = { lines: [units('a', 2), units('b')], shippingMinor: 490 };
    const first = refund(whole);
    expect(outcome(request({ lines: [units('a')] }), context({ refunds: [first] }))).toBe(
      'quantity_above_left',
    );
    expect(outcome(request(whole), context({ refunds: [declined(first)] }))).toBe(4_240);
  });

  test('is refused when the caller looked at an old page', () => {
    const first = succeeded(refund());
    const asked = request({ lines: [units('a')], previouslyRefundedMinor: 0 });
    expect(outcome(asked, context({ refunds: [first] }))).toBe('refunded_meanwhile');
    expect(outcome({ ...asked, previouslyRefundedMinor: 1_250 }, context({ refunds: [first] }))).toBe(1_250);
  });
});

describe('A restocking fee', () => {
  const fee = { restockingFee: { percent: 20 }, lines: [units('a')] };

  test('is withheld from the items, half up', () => {
    expect(outcome(request(fee), context())).toBe(1_000);
    expect(outcome(request({ ...fee, restockingFee: { percent: 0.2 } }), context())).toBe(1_247);
  });

  test.each([
    ["the seller's fault", 'defective', 'fee_not_buyers_fault'],
    ["the carrier's fault", 'arrived_late', 'fee_not_buyers_fault'],
    ["the buyer's fault", 'no_longer_wanted', 1_000],
  ] as const)('of a return that is %s', (_, reason, expected) => {
    const of = back(reason);
    expect(outcome(request({ ...fee, returnId: of.id }), context({ returns: [of] }))).toBe(expected);
    expect(outcome(request({ ...fee, reason }), context())).toBe(expected);
  });

  test('follows the faults that the seller has set', () => {
    const of = back('defective');
    const policy = { ...context().policy, faultByReason: { defective: 'buyer' } as const };
    expect(outcome(request({ ...fee, returnId: of.id }), context({ returns: [of], policy }))).toBe(1_000);
  });

  test('is never taken on a withdrawal, whether the refund names it or not', () => {
    const returns = [withdrawn];
    expect(outcome(request({ ...fee, returnId: withdrawn.id }), context({ returns }))).toBe(
      'fee_on_withdrawal',
    );
    expect(outcome(request(fee), context({ returns }))).toBe('fee_on_withdrawal');
    expect(outcome(request({ ...fee, lines: [units('b')] }), context({ returns }))).toBe(1_000);
  });

  test('is refused through another return, and on a line whose return tells of no fault of the buyer', () => {
    const other = { ...back('no_longer_wanted', 'b'), id: 'return-2' };
    const named = request({ ...fee, returnId: other.id });
    expect(outcome(named, context({ returns: [withdrawn, other] }))).toBe('line_not_of_return');
    expect(outcome(request(fee), context({ returns: [back('defective')] }))).toBe('fee_not_buyers_fault');
  });

  test('cites the rule when it is refused', () => {
    const decided = decideRefund(
      request({ ...fee, returnId: withdrawn.id }),
      context({ returns: [withdrawn] }),
    );
    expect(decided).toMatchObject({ refusal: { detail: expect.stringContaining('2011/83/EU') } });
  });
});
