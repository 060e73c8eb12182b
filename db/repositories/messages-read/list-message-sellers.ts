import type { Sql } from '../../client.ts';

export interface MessageSeller {
  readonly id: string;
  readonly name: string;
  /** Whether any message of a buyer is in its figures. */
  readonly hasMessages: boolean;
}

/** All sellers by name, for operators. */
export const listMessageSellers = (system: Sql): Promise<MessageSeller[]> =>
  // LIMIT keeps it at one look into an index for each seller, however many messages there are.
  system<MessageSeller[]>`
    SELECT seller.id, name, one.seller_id IS NOT NULL AS "hasMessages"
    FROM seller LEFT JOIN LATERAL (
      SELECT seller_id FROM message WHERE message.seller_id = seller.id AND counts LIMIT 1) AS one ON true
    ORDER BY name`.execute();
