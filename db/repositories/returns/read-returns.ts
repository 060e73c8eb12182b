import type { Return } from '../../../src/domain/returns/return.ts';
import type { Tx } from '../../client.ts';

export interface OwnedReturn {
  readonly sellerId: string;
  readonly return: Return;
}

interface ReturnRow {
  readonly id: string;
  readonly sellerId: string;
  readonly orderId: string;
  readonly channel: string;
  readonly channelOrderId: string;
  readonly state: string;
  readonly requestedAt: string;
  readonly details: object;
}

/** Only `evolve` writes rows, so the state and its details fit together. */
const toReturn = ({ sellerId, details, ...columns }: ReturnRow): OwnedReturn => ({
  sellerId,
  return: { ...details, ...columns } as unknown as Return,
});

/** Returns by their ids, or all those of some orders, by id. */
export const readReturns = async (
  { sql }: Tx,
  by: { readonly ids: readonly string[] } | { readonly orderIds: readonly string[] },
): Promise<Map<string, OwnedReturn>> => {
  const asked = 'ids' in by ? by.ids : by.orderIds;
  if (asked.length === 0) return new Map();
  const column = 'ids' in by ? sql`id` : sql`order_id`;
  const rows = await sql<ReturnRow[]>`
    SELECT id, seller_id AS "sellerId", order_id AS "orderId", channel, channel_order_id AS "channelOrderId", state,
      requested_at AS "requestedAt", details
    FROM "return" WHERE ${column} = ANY (${asked as string[]}::uuid[]) ORDER BY id`;
  return new Map(rows.map((row) => [row.id, toReturn(row)]));
};
