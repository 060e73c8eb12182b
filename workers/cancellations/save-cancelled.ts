import type { Tx } from '../../db/client.ts';
import { saveCancellations } from '../../db/repositories/cancellations/save-cancellations.ts';
import { saveMails } from '../../db/repositories/mail/save-mails.ts';
import { readRefundsOfOrders } from '../../db/repositories/refunds/read-refunds.ts';
import { type CancelledPart, cancelledPartsOf } from '../../src/domain/cancellations/cancelled-parts.ts';
import type { Refund } from '../../src/domain/refunds/refund.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Alerting, TouchedOrder } from '../orders/touched-order.ts';
import { toCancelledMails } from './cancelled-mails.ts';
import { lapseRequests } from './lapse-requests.ts';

interface CancelledOrder extends TouchedOrder {
  readonly parts: readonly CancelledPart[];
}

const toRows = ({ sellerId, after, parts }: CancelledOrder) =>
  // Orders that cannot be fulfilled are listed as such, and are no cancellations.
  parts
    .filter(({ unfulfillable }) => !unfulfillable)
    .map(({ withdrawn: _withdrawn, unfulfillable: _unfulfillable, ...part }) => ({
      ...part,
      id: newId(),
      sellerId,
      orderId: after.id,
      channel: after.channel,
      channelOrderId: after.channelOrderId,
    }));

/**
 * What follows when units of orders are cancelled, whoever did it: a row of the report, the buyer's mail, the end of
 * requests that ask for nothing any more. Before new refunds are written: the mail says what they come to. Orders of
 * which nothing was cancelled and nothing has left cost no statement.
 */
export const saveCancelled = async (
  tx: Tx,
  touched: readonly TouchedOrder[],
  alerting: Alerting,
): Promise<void> => {
  const cancelled = touched.flatMap((one): CancelledOrder[] => {
    const parts = cancelledPartsOf(one.before, one.events);
    return parts.length === 0 ? [] : [{ ...one, parts }];
  });
  await saveCancellations(tx, cancelled.flatMap(toRows));
  const refunds = await refundsByOrder(
    tx,
    cancelled.map(({ after }) => after.id),
  );
  const mails = cancelled.flatMap(({ parts, ...one }) =>
    toCancelledMails({ ...one, parts, refunds: refunds.get(one.after.id) ?? [] }, alerting),
  );
  await saveMails(tx, [...mails, ...(await lapseRequests(tx, touched, alerting))]);
};

const refundsByOrder = async (tx: Tx, orderIds: readonly string[]): Promise<Map<string, Refund[]>> => {
  const byOrder = new Map<string, Refund[]>();
  for (const { refund } of (await readRefundsOfOrders(tx, orderIds)).values()) {
    byOrder.set(refund.orderId, [...(byOrder.get(refund.orderId) ?? []), refund]);
  }
  return byOrder;
};
