import type { Tx } from '../../db/client.ts';
import { findExplainedThreads } from '../../db/repositories/cancellations/find-explained-threads.ts';
import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import { findAnswerAddresses } from '../../db/repositories/messages/find-answer-address.ts';
import { loadOrders } from '../../db/repositories/orders/load-orders.ts';
import { messageRefs } from '../../queues/message-refs.ts';
import { addDays, addHours, type Instant } from '../../src/domain/calendar/instant.ts';
import { situationOf } from '../../src/domain/cancellations/situation.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import { recipientOf } from '../../src/domain/response-time/reply.ts';
import { messageIdFor } from '../../src/mail/addresses.ts';
import type { BuyerMoneyMail } from '../../src/mail/templates/money/money-mail-kinds.ts';
import { renderMoneyMail } from '../../src/mail/templates/money/render-money-mail.ts';
import { newId } from '../../src/platform/ids.ts';
import { linkDays, linkUrl } from '../../src/platform/link-tokens.ts';
import { withdrawUrl } from '../cancellations/withdraw-url.ts';
import type { Mailing } from '../mailing.ts';
import type { ThreadWork } from './thread-session.ts';

/** A message that asks to cancel. */
export interface CancellationMessage {
  readonly work: ThreadWork;
  readonly messageId: string;
}

/** A conversation is told so once in this time, however many of its messages ask. */
const quietHours = 24;

const kind = 'how_to_cancel';

interface Writing {
  readonly mailing: Mailing;
  readonly now: Instant;
}

/**
 * Automatic answers that explain the official way, for a message cancels nothing (002): mails, which are no message
 * of the conversation and stop no clock. Their Message-IDs follow from the message, so it is answered once whatever
 * is delivered twice. Call it under the threads' locks, when the messages are written.
 */
export const toCancellationAnswers = async (
  tx: Tx,
  asked: readonly CancellationMessage[],
  { mailing, now }: Writing,
): Promise<NewMail[]> => {
  if (asked.length === 0) return [];
  const explained = await findExplainedThreads(
    tx,
    asked.map(({ work }) => work.thread.id),
    { kind, domain: mailing.mailDomain, since: addHours(now, -quietHours) },
  );
  const due = firstOfEach(asked).filter(({ work }) => !explained.has(work.thread.id));
  if (due.length === 0) return [];
  const addresses = await findAnswerAddresses(
    tx,
    due.map(({ messageId }) => messageId),
  );
  const orders = await loadOrders(
    tx,
    due.flatMap(({ work: { thread } }) => (thread.orderId === null ? [] : [thread.orderId])),
    'look',
  );
  return due.flatMap(({ work, messageId }) => {
    const { own = null, newest = null } = addresses.find((one) => one.messageId === messageId) ?? {};
    const to = recipientOf({ own, order: work.thread.orderEmail, newest });
    if (!to.ok) return [];
    const order = orders.get(work.thread.orderId ?? '') ?? null;
    return [toMail({ work, messageId }, { recipient: to.value, order }, { mailing, now })];
  });
};

const firstOfEach = (asked: readonly CancellationMessage[]): CancellationMessage[] => {
  const seen = new Set<string>();
  return asked.filter(({ work: { thread } }) => !seen.has(thread.id) && seen.add(thread.id));
};

interface Answered {
  readonly recipient: string;
  /** Null: none is known of that number. */
  readonly order: Order | null;
}

const toMail = (
  { work: { thread, channel }, messageId }: CancellationMessage,
  { recipient, order }: Answered,
  { mailing, now }: Writing,
): NewMail => {
  const { voice } = channel;
  const isBuyers = recipient.toLowerCase() === thread.orderEmail?.toLowerCase();
  const mail = contentOf(isBuyers ? order : null, { sellerId: thread.sellerId, mailing, now });
  return {
    id: newId(),
    sellerId: thread.sellerId,
    messageId: messageIdFor(kind, messageId, mailing.mailDomain),
    recipient,
    senderName: voice.senderName,
    ...renderMoneyMail(mail, thread.language ?? voice.language, {
      orderNumber: thread.channelOrderId ?? '',
      channel: thread.channel,
      timeZone: 'UTC',
    }),
    headers: { 'Auto-Submitted': 'auto-replied' },
    refs: messageRefs(thread),
  };
};

/** Whoever writes from another address than the order's is told nothing of the order, and gets no link to it. */
const contentOf = (
  order: Order | null,
  { sellerId, mailing, now }: Writing & { readonly sellerId: string },
): BuyerMoneyMail => {
  const shared = { kind, withdrawUrl: withdrawUrl(mailing), requestUrl: null } as const;
  if (order === null) return { ...shared, situation: 'unknown_order' };
  const situation = situationOf(order);
  // While the payment is pending nobody can cancel here.
  if (order.state !== 'unshipped') return { ...shared, situation };
  const requestUrl = linkUrl(mailing.links, {
    action: 'request_cancellation',
    sellerId,
    thingId: order.id,
    expiresAt: addDays(now, linkDays),
  });
  return { ...shared, situation, requestUrl };
};
