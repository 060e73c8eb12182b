import { describe, expect, it } from 'vitest';
import { fromStripeAmount, toStripeAmount } from '../../../workers/adapters/payments/stripe-amounts.ts';

describe('an amount for Stripe', () => {
  it.each([
    ['EUR', 1_234, 1_234],
    ['JPY', 1_234, 1_234],
    // Two decimals for Stripe too, though nobody pays with them.
    ['HUF', 1_200, 1_200],
    ['KWD', 1_230, 1_230],
    ['ISK', 500, 50_000],
    ['UGX', 5, 500],
    ['MGA', 12_300, 123],
  ])('of %s %i is %i there, and comes back as it was', (currency, ours, theirs) => {
    expect(toStripeAmount(ours, currency)).toBe(theirs);
    expect(fromStripeAmount(theirs, currency)).toBe(ours);
  });

  it('is none where Stripe cannot pay the last unit', () => {
    expect(toStripeAmount(1_234, 'KWD')).toBeNull();
    expect(toStripeAmount(1_201, 'TND')).toBeNull();
    expect(toStripeAmount(50, 'MGA')).toBeNull();
  });
});
