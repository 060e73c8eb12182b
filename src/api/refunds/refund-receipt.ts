import type { Database } from '../../../db/client.ts';
import { findOrder } from '../../../db/repositories/orders-read/find-order.ts';
import { findRefund } from '../../../db/repositories/refunds-read/find-refund.ts';
import { zoneOf } from '../../domain/calendar/zones.ts';
import { feeReasonOf } from '../../domain/refunds/refund.ts';
import { drawRefundReceipt } from '../../labels/refund-receipt.ts';
import { findSellerVoice } from './seller-voice.ts';
import type { SentDocument } from './send-document.ts';

export type ReceiptResult =
  | { readonly ok: true; readonly document: SentDocument }
  | { readonly ok: false; readonly why: 'not_found' | 'refund_not_settled' };

/** The receipt of a refund of this seller, in the language of its buyer; only of one that has succeeded. */
export const getRefundReceipt = async (
  database: Database,
  sellerId: string,
  refundId: string,
): Promise<ReceiptResult> => {
  const refund = await findRefund(database, sellerId, refundId);
  if (refund === null) return { ok: false, why: 'not_found' };
  if (refund.state !== 'succeeded') return { ok: false, why: 'refund_not_settled' };
  const [order, voice] = await Promise.all([
    findOrder(database, sellerId, refund.orderId),
    findSellerVoice(database, sellerId, refund.channel),
  ]);
  if (order === null) return { ok: false, why: 'not_found' };
  const { shipTo, language } = order.head;
  const titles = new Map(order.lines.map(({ lineId, title }) => [lineId, title]));
  const content = await drawRefundReceipt(
    {
      refundId,
      state: refund.state,
      requestedAt: refund.requestedAt,
      settledAt: refund.settledAt,
      timeZone: shipTo === null ? 'UTC' : zoneOf(shipTo.country, shipTo.postalCode),
      sellerName: voice.senderName,
      orderNumber: refund.channelOrderId,
      channel: refund.channel,
      currency: refund.currency,
      lines: refund.lines.map(({ lineId, quantity, amountMinor }) => ({
        title: titles.get(lineId) ?? lineId,
        quantity,
        amountMinor,
      })),
      itemsMinor: refund.itemsMinor,
      feeMinor: refund.feeMinor,
      feeReason: feeReasonOf(refund),
      shippingMinor: refund.shippingMinor,
      amountMinor: refund.amountMinor,
      taxMinor: refund.taxMinor,
      provider: refund.provider,
      providerRefundId: refund.providerRefundId,
    },
    language,
  );
  const document = { content, contentType: 'application/pdf', filename: `refund-${refundId}.pdf` };
  return { ok: true, document };
};
