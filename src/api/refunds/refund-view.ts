import { z } from 'zod';
import { paymentProviders } from '../../domain/orders/order.ts';
import type { LeftToRefund } from '../../domain/refunds/left.ts';
import { type Refund, refundAttentions, refundCauses, refundStates } from '../../domain/refunds/refund.ts';
import { instantOut, minorOut } from '../openapi/values.ts';

export const refundState = z.enum(refundStates).meta({
  id: 'RefundState',
  description:
    'requested: stored, the provider not called yet. processing: called, or the provider has it pending. succeeded. ' +
    'declined: no money moved. unknown: it may be booked or not, and the provider is asked. failed: the provider took ' +
    'it back after it had succeeded. Declined and failed refunds do not count: their amounts can be refunded again.',
});

const refundedLine = z.object({
  lineId: z.string(),
  quantity: z.int().nullable().meta({ description: 'Null: it was by amount' }),
  amountMinor: minorOut.meta({ description: 'What the buyer gets of it, the fee taken off' }),
  taxMinor: minorOut,
});

export const breakdown = z
  .object({
    itemsMinor: minorOut.meta({ description: 'Of the lines before the fee' }),
    feeMinor: minorOut.meta({ description: 'Restocking fee that is withheld' }),
    shippingMinor: minorOut,
    taxMinor: minorOut.meta({ description: 'Inside the amount' }),
    lines: z.array(refundedLine),
  })
  .meta({ id: 'RefundBreakdown' });

/** What a refund's job results in. */
export const refundResult = z
  .object({
    refundId: z.uuid(),
    orderId: z.uuid(),
    state: refundState,
    currency: z.string(),
    amountMinor: minorOut.meta({ description: 'items − fee + shipping' }),
    breakdown,
  })
  .meta({ id: 'RefundResult' });

export const refundOut = z
  .object({
    ...refundResult.shape,
    channel: z.string(),
    channelOrderId: z.string(),
    returnId: z.uuid().nullable(),
    cause: z.enum(refundCauses).meta({ description: 'A person by hand or by file, or a rule' }),
    reason: z.string(),
    provider: z.enum(paymentProviders),
    paymentReference: z.string().nullable(),
    providerRefundId: z.string().nullable(),
    attention: z
      .enum(refundAttentions)
      .nullable()
      .meta({
        description:
          'Why a person has to look. unresolved: the provider cannot tell any more; look in its books and tell the ' +
          'outcome. contradicted: it said one thing for good, and then another',
      }),
    declineCode: z.string().nullable(),
    declineDetail: z.string().nullable(),
    requestedAt: instantOut,
    firstCalledAt: instantOut.nullable(),
    settledAt: instantOut.nullable().meta({ description: 'When it succeeded, was declined, or failed' }),
    history: z.array(
      z.object({
        type: z.string(),
        at: instantOut,
        code: z.string().optional(),
        detail: z.string().nullish(),
        providerRefundId: z.string().nullish(),
        says: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Refund' });

type Amounts = Pick<Refund, 'itemsMinor' | 'feeMinor' | 'shippingMinor' | 'taxMinor' | 'lines'>;

export const showBreakdown = ({ itemsMinor, feeMinor, shippingMinor, taxMinor, lines }: Amounts) => ({
  itemsMinor,
  feeMinor,
  shippingMinor,
  taxMinor,
  lines: lines.map(({ lineId, quantity, amountMinor, taxMinor: tax }) => ({
    lineId,
    quantity,
    amountMinor,
    taxMinor: tax,
  })),
});

/** The answer about a refund. The key that the provider knows it by stays inside. */
export const showRefund = (refund: Refund) => ({
  refundId: refund.id,
  orderId: refund.orderId,
  state: refund.state,
  currency: refund.currency,
  amountMinor: refund.amountMinor,
  breakdown: showBreakdown(refund),
  channel: refund.channel,
  channelOrderId: refund.channelOrderId,
  returnId: refund.returnId,
  cause: refund.cause,
  reason: refund.reason,
  provider: refund.provider,
  paymentReference: refund.paymentReference,
  providerRefundId: refund.providerRefundId,
  attention: refund.attention,
  declineCode: refund.declineCode,
  declineDetail: refund.declineDetail,
  requestedAt: refund.requestedAt,
  firstCalledAt: refund.firstCalledAt,
  settledAt: refund.settledAt,
  history: refund.steps,
});

export const leftOut = z
  .object({
    capturedMinor: minorOut.meta({ description: 'Of what was captured' }),
    refundedMinor: minorOut.meta({ description: 'So far; what `previouslyRefundedMinor` means' }),
    shippingMinor: minorOut,
    lines: z.array(
      z.object({
        lineId: z.string(),
        quantity: z.int().meta({ description: 'Units that no refund by quantity has given back' }),
        amountMinor: minorOut.meta({ description: 'Fees that were withheld included' }),
      }),
    ),
  })
  .meta({ id: 'LeftToRefund' });

export const showLeft = ({ capturedMinor, shipping, lines }: LeftToRefund, refundedMinor: number) => ({
  capturedMinor,
  refundedMinor,
  shippingMinor: shipping.paidMinor,
  lines: lines.map(({ line: { lineId }, units, amountMinor }) => ({ lineId, quantity: units, amountMinor })),
});
