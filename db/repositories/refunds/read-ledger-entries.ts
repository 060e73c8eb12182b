import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { PaymentProvider } from '../../../src/domain/orders/order.ts';
import type { LedgerEntry } from '../../../src/domain/refunds/reconcile.ts';
import type { Tx } from '../../client.ts';

export interface OwnedLedgerEntry extends LedgerEntry {
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
}

/** Refunds of a seller that a provider was first called for in `[from, until)`, or that are named. */
export const readLedgerEntries = (
  { sql }: Tx,
  {
    sellerId,
    provider,
    from,
    until,
    ids,
  }: {
    readonly sellerId: string;
    readonly provider: PaymentProvider;
    readonly from: Instant;
    readonly until: Instant;
    readonly ids: readonly string[];
  },
): Promise<OwnedLedgerEntry[]> =>
  sql<OwnedLedgerEntry[]>`
    SELECT id AS "refundId", payment_reference AS "paymentReference", amount_minor AS "amountMinor", currency, state,
      settled_at AS "settledAt", order_id AS "orderId", channel, channel_order_id AS "channelOrderId"
    FROM refund
    WHERE seller_id = ${sellerId} AND provider = ${provider}
      AND first_called_at >= ${from} AND first_called_at < ${until}
    UNION
    SELECT id, payment_reference, amount_minor, currency, state, settled_at, order_id, channel, channel_order_id FROM refund
    WHERE seller_id = ${sellerId} AND id = ANY (${ids as string[]}::uuid[])
    ORDER BY 1`;
