import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { ClaimNoticeKind, RefundNoticeKind } from '../../db/schema/digest-entry.ts';
import { addDays, type Instant } from '../../src/domain/calendar/instant.ts';
import { isUnclaimed } from '../../src/domain/claims/claim.ts';
import { isLate } from '../../src/domain/response-clock.ts';
import { isRefundClockRunning } from '../../src/domain/returns/refund-clock.ts';
import { messageIdFor } from '../../src/mail/addresses.ts';
import { renderAlert } from '../../src/mail/templates/alerts/render-alert.ts';
import type { MoneyNotice } from '../../src/mail/templates/messages/digest/money-notices.ts';
import { renderDigest } from '../../src/mail/templates/messages/render-digest.ts';
import { newId } from '../../src/platform/ids.ts';
import { type LinkAction, linkDays, linkUrl } from '../../src/platform/link-tokens.ts';
import { type Mailing, stopAlertsHeaders } from '../mailing.ts';
import type { ChannelDigest } from './digest-session.ts';

interface Writing {
  readonly mailing: Mailing;
  readonly now: Instant;
}

/** The mail about a channel's day; none when everything was answered meanwhile, or nobody wants to hear of it. */
export const toDigestMail = (digest: ChannelDigest, { mailing, now }: Writing): NewMail[] => {
  const { sellerId, channel, entries, voice, timeZone } = digest;
  const link = (action: LinkAction, thingId: string): string | null =>
    voice.actionLinks
      ? linkUrl(mailing.links, { action, sellerId, thingId, expiresAt: addDays(now, linkDays) })
      : null;
  const messages = digest.messages.map(({ messageId, channelOrderId, dueAt }) => ({
    orderNumber: channelOrderId,
    answerBy: dueAt,
    overdue: isLate({ stoppedAt: null, dueAt }, now),
    url: link('reply_to_message', messageId),
  }));
  const returns = digest.returns.flatMap(({ return: { id, state, channelOrderId, clock } }) =>
    state !== 'requested' || clock === null || clock.stoppedAt !== null
      ? []
      : [
          {
            orderNumber: channelOrderId,
            answerBy: clock.dueAt,
            overdue: isLate(clock, now),
            url: link('authorize_return', id),
          },
        ],
  );
  const refunds = entries.flatMap(({ topic }): MoneyNotice<RefundNoticeKind>[] => {
    if (topic.kind === 'refund') return [{ ...topic, url: null }];
    if (topic.kind !== 'refund_due' || !isStillDue(digest, topic.returnId)) return [];
    const { orderNumber, returnId } = topic;
    return [{ orderNumber, notice: 'refund_due', url: link('refund_return', returnId) }];
  });
  const claims = entries.flatMap(({ topic }) =>
    topic.kind === 'claim' && isStillTrue(digest, topic)
      ? [{ ...topic, url: link('file_claim', topic.claimId) }]
      : [],
  );
  const orders = entries.flatMap(({ topic }) => {
    if (topic.kind !== 'order') return [];
    const { orderNumber, alert } = topic;
    return [
      { orderNumber, title: renderAlert(alert, voice.language, { orderNumber, channel, timeZone }).subject },
    ];
  });
  const [first] = entries;
  const anything = [messages, returns, refunds, claims, orders].some(({ length }) => length > 0);
  if (first === undefined || !anything || voice.sellerEmail === null || voice.alerts === 'off') return [];
  const content = { channel, timeZone, at: now, messages, returns, refunds, claims, orders };
  return [
    {
      id: newId(),
      sellerId,
      messageId: messageIdFor('digest', first.id, mailing.mailDomain),
      recipient: voice.sellerEmail,
      senderName: voice.senderName,
      ...renderDigest(content, voice.language),
      headers: stopAlertsHeaders(mailing, { sellerId, thingId: thingOf(digest) }),
      refs: { channel },
    },
  ];
};

const isStillDue = ({ returns }: ChannelDigest, returnId: string): boolean =>
  returns.some((owned) => owned.return.id === returnId && isRefundClockRunning(owned.return));

/** Whether a claim that may be filed, or is about to close, still may: others are told as they were. */
const isStillTrue = (
  { claims }: ChannelDigest,
  { claimId, notice }: { readonly claimId: string; readonly notice: ClaimNoticeKind },
): boolean => {
  const claim = claims.find(({ id }) => id === claimId);
  const isInvitation = notice === 'claim_eligible' || notice === 'claim_closing';
  return claim !== undefined && (!isInvitation || isUnclaimed(claim));
};

/** Anything by which the link that stops these mails finds the channel: an order, or a thread. */
const thingOf = ({ entries, messages, returns }: ChannelDigest): string => {
  const orderId = entries.flatMap(({ topic }) => ('orderId' in topic ? [topic.orderId] : []))[0];
  if (orderId !== undefined) return orderId;
  return messages[0]?.threadId ?? returns[0]?.return.orderId ?? '';
};
