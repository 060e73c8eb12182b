import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { feeReasonOf, type RefundStep } from '../../src/domain/refunds/refund.ts';
import type { NewDigestEntry } from '../digest/save-digest-entries.ts';
import type { Mailing } from '../mailing.ts';
import { type MoneyLetter, moneyLink, toBuyer, toSeller } from '../money-letters.ts';
import type { TouchedRefund } from './refund-session.ts';

interface NewStep {
  readonly step: RefundStep;
  /** Its place among the refund's steps. */
  readonly mark: string;
}

const newSteps = ({ before, after }: TouchedRefund): NewStep[] =>
  after.steps.slice(before?.steps.length ?? 0).map((step, n) => ({
    step,
    mark: String((before?.steps.length ?? 0) + n),
  }));

const matterOf = ({ sellerId, order, channel: { voice }, after }: TouchedRefund) => ({
  sellerId,
  order,
  voice,
  thingId: after.id,
});

const amountOf = ({ after: { amountMinor, currency } }: TouchedRefund) => ({ amountMinor, currency });

/** The buyer hears that the money is on its way. */
const paidLetter = (about: TouchedRefund, mark: string, mailing: Mailing): MoneyLetter => {
  const { after, order } = about;
  const { lines, shippingMinor, feeMinor, taxMinor, currency } = after;
  return {
    mark,
    mail: {
      kind: 'refund_made',
      amount: amountOf(about),
      tax: taxMinor > 0 ? { amountMinor: taxMinor, currency } : null,
      lines: lines.map(({ lineId, quantity, amountMinor }) => ({
        title: order.lines.find((line) => line.lineId === lineId)?.title ?? lineId,
        quantity,
        amountMinor,
      })),
      shippingMinor,
      feeMinor,
      feeWhy: feeReasonOf(after),
      receiptUrl: moneyLink(matterOf(about), { action: 'show_refund', from: null }, mailing),
    },
  };
};

/** What the seller must look at; null: nothing. */
const sellerLetter = (about: TouchedRefund, { step, mark }: NewStep): MoneyLetter | null => {
  const amount = amountOf(about);
  const { id: refundId, paymentReference } = about.after;
  switch (step.type) {
    case 'declined':
      return {
        mark,
        alert: true,
        mail: { kind: 'refund_declined', amount, code: step.code, detail: step.detail },
      };
    case 'failed':
      return { mark, alert: true, mail: { kind: 'refund_failed', amount, code: step.code } };
    case 'handed_to_person':
      return {
        mark,
        alert: true,
        mail: {
          kind: 'refund_needs_person',
          amount,
          why: 'unresolved',
          code: step.code,
          refundId,
          paymentReference,
        },
      };
    case 'contradicted':
      return {
        mark,
        alert: true,
        mail: {
          kind: 'refund_needs_person',
          amount,
          why: 'contradicted',
          code: step.says,
          refundId,
          paymentReference,
        },
      };
    case 'requested':
    case 'called':
    case 'pending':
    case 'succeeded':
    case 'unknown':
      return null;
    default:
      return step satisfies never;
  }
};

/** Who hears of what happened to a refund: the buyer when it is paid, the seller when something is wrong. */
export const toRefundMails = (about: TouchedRefund, mailing: Mailing): NewMail[] =>
  newSteps(about).flatMap((one) => {
    if (one.step.type === 'succeeded') {
      return toBuyer(matterOf(about), paidLetter(about, one.mark, mailing), mailing);
    }
    const letter = about.channel.voice.alerts === 'each' ? sellerLetter(about, one) : null;
    return letter === null ? [] : toSeller(matterOf(about), letter, mailing);
  });

const noticeOf = {
  declined: 'refund_declined',
  failed: 'refund_failed',
  handed_to_person: 'refund_needs_person',
  contradicted: 'refund_needs_person',
} as const;

/** The same, for sellers who prefer one mail a day. */
export const toRefundDigestEntries = (about: TouchedRefund, now: Instant): NewDigestEntry[] => {
  const {
    sellerId,
    after,
    channel: { voice },
    order,
  } = about;
  if (voice.alerts !== 'daily' || order.historical) return [];
  return newSteps(about).flatMap(({ step: { type } }) => {
    if (!(type in noticeOf)) return [];
    const notice = noticeOf[type as keyof typeof noticeOf];
    const topic = {
      kind: 'refund',
      refundId: after.id,
      orderId: order.id,
      orderNumber: after.channelOrderId,
      notice,
    } as const;
    return [{ sellerId, channel: after.channel, topic, raisedAt: now, digest: voice.digest }];
  });
};
