/**
 * Where Stripe counts a currency in other units than ISO 4217, which is how Navette counts: it has kept hundredths for
 * two that have none any more, and knows none of one that has them. Source: docs.stripe.com/currencies, "Zero-decimal
 * currencies" and "Special cases".
 */
const hundredthsKept: ReadonlySet<string> = new Set(['ISK', 'UGX']);
const hundredthsUnknown: ReadonlySet<string> = new Set(['MGA']);

/** Currencies of three decimals, of which Stripe takes amounts only with a last digit of 0. */
const lastDigitZero: ReadonlySet<string> = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** An amount of ours in Stripe's units; null: Stripe cannot pay it to the last unit. */
export const toStripeAmount = (amountMinor: number, currency: string): number | null => {
  if (hundredthsKept.has(currency)) return amountMinor * 100;
  if (hundredthsUnknown.has(currency)) return amountMinor % 100 === 0 ? amountMinor / 100 : null;
  return lastDigitZero.has(currency) && amountMinor % 10 !== 0 ? null : amountMinor;
};

/** An amount of Stripe's in our units. */
export const fromStripeAmount = (amount: number, currency: string): number => {
  // What somebody refunds by hand in hundredths that do not exist is rounded: it differs in any case.
  if (hundredthsKept.has(currency)) return Math.round(amount / 100);
  return hundredthsUnknown.has(currency) ? amount * 100 : amount;
};
