import { zoneOf } from '../../src/domain/calendar/zones.ts';
import type { ReturnDocument } from '../../src/labels/return-document.ts';
import type { TouchedReturn } from './return-session.ts';

/** What the documents of a return are drawn from, as things stand now; null: no number or address yet. */
export const toReturnDocument = (
  { after, order, channel }: Pick<TouchedReturn, 'after' | 'order' | 'channel'>,
  publicUrl: string,
): ReturnDocument | null => {
  const { authorization, lines } = after;
  if (authorization === null || authorization.returnAddress === null) return null;
  const { shipTo } = order;
  return {
    language: after.language,
    issuedAt: authorization.issuedAt,
    timeZone: shipTo === null ? 'UTC' : zoneOf(shipTo.country, shipTo.postalCode),
    rma: authorization.rma,
    rmaUrl: `${publicUrl}/rma/${authorization.rma}`,
    orderNumber: order.channelOrderId,
    channel: order.channel,
    sellerName: channel.voice.senderName,
    sender: shipTo,
    returnAddress: authorization.returnAddress,
    lines: lines.map(({ lineId, quantity, reason }) => {
      const line = order.lines.find((one) => one.lineId === lineId);
      return { title: line?.title ?? '', sku: line?.sku ?? '', quantity, reason };
    }),
    withdrawal: after.withdrawal !== null,
    ownLabel: authorization.label.kind === 'uploaded',
  };
};
