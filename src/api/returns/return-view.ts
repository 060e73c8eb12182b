import { z } from 'zod';
import type { FullReturn } from '../../../db/repositories/returns-read/find-return.ts';
import { address } from '../../../queues/schemas/order.schema.ts';
import { languages } from '../../domain/languages.ts';
import { isLate, type ResponseClock } from '../../domain/response-clock.ts';
import type { ReturnEvent } from '../../domain/returns/events.ts';
import { closureReasons, returnReasons } from '../../domain/returns/reasons.ts';
import {
  conditions,
  mismatchOutcomes,
  type Return,
  requesters,
  returnActors,
  returnStates,
  returnWarningCodes,
} from '../../domain/returns/return.ts';
import { documentFormats } from '../../labels/document-formats.ts';
import { instantOut, minorOut } from '../openapi/values.ts';
import { documentPath } from './document-paths.ts';

export const returnState = z.enum(returnStates).meta({ id: 'ReturnState' });

const warning = z.object({
  code: z.enum(returnWarningCodes),
  detail: z.string(),
  returnIds: z.array(z.uuid()).optional(),
});

const advice = z.object({
  code: z.enum(['keep_item', 'offer_credit']),
  costMinor: minorOut,
  valueMinor: minorOut,
  currency: z.string(),
});

export const mismatch = z
  .object({
    id: z.uuid(),
    kind: z.enum(['unexpected_item', 'more_than_authorized']),
    lineId: z.string().nullable(),
    sku: z.string(),
    quantity: z.int(),
    condition: z.enum(conditions),
    receivedAt: instantOut,
    outcome: z.enum(mismatchOutcomes).nullable().meta({ description: 'Null: it waits for the seller' }),
    decidedAt: instantOut.nullable(),
  })
  .meta({ id: 'Mismatch' });

/** What a return's job results in. */
export const returnResult = z
  .object({
    returnId: z.uuid(),
    orderId: z.uuid(),
    state: returnState,
    rma: z.string().nullable(),
    warnings: z.array(warning),
    advice: z.array(advice),
    mismatches: z.array(mismatch),
  })
  .meta({ id: 'ReturnResult' });

const clock = z.object({
  startedAt: instantOut,
  warnAt: instantOut.nullable(),
  dueAt: instantOut,
  stoppedAt: instantOut.nullable(),
  status: z.enum(['open', 'overdue', 'answered', 'answered_late']),
});

export const returnOut = z
  .object({
    returnId: z.uuid(),
    orderId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string(),
    state: returnState,
    requestedBy: z.enum(requesters),
    requestedAt: instantOut,
    language: z.enum(languages).meta({ description: 'Of whoever sends the goods back' }),
    rma: z.string().nullable(),
    authorizedAt: instantOut.nullable(),
    authorizedBy: z.enum(['seller', 'system']).nullable(),
    returnAddress: address.nullable(),
    label: z.enum(['generated', 'uploaded']).nullable(),
    lines: z.array(
      z.object({
        lineId: z.string(),
        sku: z.string(),
        title: z.string(),
        quantity: z.int(),
        receivedQuantity: z.int(),
        reason: z.enum(returnReasons).nullable(),
        comment: z.string().nullable(),
      }),
    ),
    withdrawal: z
      .object({
        statedAt: instantOut,
        confirmedAt: instantOut.nullable(),
        windowEndsAt: instantOut.nullable(),
        refundDueAt: instantOut.nullable(),
        cancelledLines: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
      })
      .nullable(),
    response: clock.nullable().meta({ description: 'The time that the seller has to answer; null: none' }),
    repliedAt: instantOut.nullable(),
    warnings: z.array(warning),
    advice: z.array(advice),
    received: z.array(
      z.object({
        lineId: z.string(),
        quantity: z.int(),
        condition: z.enum(conditions),
        receivedAt: instantOut,
      }),
    ),
    mismatches: z.array(mismatch),
    dispatch: z.object({ at: instantOut, proof: z.string().nullable() }).nullable(),
    escalatedAt: instantOut.nullable(),
    closing: z
      .object({
        by: z.enum(['buyer', 'seller', 'system']),
        reason: z.enum(closureReasons),
        message: z.string().nullable(),
        at: instantOut,
      })
      .nullable(),
    completedAt: instantOut.nullable(),
    history: z.array(
      z.object({
        type: z.string(),
        actor: z.enum(returnActors),
        at: instantOut,
        message: z.string().optional(),
      }),
    ),
    documentVersion: z.int().nullable(),
    documents: z
      .record(z.string(), z.string())
      .meta({ description: 'Where each document of the newest version is; empty: there are none yet' }),
  })
  .meta({ id: 'Return' });

/** What can be told of a clock at an instant. */
const showClock = ({ startedAt, warnAt, dueAt, stoppedAt }: ResponseClock, now: string) => {
  const late = isLate({ stoppedAt, dueAt }, now);
  const status = stoppedAt === null ? (late ? 'overdue' : 'open') : late ? 'answered_late' : 'answered';
  return { startedAt, warnAt, dueAt, stoppedAt, status };
};

const showEvent = (event: ReturnEvent) => ({
  type: event.type,
  actor: event.actor,
  at: event.at,
  ...(event.type === 'replied' ? { message: event.message } : {}),
  ...('messageId' in event ? { messageId: event.messageId } : {}),
});

const showDocuments = ({ id, authorization }: Return) => {
  if (authorization === null || authorization.returnAddress === null) return {};
  const own = authorization.label.kind === 'uploaded';
  const formats = own ? (['return.pdf', 'uploaded'] as const) : documentFormats;
  return Object.fromEntries(formats.map((format) => [format, documentPath(id, format)]));
};

/** The answer about a return. */
export const showReturn = (
  { return: state, order, history }: Pick<FullReturn, 'return' | 'order' | 'history'>,
  now: string,
) => {
  const { id, authorization, clock: running, lines, ...rest } = state;
  const ordered = new Map(order.lines.map((line) => [line.lineId, line]));
  return {
    returnId: id,
    orderId: rest.orderId,
    channel: rest.channel,
    channelOrderId: rest.channelOrderId,
    state: rest.state,
    requestedBy: rest.requestedBy,
    requestedAt: rest.requestedAt,
    language: rest.language,
    rma: authorization?.rma ?? null,
    authorizedAt: authorization?.at ?? null,
    authorizedBy: authorization?.by ?? null,
    returnAddress: authorization?.returnAddress ?? null,
    label: authorization?.label.kind ?? null,
    lines: lines.map((line) => ({
      ...line,
      sku: ordered.get(line.lineId)?.sku ?? '',
      title: ordered.get(line.lineId)?.title ?? '',
      receivedQuantity: rest.received
        .filter(({ lineId }) => lineId === line.lineId)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    })),
    withdrawal: rest.withdrawal,
    response: running === null ? null : showClock(running, now),
    repliedAt: rest.repliedAt,
    warnings: rest.warnings,
    advice: rest.advice,
    received: rest.received,
    mismatches: rest.mismatches,
    dispatch: rest.dispatch,
    escalatedAt: rest.escalatedAt,
    closing: rest.closing,
    completedAt: rest.completedAt,
    history: history.map(showEvent),
    documentVersion: authorization?.documentVersion ?? null,
    documents: showDocuments(state),
  };
};
