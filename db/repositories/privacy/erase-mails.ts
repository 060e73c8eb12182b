import type { Tx } from '../../client.ts';

/** At most `most` mails about these orders and all that hangs on them, but those that are on their way. */
export const findMailsOfOrders = async (
  { sql }: Tx,
  orderIds: readonly string[],
  { most }: { readonly most: number },
): Promise<string[]> => {
  if (orderIds.length === 0) return [];
  const ids = sql`ANY (${orderIds as string[]}::uuid[])`;
  const rows = await sql<{ id: string }[]>`
    WITH thing AS (
      SELECT id FROM orders WHERE id = ${ids}
      UNION ALL SELECT id FROM "return" WHERE order_id = ${ids}
      UNION ALL SELECT id FROM refund WHERE order_id = ${ids}
      UNION ALL SELECT id FROM claim WHERE order_id = ${ids}
      UNION ALL SELECT id FROM cancellation_request WHERE order_id = ${ids}
      UNION ALL SELECT message.id FROM orders
        JOIN thread ON thread.seller_id = orders.seller_id AND thread.channel = orders.channel
          AND thread.channel_order_id = orders.channel_order_id
        JOIN message ON message.thread_id = thread.id
        WHERE orders.id = ${ids}
    )
    SELECT mail.id FROM thing JOIN mail ON mail.thing_id = thing.id
    WHERE mail.recipient <> '' AND mail.state NOT IN ('pending', 'sending')
    LIMIT ${most}`;
  return rows.map(({ id }) => id);
};

/** Mails that carry or tell of these messages. */
export const findMailsOfMessages = async ({ sql }: Tx, messageIds: readonly string[]): Promise<string[]> => {
  if (messageIds.length === 0) return [];
  const rows = await sql<{ id: string }[]>`
    SELECT id FROM mail
    WHERE thing_id = ANY (${messageIds as string[]}::uuid[]) AND recipient <> ''
      AND state NOT IN ('pending', 'sending')`;
  return rows.map(({ id }) => id);
};

/** Mails about one return. */
export const findMailsOfReturn = async ({ sql }: Tx, returnId: string): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    SELECT id FROM mail
    WHERE thing_id = ${returnId} AND recipient <> '' AND state NOT IN ('pending', 'sending')`;
  return rows.map(({ id }) => id);
};

/**
 * Takes everything out of mails that have gone out or never will: whether, when and as what they went stays. One
 * that failed is refused, so that nobody's retry sends it to nobody. The development mailbox loses its copies.
 */
export const eraseMails = async ({ sql }: Tx, ids: readonly string[]): Promise<number> => {
  if (ids.length === 0) return 0;
  await sql`SELECT app.empty_mailbox(${ids as string[]}::uuid[])`;
  const rows = await sql`
    UPDATE mail SET recipient = '', subject = '', text = '', html = '', headers = '{}', attachments = '[]',
      state = CASE WHEN state = 'failed' THEN 'refused' ELSE state END,
      response = CASE WHEN state = 'failed' THEN 'Erased before it could be sent' END
    WHERE id = ANY (${ids as string[]}::uuid[]) AND state NOT IN ('pending', 'sending')`;
  return rows.count;
};
