import type { PaymentProvider } from '../../../src/domain/orders/order.ts';
import type { Database } from '../../client.ts';

/** Which provider a refund is paid by; null: there is no such refund. */
export const findRefundProvider = async (
  database: Database,
  sellerId: string,
  refundId: string,
): Promise<PaymentProvider | null> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const [row] = await sql<{ provider: PaymentProvider }[]>`
      SELECT provider FROM refund WHERE seller_id = ${sellerId} AND id = ${refundId}`;
    return row?.provider ?? null;
  });
