import type { Database } from '../../../db/client.ts';
import { findClaim } from '../../../db/repositories/claims-read/find-claim.ts';
import { readClaimPhotos } from '../../../db/repositories/claims-read/read-claim-photos.ts';
import { type FullOrder, findOrder } from '../../../db/repositories/orders-read/find-order.ts';
import { listRefunds } from '../../../db/repositories/refunds-read/list-refunds.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { zoneOf } from '../../domain/calendar/zones.ts';
import type { Claim } from '../../domain/claims/claim.ts';
import { orderTotals } from '../../domain/orders/totals.ts';
import { counts, type Refund } from '../../domain/refunds/refund.ts';
import { drawEvidencePack } from '../../labels/evidence-pack.ts';
import type { EvidenceLine, EvidencePack, EvidencePhoto } from '../../labels/evidence-pack-data.ts';
import { toJpeg } from '../../photos/to-jpeg.ts';
import { findSellerVoice } from '../refunds/seller-voice.ts';
import type { SentDocument } from '../refunds/send-document.ts';

/** More refunds than any order of a parcel that was lost has; a carrier asks for no more. */
const mostRefunds = 200;

/** What a carrier wants to see of a claim, in the language of the seller's channel; null: no such claim. */
export const getEvidencePack = async (
  database: Database,
  sellerId: string,
  { claimId, asOf }: { readonly claimId: string; readonly asOf: Instant },
): Promise<SentDocument | null> => {
  const found = await findClaim(database, sellerId, claimId);
  if (found === null) return null;
  const { claim } = found;
  const { orderId, channel } = claim;
  const query = { state: null, orderId, channel: null, attention: false };
  const [order, refunds, voice, photos] = await Promise.all([
    findOrder(database, sellerId, orderId),
    listRefunds(database, sellerId, query, { limit: mostRefunds, after: null }),
    findSellerVoice(database, sellerId, channel),
    readClaimPhotos(database, sellerId, claimId),
  ]);
  if (order === null) return null;
  const printed: EvidencePhoto[] = [];
  for (const { content, createdAt } of photos) {
    printed.push({ ...(await toJpeg(content)), addedAt: createdAt });
  }
  const pack = toEvidencePack({ claim, order, refunds, asOf, photos: printed, sellerName: voice.senderName });
  const content = await drawEvidencePack(pack, voice.language);
  return { content, contentType: 'application/pdf', filename: `claim-${claimId}.pdf` };
};

interface Facts extends Pick<EvidencePack, 'asOf' | 'photos' | 'sellerName'> {
  readonly claim: Claim;
  readonly order: FullOrder;
  /** The newest first. */
  readonly refunds: readonly Refund[];
}

const paidLines = ({ head, lines }: FullOrder): EvidenceLine[] => {
  const totals = orderTotals({ ...head, lines });
  return lines.map(({ sku, title, quantity }, n) => ({
    sku,
    title,
    quantity,
    amountMinor: totals.ok ? (totals.value.lines[n]?.totalMinor ?? 0) : 0,
  }));
};

const claimedLines = (claim: Claim, { lines }: FullOrder): EvidenceLine[] =>
  claim.lines.map(({ lineId, quantity, amountMinor }) => {
    const line = lines.find((one) => one.lineId === lineId);
    return { sku: line?.sku ?? '', title: line?.title ?? lineId, quantity, amountMinor };
  });

/** A claim is about a parcel, and parcels stay. */
const parcelOf = ({ shipmentId }: Claim, { shipments }: FullOrder): FullOrder['shipments'][number] => {
  const shipment = shipments.find(({ id }) => id === shipmentId);
  if (shipment === undefined) throw new Error('A claim is about a parcel that its order does not have');
  return shipment;
};

const toEvidencePack = ({ claim, order, refunds, ...rest }: Facts): EvidencePack => {
  const { head, promises } = order;
  const { carrier, trackingNumber, shippedAt, status, deliveredAt, trackingEvents } = parcelOf(claim, order);
  // The parcel's own promise, else the order's first: what the claim was judged by.
  const promise = promises.findLast(({ shipmentId }) => shipmentId === claim.shipmentId) ?? promises[0];
  return {
    ...rest,
    timeZone: head.shipTo === null ? 'UTC' : zoneOf(head.shipTo.country, head.shipTo.postalCode),
    currency: claim.currency,
    claim: { ...claim, lines: claimedLines(claim, order) },
    order: {
      number: head.channelOrderId,
      channel: head.channel,
      placedAt: head.placedAt,
      lines: paidLines(order),
      shipTo: head.shipTo,
    },
    promise: promise === undefined ? null : { shipBy: promise.shipBy, latest: promise.latest },
    shipment: { carrier, trackingNumber, shippedAt, status, deliveredAt },
    scans: trackingEvents.map(({ code, occurredAt, location }) => ({
      code,
      occurredAt,
      location: location ?? null,
    })),
    refunds: refunds
      .filter(counts)
      .map(({ id, settledAt, requestedAt, amountMinor, state }) => ({
        id,
        at: settledAt ?? requestedAt,
        amountMinor,
        state,
      }))
      .reverse(),
  };
};
