import { z } from 'zod';

/**
 * What scenes read of Navette's answers, as a client would who has only CONTRACT and the OpenAPI document:
 * parsing them is the first expectation of every scene.
 */
const step = z.object({ code: z.string(), date: z.string().optional(), detail: z.string() });

export const promiseView = z.object({
  shipBy: z.iso.date(),
  earliest: z.iso.date(),
  latest: z.iso.date(),
  latestAt: z.iso.datetime({ offset: true }),
  lane: z.string(),
  carrier: z.string(),
  explanation: z.array(step),
  feeMinor: z.int().nullish(),
});
export type PromiseView = z.output<typeof promiseView>;

export const quoteView = z.object({ promise: promiseView });

export const jobView = z.object({
  jobId: z.uuid(),
  status: z.enum(['waiting', 'queued', 'done', 'rejected', 'failed', 'cancelled']),
  result: z.unknown().optional(),
  error: z.object({ code: z.string(), detail: z.string() }).optional(),
});
export type JobView = z.output<typeof jobView>;

/** The result of a job about an order. */
export const orderResult = z.object({
  orderId: z.uuid(),
  state: z.string(),
  promise: promiseView.nullable(),
});

export const scanCounts = z.object({ recorded: z.int(), duplicates: z.int(), awaitingShipment: z.int() });

export const orderView = z.object({
  orderId: z.uuid(),
  channelOrderId: z.string(),
  state: z.string(),
  purpose: z.string(),
  language: z.string(),
  cancellation: z.object({ source: z.string(), reason: z.string().nullable() }).nullable(),
  unfulfillable: z.object({ reason: z.string() }).nullable(),
  deliveredAt: z.iso.datetime().nullable(),
  promise: promiseView.nullable(),
  promises: z.array(promiseView.extend({ shipmentId: z.uuid().nullable() })),
  shipments: z.array(
    z.object({
      trackingNumber: z.string(),
      status: z.string().nullable(),
      trackingEvents: z.array(z.object({ code: z.string() })),
    }),
  ),
  refunds: z.array(
    z.object({ refundId: z.uuid(), state: z.string(), amountMinor: z.int(), currency: z.string() }),
  ),
  refundable: z.object({ capturedMinor: z.int(), refundedMinor: z.int() }).nullable(),
  trackingUrl: z.url(),
});
export type OrderView = z.output<typeof orderView>;

export const orderPage = z.object({
  items: z.array(
    z.object({
      orderId: z.uuid(),
      channel: z.string(),
      channelOrderId: z.string(),
      latest: z.iso.date().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const alertPage = z.object({
  items: z.array(z.object({ kind: z.string(), channelOrderId: z.string() })),
});

const clockView = z
  .object({ state: z.string(), overdue: z.boolean(), responseSeconds: z.int().nullable() })
  .nullable();

/** The result of a job that records a message. */
export const messageResult = z.object({ messageId: z.uuid(), threadId: z.uuid(), clock: clockView });

export const messageView = z.object({ messageId: z.uuid(), body: z.string(), clock: clockView });

export const messagePage = z.object({ items: z.array(messageView) });

const share = z.object({ count: z.int(), percent: z.int() });

export const figuresView = z.object({
  goal: z.object({ withinPercent: z.int(), latePercent: z.int() }),
  windows: z.array(
    z.object({
      days: z.int(),
      within: share,
      late: share,
      unanswered: z.int(),
      answeredLate: z.int(),
      averageResponseSeconds: z.int().nullable(),
    }),
  ),
  awaiting: z.object({ count: z.int(), dueSoon: z.int(), overdue: z.int() }),
  projection: z.object({ lateLeft: z.int(), messageIds: z.array(z.uuid()) }),
});
export type FiguresView = z.output<typeof figuresView>;

export const mailList = z.object({
  items: z.array(
    z.object({
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), size: z.int() })),
    }),
  ),
});

const rate = z.object({ count: z.int(), of: z.int(), percent: z.int() });
export const shippingRates = z.object({
  windows: z.array(z.object({ days: z.int(), lateShipment: rate, lateDelivery: rate })),
});

export const problemView = z.object({
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** The result of a job about a return. */
export const returnResult = z.object({
  returnId: z.uuid(),
  state: z.string(),
  rma: z.string().nullable(),
  warnings: z.array(z.object({ code: z.string() })),
});

export const returnView = z.object({
  returnId: z.uuid(),
  state: z.string(),
  rma: z.string().nullable(),
  closing: z.object({ by: z.string(), reason: z.string() }).nullable(),
  history: z.array(z.object({ type: z.string(), actor: z.string() })),
});
export type ReturnView = z.output<typeof returnView>;

export const returnPage = z.object({
  items: z.array(z.object({ returnId: z.uuid(), state: z.string(), rma: z.string().nullable() })),
});
