import type { Tx } from '../../client.ts';

/** A row of cancellation_request as the domain knows it. */
export const requestColumns = (sql: Tx['sql']) => sql`
  id, order_id AS "orderId", channel, channel_order_id AS "channelOrderId", state, requested_at AS "requestedAt",
  reason, lines, decided_at AS "decidedAt", message`;
