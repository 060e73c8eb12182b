import type { OrderAlert } from '../../../src/domain/orders/events.ts';
import type { Tx } from '../../client.ts';

export interface OwnedAlert {
  readonly id: string;
  readonly sellerId: string;
  readonly orderId: string;
  readonly alert: OrderAlert;
}

/** Inserts alerts; the unique index keeps each kind to once per order whatever runs again. */
export const saveAlerts = async ({ sql }: Tx, alerts: readonly OwnedAlert[]): Promise<void> => {
  if (alerts.length === 0) return;
  await sql`
    INSERT INTO alert (id, seller_id, order_id, kind, details, raised_at)
    SELECT * FROM unnest(
      ${alerts.map(({ id }) => id)}::uuid[],
      ${alerts.map(({ sellerId }) => sellerId)}::uuid[],
      ${alerts.map(({ orderId }) => orderId)}::uuid[],
      ${alerts.map(({ alert }) => alert.kind)}::text[],
      ${alerts.map(({ alert }) => JSON.stringify(alert))}::jsonb[],
      ${alerts.map(({ alert }) => alert.at)}::timestamptz[]
    )
    ON CONFLICT (order_id, kind) DO NOTHING`;
};
