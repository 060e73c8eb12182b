import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import { addDays, type Instant } from '../../src/domain/calendar/instant.ts';
import type { ReturnEvent } from '../../src/domain/returns/events.ts';
import type { Return, ReturnLine } from '../../src/domain/returns/return.ts';
import { type LinkAction, linkDays, linkUrl } from '../../src/platform/link-tokens.ts';
import type { Mailing } from '../mailing.ts';
import { moneyLink, toSeller } from '../money-letters.ts';
import { type Letter, type MailedReturn, returnLink, toSellerMails, toSenderMails } from './letters.ts';
import type { TouchedReturn } from './return-session.ts';

const sellerLinks = (about: MailedReturn, at: Instant, mailing: Mailing) => {
  if (!about.channel.voice.actionLinks) return null;
  const link = (action: LinkAction) => returnLink(about, { action, from: at }, mailing);
  return { authorize: link('authorize_return'), close: link('close_return'), reply: link('reply_to_return') };
};

const cancelLink = (about: MailedReturn, at: Instant, mailing: Mailing): string | null =>
  about.after.state === 'requested'
    ? returnLink(about, { action: 'cancel_return', from: at }, mailing)
    : null;

const cancelledUnits = ({ withdrawal }: Return): number =>
  withdrawal?.cancelledLines.reduce((total, { quantity }) => total + quantity, 0) ?? 0;

const isLateWithdrawal = ({ warnings }: Return): boolean =>
  warnings.some(({ code }) => code === 'withdrawal_late');

/** All that was withdrawn from: what comes back, and what was cancelled before it left. */
const withdrawnLines = ({ lines, withdrawal }: Return): ReturnLine[] => {
  const units = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]));
  for (const { lineId, quantity } of withdrawal?.cancelledLines ?? []) {
    units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  }
  return [...units].map(([lineId, quantity]) => {
    const { reason = null, comment = null } = lines.find((line) => line.lineId === lineId) ?? {};
    return { lineId, quantity, reason, comment };
  });
};

/**
 * The acknowledgement of a withdrawal, at once and whatever becomes of its documents: those come with a mail of
 * their own, and can be printed by the link meanwhile.
 */
const acknowledgement = (about: MailedReturn, hasDocuments: boolean, mailing: Mailing): Letter | null => {
  const { after } = about;
  const { withdrawal } = after;
  if (withdrawal === null || withdrawal.confirmedAt === null) return null;
  return {
    mark: 'v1',
    lines: withdrawnLines(after),
    mail: {
      kind: 'withdrawal_acknowledged',
      statedBy: about.order.buyer?.name ?? null,
      statedAt: withdrawal.statedAt,
      confirmedAt: withdrawal.confirmedAt,
      rma: after.authorization?.rma ?? null,
      labelUrl: hasDocuments
        ? returnLink(about, { action: 'print_return_label', from: null }, mailing)
        : null,
      label: 'none',
      cancelledUnits: cancelledUnits(after),
      refundBy: withdrawal.refundDueAt,
      late: isLateWithdrawal(after),
    },
  };
};

/** Where the buyer writes back; somebody to whom the goods were given is not in the order's conversation. */
const answerLink = (
  { sellerId, after }: MailedReturn,
  { messageId, at }: Extract<ReturnEvent, { readonly type: 'replied' }>,
  { links }: Mailing,
): string | null =>
  messageId === undefined || after.requestedBy === 'gift_recipient'
    ? null
    : linkUrl(links, {
        action: 'write_to_seller',
        sellerId,
        thingId: messageId,
        expiresAt: addDays(at, linkDays),
      });

interface Told {
  readonly about: TouchedReturn;
  readonly event: ReturnEvent;
  /** Of the event in the return's history. */
  readonly mark: string;
  readonly mailing: Mailing;
}

/** The request itself: silent when it was authorised in the same breath, or waits for its second step. */
const requestMails = ({ about, event: { at }, mark, mailing }: Told): NewMail[] => {
  const { after, events } = about;
  if (after.withdrawal !== null) {
    if (after.withdrawal.confirmedAt !== null) return [];
    const confirmUrl = returnLink(about, { action: 'confirm_withdrawal', from: at }, mailing);
    const { statedAt } = after.withdrawal;
    return toSenderMails(about, { mark, mail: { kind: 'withdrawal_stated', statedAt, confirmUrl } }, mailing);
  }
  if (events.some(({ type }) => type === 'authorized')) return [];
  const answerBy = after.clock?.dueAt ?? null;
  // A request of long ago is promised nothing that is over.
  const toCome = answerBy !== null && answerBy > at ? answerBy : null;
  // The value of a gift is nobody's business but the buyer's.
  const credit =
    after.requestedBy === 'gift_recipient'
      ? null
      : (after.advice.find(({ code }) => code === 'offer_credit') ?? null);
  const cancelUrl = cancelLink(about, at, mailing);
  const { requestedBy, warnings, advice } = after;
  const links = sellerLinks(about, at, mailing);
  return [
    ...toSenderMails(
      about,
      { mark, mail: { kind: 'buyer_requested', answerBy: toCome, cancelUrl, offerCredit: credit } },
      mailing,
    ),
    ...toSellerMails(
      about,
      { mark, mail: { kind: 'seller_requested', requestedBy, answerBy, links, warnings, advice } },
      mailing,
    ),
  ];
};

