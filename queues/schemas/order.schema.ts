import { z } from 'zod';
import { shippingSpeeds } from '../../src/domain/delivery/policy.ts';
import { languages } from '../../src/domain/languages.ts';
import { orderPurposes, paymentProviders, unfulfillableReasons } from '../../src/domain/orders/order.ts';
import { channel, country, instant, minor, quantity, text } from './values.ts';

export const buyer = z.object({
  name: text(200),
  email: z.email().max(254),
  language: z.enum(languages).nullish().meta({ description: "Wins over the channel's language" }),
});

export const address = z.object({
  name: text(200),
  line1: text(200),
  line2: text(200).nullish(),
  postalCode: text(20),
  city: text(100),
  region: text(100).nullish(),
  country,
  phone: text(40).nullish(),
});

export const payment = z.object({
  status: z.enum(['pending', 'verified']),
  verifiedAt: instant.nullish(),
  provider: z.enum(paymentProviders).default('sandbox'),
  reference: text(255).nullish(),
  capturedMinor: minor.nullish().meta({ description: "What the buyer paid; the order's total unless given" }),
});

export const orderLine = z.object({
  lineId: text(64),
  sku: text(64),
  title: text(500),
  quantity,
  unitPriceMinor: minor,
  discountMinor: minor.default(0).meta({ description: 'Total of the line' }),
  taxMinor: minor.default(0).meta({ description: 'Total of the line' }),
  unitCostMinor: minor.nullish(),
  returnable: z.boolean().default(true),
  dangerousGoods: z.boolean().default(false),
});

/** An order as the API takes it and the ledger keeps it: parsing fills in every default. */
export const orderDraft = z.object({
  channel,
  channelOrderId: text(100),
  purpose: z.enum(orderPurposes).default('sale'),
  historical: z
    .boolean()
    .default(false)
    .meta({ description: 'Old data being loaded: raises no alert, mail or cancellation' }),
  placedAt: instant,
  payment,
  shippingSpeed: z.enum(shippingSpeeds).default('standard'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Not a three-letter currency code in upper case'),
  taxIncluded: z.boolean().default(true),
  buyer: buyer.nullish().transform((value) => value ?? null),
  shipTo: address.nullish().transform((value) => value ?? null),
  lines: z.array(orderLine).min(1).max(1_000),
  shippingMinor: minor.default(0),
  shippingTaxMinor: minor.default(0),
  shippingDiscountMinor: minor.default(0),
  fulfilmentCentre: text(64)
    .nullish()
    .transform((value) => value ?? null),
});

export const parcelLines = z
  .array(z.object({ lineId: text(64), quantity }))
  .min(1)
  .max(1_000);

export const paymentUpdate = z.object({
  status: z.enum(['pending', 'verified']),
  at: instant,
  provider: z.enum(paymentProviders).optional(),
  reference: text(255).nullish(),
  capturedMinor: minor.nullish(),
  buyer: buyer.nullish(),
  shipTo: address.nullish(),
});

export const shipmentRequest = z.object({
  shippedAt: instant,
  carrier: text(64),
  trackingNumber: text(100),
  lines: parcelLines.nullish().meta({ description: 'Everything that has not left yet unless given' }),
  historical: z.boolean().default(false),
});

export const unfulfillableRequest = z.object({ reason: z.enum(unfulfillableReasons) });
