import type { Tx } from '../../client.ts';

export interface AnswerAddress {
  readonly messageId: string;
  /** Of whoever wrote the message. */
  readonly own: string | null;
  /** Of whoever wrote last in its conversation. */
  readonly newest: string | null;
}

/** Where answers to these messages could go, as far as the channel tells; machines give no address. */
export const findAnswerAddresses = async (
  { sql }: Tx,
  messageIds: readonly string[],
): Promise<AnswerAddress[]> => {
  if (messageIds.length === 0) return [];
  return sql<AnswerAddress[]>`
    SELECT asked.id AS "messageId", asked.buyer_email AS own, (
      SELECT buyer_email FROM message
      WHERE thread_id = asked.thread_id AND direction = 'inbound' AND NOT automatic AND buyer_email IS NOT NULL
      ORDER BY sent_at DESC, id DESC LIMIT 1
    ) AS newest
    FROM message AS asked WHERE asked.id = ANY (${messageIds as string[]}::uuid[])`;
};
