import {
  findRefundsOfEvent,
  type RefundOfEvent,
} from '../../../db/repositories/refunds-read/find-refunds-of-event.ts';
import type { CallerKey, Receipt } from '../../../queues/intake/submission.ts';
import { id } from '../../../queues/schemas/values.ts';
import { hashContent } from '../accept/idempotency-key.ts';
import type { ApiDeps } from '../deps.ts';
import type { StripeRefundEvent } from './stripe-events.ts';

type Ports = Pick<ApiDeps, 'database' | 'intake' | 'logger'>;
type EventOf<Kind extends StripeRefundEvent['kind']> = Extract<StripeRefundEvent, { readonly kind: Kind }>;

/** Metadata is anybody's who may use the account at Stripe: what is no id names none of our refunds. */
const ourId = (given: string | null): string | null => id.safeParse(given).data ?? null;

const namesOf = (event: StripeRefundEvent) =>
  event.kind === 'refund'
    ? {
        refundId: ourId(event.refundId),
        providerRefundId: event.providerRefundId,
        paymentReferences: [],
      }
    : { refundId: null, providerRefundId: null, paymentReferences: event.paymentReferences };

const workOn = ({ sellerId, orderId, channel, channelOrderId }: RefundOfEvent) =>
  ({
    sellerId,
    refs: { channel, order: channelOrderId },
    priority: 'interactive',
    subjectId: orderId,
  }) as const;

/** Stripe sends an event until it is taken, and sometimes once more: it is known by its id. */
const keyOf = (event: StripeRefundEvent, refundId: string, act: string): CallerKey => ({
  scope: 'stripe-event',
  key: `${event.eventId}:${refundId}:${act}`,
  hash: hashContent(event),
});

const recordOutcome = (
  { intake }: Ports,
  event: EventOf<'refund'>,
  refund: RefundOfEvent,
): Promise<Receipt> => {
  const { outcome, at, providerRefundId, code } = event;
  const { orderId, refundId } = refund;
  return intake.submit({
    ...workOn(refund),
    queue: 'refunds',
    name: 'record-outcome',
    payload: {
      orderId,
      refundId,
      from: 'webhook',
      report: { outcome, at, providerRefundId, code, detail: null },
    },
    callerKey: keyOf(event, refundId, 'outcome'),
  });
};

const ask = ({ intake }: Ports, event: EventOf<'charge'>, refund: RefundOfEvent): Promise<Receipt> => {
  const { orderId, refundId } = refund;
  return intake.submit({
    ...workOn(refund),
    queue: 'payments',
    name: 'ask',
    payload: { orderId, refundId },
    callerKey: keyOf(event, refundId, 'ask'),
  });
};

/** Whether the provider may know something of it that nobody is about to hear: a call under way has its answer. */
const isOpen = ({ state, providerRefundId }: RefundOfEvent): boolean =>
  state === 'unknown' || (state === 'processing' && providerRefundId !== null);

/**
 * Commits what follows of an event; how many refunds it is about. One that names none of ours (made in Stripe's
 * dashboard, or by another installation with the account) is only noted.
 * @throws the driver's connection error while PostgreSQL is away.
 */
export const takeStripeEvent = async (ports: Ports, event: StripeRefundEvent): Promise<number> => {
  const { database, logger } = ports;
  const refunds = await findRefundsOfEvent(database.system, namesOf(event));
  if (refunds.length === 0) {
    const { eventId, kind } = event;
    logger.info({ eventId, kind }, 'An event of Stripe is about no refund of ours');
    return 0;
  }
  const receipts =
    event.kind === 'refund'
      ? refunds.map((refund) => recordOutcome(ports, event, refund))
      : refunds.filter(isOpen).map((refund) => ask(ports, event, refund));
  await Promise.all(receipts);
  return refunds.length;
};
