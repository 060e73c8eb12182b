import { z } from 'zod';
import {
  mostCancellationReasonCharacters,
  mostRefusalMessageCharacters,
} from '../../src/domain/cancellations/cancellation-request.ts';
import { claimKinds } from '../../src/domain/claims/claim.ts';
import { cancellationSources } from '../../src/domain/orders/order.ts';
import { mostRefundReasonCharacters } from '../../src/domain/refunds/refund.ts';
import { id, instant, minor, quantity, text } from './values.ts';

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

const lineQuantities = z
  .array(z.object({ lineId: text(64), quantity }))
  .min(1)
  .max(1_000);

export const currency = z.string().regex(/^[A-Z]{3}$/, 'Not a three-letter currency code in upper case');

/** A share or an amount of the items, tax inside. */
export const restockingFee = z.union([
  z.strictObject({ percent: z.number().min(0).max(100) }),
  z.strictObject({ amountMinor: minor }),
]);

const refundFields = {
  currency: optional(currency).meta({ description: "The order's, if given" }),
  lines: z
    .array(
      z
        .object({ lineId: text(64), quantity: optional(quantity), amountMinor: optional(minor.min(1)) })
        .refine((line) => (line.quantity === null) !== (line.amountMinor === null), {
          error: 'Needs quantity or amountMinor, and not both',
          path: ['quantity'],
        }),
    )
    .max(1_000)
    .default([]),
  shippingMinor: minor.default(0),
  restockingFee: optional(restockingFee),
  reason: text(mostRefundReasonCharacters).regex(/\S/, 'Is blank'),
  returnId: optional(id),
  previouslyRefundedMinor: optional(minor).meta({
    description:
      'What the caller believes was refunded of the order so far: anything else refuses this refund',
  }),
};

const asksForSomething = {
  check: ({ lines, shippingMinor }: { lines: readonly unknown[]; shippingMinor: number }) =>
    lines.length > 0 || shippingMinor > 0,
  message: { error: 'Needs lines or shippingMinor', path: ['lines'] },
};

/** What a refund asks for, without its order. */
export const refundRequest = z.object(refundFields).refine(asksForSomething.check, asksForSomething.message);

/** The body of POST /v1/refunds and of its preview. */
export const newRefund = z
  .object({ orderId: id, ...refundFields })
  .refine(asksForSomething.check, asksForSomething.message);

export const refundReport = z.object({
  outcome: z.enum(['succeeded', 'pending', 'declined', 'failed']),
  at: instant,
  providerRefundId: optional(text(255)),
  code: optional(text(100)),
  detail: optional(text(500)),
});

/** The body of POST /v1/refunds/{id}/outcome. */
export const refundOutcome = z.object({
  outcome: z.enum(['succeeded', 'declined', 'failed']),
  at: instant,
  reference: optional(text(255)).meta({ description: "The provider's own name of the refund" }),
  code: optional(text(100)).meta({ description: 'Why it was declined or failed' }),
});

export const cancellationRequestBody = z.object({
  requestedAt: instant,
  reason: optional(text(mostCancellationReasonCharacters)),
  lines: optional(lineQuantities).meta({ description: 'Only these units; the whole order unless given' }),
});

export const cancellationBody = z
  .object({
    source: z.enum(cancellationSources),
    requestId: optional(id).meta({ description: "The buyer's official request that this accepts" }),
    reason: optional(text(mostCancellationReasonCharacters)),
    lines: optional(lineQuantities).meta({
      description: 'Only these units; all that has not left unless given',
    }),
  })
  .refine(({ source, requestId }) => requestId === null || source === 'buyer_request', {
    error: 'Only a cancellation of source buyer_request accepts a request',
    path: ['requestId'],
  });

export const cancellationRefusal = z.object({
  message: optional(text(mostRefusalMessageCharacters).regex(/\S/, 'Is blank')),
});

export const claimBody = z.object({
  kind: z.enum(claimKinds),
  lines: optional(lineQuantities).meta({
    description: 'Only these units; all that can be claimed unless given',
  }),
});

export const claimDecision = z.object({
  outcome: z.enum(['approved', 'denied', 'reimbursed']),
  amountMinor: optional(minor).meta({
    description: 'What was granted or paid; what was claimed unless given',
  }),
  at: optional(instant).meta({ description: 'Now, unless given' }),
});
