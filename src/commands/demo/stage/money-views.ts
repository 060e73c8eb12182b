import { z } from 'zod';

/** What scenes read of answers about money; see views.ts. Amounts are minor units, tax inside. */
const breakdown = z.object({
  itemsMinor: z.int(),
  feeMinor: z.int(),
  shippingMinor: z.int(),
  taxMinor: z.int(),
  lines: z.array(z.object({ lineId: z.string(), quantity: z.int().nullable(), amountMinor: z.int() })),
});

/** The result of a job about a refund. */
export const refundResult = z.object({
  refundId: z.uuid(),
  state: z.string(),
  currency: z.string(),
  amountMinor: z.int(),
  breakdown,
});

export const refundPreview = z.object({
  accepted: z.boolean(),
  amountMinor: z.int().nullable(),
  breakdown: breakdown.nullable(),
  error: z.object({ code: z.string(), detail: z.string() }).nullable(),
});

export const refundView = z.object({
  ...refundResult.shape,
  orderId: z.uuid(),
  channelOrderId: z.string(),
  cause: z.string(),
  providerRefundId: z.string().nullable(),
  declineCode: z.string().nullable(),
  history: z.array(z.object({ type: z.string() })),
});
export type RefundView = z.output<typeof refundView>;

const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const refundPage = page(refundView);

export const cancellationResult = z.object({ state: z.string(), refundId: z.uuid().optional() });

export const cancellationRates = z.object({
  windows: z.array(z.object({ days: z.int(), orders: z.int(), cancelled: z.int(), percent: z.int() })),
});

/** The result of a job about a claim. */
export const claimResult = z.object({
  claimId: z.uuid(),
  state: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
});

export const claimView = z.object({
  ...claimResult.shape,
  orderId: z.uuid(),
  kind: z.string(),
  approvedMinor: z.int().nullable(),
  reimbursedMinor: z.int().nullable(),
  photos: z.array(z.object({ photoId: z.uuid() })),
  history: z.array(z.object({ type: z.string(), actor: z.string() })),
});
export type ClaimView = z.output<typeof claimView>;

export const claimPage = page(claimView);

export const reimbursementPage = page(
  z.object({ claimId: z.uuid(), currency: z.string(), amountMinor: z.int() }),
);

/** Comparisons with the books of payment providers, one for each day and provider. */
export const reconciliationPage = page(
  z.object({ day: z.iso.date(), differences: z.array(z.object({ kind: z.string() })) }),
);
