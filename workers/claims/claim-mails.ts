import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { DigestTopic } from '../../db/schema/digest-entry.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { ClaimStep } from '../../src/domain/claims/claim.ts';
import type { MoneyMail } from '../../src/mail/templates/money/money-mail-kinds.ts';
import type { NewDigestEntry } from '../digest/save-digest-entries.ts';
import type { Mailing } from '../mailing.ts';
import { moneyLink, toSeller } from '../money-letters.ts';
import type { TouchedClaim } from './claim-session.ts';

type Notice = Extract<DigestTopic, { readonly kind: 'claim' }>['notice'];

interface Told {
  readonly step: ClaimStep;
  readonly notice: Notice;
  /** Its place among the claim's steps. */
  readonly mark: string;
}

/** What a seller hears of; what a person did is no news to that person. */
const noticeOf = ({ type, actor }: ClaimStep): Notice | null => {
  if (actor !== 'system') return null;
  switch (type) {
    case 'eligible':
      return 'claim_eligible';
    case 'submitted':
      return 'claim_submitted';
    case 'closing_soon':
    case 'closing_very_soon':
      return 'claim_closing';
    case 'expired':
      return 'claim_expired';
    case 'delivered_after_submission':
      return 'claim_delivered';
    case 'opened':
    case 'approved':
    case 'denied':
    case 'reimbursed':
    case 'withdrawn':
    case 'returned_after_submission':
      return null;
    default:
      return type satisfies never;
  }
};

/** The news of a claim, but for those that the next one has made old: found and submitted in one breath, or withdrawn. */
const newsOf = ({ before, after, order }: TouchedClaim): Told[] => {
  if (order.historical) return [];
  const known = before?.steps.length ?? 0;
  return after.steps.slice(known).flatMap((step, n) => {
    const notice = noticeOf(step);
    const isOld = notice === 'claim_eligible' && after.state !== 'eligible';
    return notice === null || isOld ? [] : [{ step, notice, mark: String(known + n) }];
  });
};

const matterOf = ({ sellerId, order, voice, after }: TouchedClaim) => ({
  sellerId,
  order,
  voice,
  thingId: after.id,
});

const fileUrl = (about: TouchedClaim, from: Instant, mailing: Mailing): string | null =>
  about.voice.actionLinks ? moneyLink(matterOf(about), { action: 'file_claim', from }, mailing) : null;

const mailOf = (about: TouchedClaim, { notice, step }: Told, mailing: Mailing): MoneyMail => {
  const { after, order } = about;
  const { kind: claimKind, closesAt, amountMinor, currency, shipmentId } = after;
  const amount = { amountMinor, currency };
  const parcel = order.shipments.find(({ id }) => id === shipmentId);
  const needsPhotos = claimKind === 'damaged' && about.photos === 0;
  switch (notice) {
    case 'claim_eligible': {
      const { carrier = '', trackingNumber = '' } = parcel ?? {};
      const file = { closesAt, needsPhotos, fileUrl: fileUrl(about, step.at, mailing) };
      return { kind: notice, claimKind, amount, carrier, trackingNumber, ...file };
    }
    case 'claim_closing': {
      const file = { closesAt, needsPhotos, fileUrl: fileUrl(about, step.at, mailing) };
      return { kind: notice, claimKind, amount, ...file };
    }
    case 'claim_submitted':
    case 'claim_expired':
      return { kind: notice, claimKind, amount };
    case 'claim_delivered':
      return { kind: notice, amount, deliveredAt: parcel?.deliveredAt ?? step.at };
    default:
      return notice satisfies never;
  }
};

/** What the seller is told of a claim, where each notice is a mail of its own. */
export const toClaimMails = (about: TouchedClaim, mailing: Mailing): NewMail[] =>
  about.voice.alerts !== 'each'
    ? []
    : newsOf(about).flatMap((told) =>
        toSeller(
          matterOf(about),
          { mark: told.mark, alert: true, mail: mailOf(about, told, mailing) },
          mailing,
        ),
      );

/** The same, for sellers who prefer one mail a day. */
export const toClaimDigestEntries = (about: TouchedClaim, now: Instant): NewDigestEntry[] => {
  const { sellerId, after, voice } = about;
  if (voice.alerts !== 'daily') return [];
  const { id: claimId, orderId, channel, channelOrderId: orderNumber } = after;
  return newsOf(about).map(({ notice }) => {
    const topic = { kind: 'claim', claimId, orderId, orderNumber, notice } as const;
    return { sellerId, channel, topic, raisedAt: now, digest: voice.digest };
  });
};
