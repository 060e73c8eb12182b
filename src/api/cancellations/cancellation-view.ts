import { z } from 'zod';
import type { CancellationRow } from '../../../db/repositories/cancellations-read/cancellation-row.ts';
import {
  type CancellationRequest,
  cancellationRequestStates,
} from '../../domain/cancellations/cancellation-request.ts';
import { cancellationSources } from '../../domain/orders/order.ts';
import { instantOut } from '../openapi/values.ts';
import { orderState } from '../orders/order-view.ts';

export const requestState = z.enum(cancellationRequestStates).meta({
  id: 'CancellationRequestState',
  description: 'lapsed: nothing of what it asks for can be cancelled any more',
});

/** What the job of a request results in. */
export const requestResult = z
  .object({ requestId: z.uuid(), orderId: z.uuid(), state: requestState })
  .meta({ id: 'CancellationRequestResult' });

/** What the job of a cancellation results in. */
export const cancellationResult = z
  .object({
    orderId: z.uuid(),
    state: orderState,
    refundId: z
      .uuid()
      .optional()
      .meta({ description: 'Of the refund that follows, if something was captured' }),
    requestId: z.uuid().optional().meta({ description: 'Of the official request that it accepted' }),
  })
  .meta({ id: 'CancellationResult' });

export const cancellationRequestOut = z
  .object({
    requestId: z.uuid(),
    orderId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string(),
    state: requestState,
    requestedAt: instantOut,
    reason: z.string().nullable(),
    lines: z
      .array(z.object({ lineId: z.string(), quantity: z.int() }))
      .nullable()
      .meta({ description: 'Null: the whole order' }),
    decidedAt: instantOut.nullable(),
    message: z.string().nullable().meta({ description: "The seller's words to the buyer, if refused" }),
  })
  .meta({ id: 'CancellationRequest' });

/** The answer about a request. */
export const showCancellationRequest = ({ id: requestId, ...request }: CancellationRequest) => ({
  requestId,
  orderId: request.orderId,
  channel: request.channel,
  channelOrderId: request.channelOrderId,
  state: request.state,
  requestedAt: request.requestedAt,
  reason: request.reason,
  lines: request.lines,
  decidedAt: request.decidedAt,
  message: request.message,
});

export const cancellationOut = z
  .object({
    cancellationId: z.uuid(),
    orderId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string(),
    source: z.enum(cancellationSources),
    reason: z.string().nullable(),
    whole: z.boolean().meta({ description: 'Whether the order was cancelled with it' }),
    lines: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
    requestId: z.uuid().nullable().meta({ description: "The buyer's official request that it accepted" }),
    requestedAt: instantOut.nullable(),
    cancelledAt: instantOut,
  })
  .meta({ id: 'Cancellation' });

/** The answer about a cancellation. */
export const showCancellation = ({ id: cancellationId, ...row }: CancellationRow) => ({
  cancellationId,
  ...row,
});