const withdrawalMails = ({ about, event: { at }, mark, mailing }: Told): NewMail[] => {
  const { after } = about;
  const hasDocuments = after.authorization !== null && after.authorization.returnAddress !== null;
  const letter = acknowledgement(about, hasDocuments, mailing);
  const closeUrl = about.channel.voice.actionLinks
    ? returnLink(about, { action: 'close_return', from: at }, mailing)
    : null;
  return [
    ...(letter === null ? [] : toSenderMails(about, letter, mailing)),
    ...toSellerMails(
      about,
      {
        mark,
        lines: withdrawnLines(after),
        mail: {
          kind: 'seller_withdrawn',
          comesBack: after.lines.length > 0,
          needsAddress: after.authorization !== null && !hasDocuments,
          cancelledUnits: cancelledUnits(after),
          refundBy: after.withdrawal?.refundDueAt ?? null,
          late: isLateWithdrawal(after),
          closeUrl: after.state === 'authorized' ? closeUrl : null,
        },
      },
      mailing,
    ),
  ];
};

/** The money of a return is due soon, or late. */
const refundNoticeMails = ({ about, event, mark, mailing }: Told): NewMail[] => {
  const { after, sellerId, order, channel } = about;
  const { refundClock = null } = after;
  if (event.type !== 'notice_raised' || refundClock === null) return [];
  const { voice } = channel;
  const matter = { sellerId, order, voice, thingId: after.id };
  const { dueAt, rule } = refundClock;
  const refundUrl = voice.actionLinks
    ? moneyLink(matter, { action: 'refund_return', from: event.at }, mailing)
    : null;
  const notice = event.notice === 'refund_warning' ? 'warning' : 'breach';
  return toSeller(
    matter,
    { mark, alert: true, mail: { kind: 'refund_due', notice, dueAt, rule, refundUrl } },
    mailing,
  );
};

const noticeMails = (told: Told): NewMail[] => {
  const { about, event, mark, mailing } = told;
  if (event.type !== 'notice_raised' || about.channel.voice.alerts !== 'each') return [];
  if (event.notice === 'refund_warning' || event.notice === 'refund_breach') return refundNoticeMails(told);
  const { clock } = about.after;
  if (clock === null) return [];
  const kind = event.notice === 'response_warning' ? 'seller_warning' : 'seller_breach';
  const links = sellerLinks(about, event.at, mailing);
  return toSellerMails(about, { mark, alert: true, mail: { kind, answerBy: clock.dueAt, links } }, mailing);
};

const receiptMails = ({ about, event, mark, mailing }: Told): NewMail[] => {
  if (event.type !== 'received') return [];
  const { after } = about;
  const sum = (lines: readonly { readonly quantity: number }[]): number =>
    lines.reduce((total, { quantity }) => total + quantity, 0);
  const units = sum(event.received);
  const complete = sum(after.received) >= sum(after.lines);
  return [
    ...(units === 0
      ? []
      : toSenderMails(about, { mark, mail: { kind: 'buyer_received', units, complete } }, mailing)),
    ...(event.mismatches.length === 0
      ? []
      : toSellerMails(about, { mark, mail: { kind: 'seller_mismatch', items: event.mismatches } }, mailing)),
  ];
};

const closingMails = ({ about, event, mark, mailing }: Told): NewMail[] => {
  if (event.type !== 'closed') return [];
  const { by, reason, message } = event.closing;
  if (by !== 'buyer')
    return toSenderMails(about, { mark, mail: { kind: 'buyer_closed', reason, message } }, mailing);
  return [
    ...toSenderMails(about, { mark, mail: { kind: 'buyer_cancelled' } }, mailing),
    ...toSellerMails(about, { mark, mail: { kind: 'seller_cancelled' } }, mailing),
  ];
};

const mailsAbout = (told: Told): NewMail[] => {
  const { about, event, mark, mailing } = told;
  switch (event.type) {
    case 'requested':
      return requestMails(told);
    case 'withdrawal_confirmed':
      return withdrawalMails(told);
    case 'notice_raised':
      return noticeMails(told);
    case 'received':
      return receiptMails(told);
    case 'closed':
      return closingMails(told);
    case 'replied':
      return toSenderMails(
        about,
        {
          ...(event.messageId === undefined ? {} : { id: event.messageId }),
          mark,
          written: true,
          mail: {
            kind: 'buyer_reply',
            message: event.message,
            cancelUrl: cancelLink(about, event.at, mailing),
            answerUrl: answerLink(about, event, mailing),
          },
        },
        mailing,
      );
    case 'escalated':
      return toSellerMails(about, { mark, mail: { kind: 'seller_escalated' } }, mailing);
    // With the documents, once they are drawn: labels.handler.ts.
    case 'authorized':
    case 'answered_by_message':
    case 'answer_undelivered':
    case 'documents_replaced':
    case 'dispatched':
    case 'mismatch_decided':
    case 'completed':
    // The buyer hears of the refund itself: refund-mails.ts.
    case 'refund_due':
    case 'refunded':
    case 'refund_not_owed':
    case 'refund_reversed':
      return [];
    default:
      return event satisfies never;
  }
};

/** Who hears of what happened to a return; `sequenceOf` numbers the events, so that each is told once. */
export const toReturnMails = (
  about: TouchedReturn,
  mailing: Mailing & { readonly sequenceOf: (event: ReturnEvent) => number },
): NewMail[] =>
  about.events.flatMap((event) =>
    mailsAbout({ about, event, mark: String(mailing.sequenceOf(event)), mailing }),
  );
