import type { Sql } from '../../client.ts';

export interface MessageSeller {
  readonly id: string;
  readonly name: string;
  /** Whether any message of a buyer is in its figures. */
  readonly hasMessages: boolean;
}

/**
 * All sellers by name, for operators. From one that has messages to the next by an index: asked one by one, a
 * seller without messages costs a look at all messages there are.
 */
export const listMessageSellers = (system: Sql): Promise<MessageSeller[]> =>
  system<MessageSeller[]>`
    WITH RECURSIVE written_to AS (
      (SELECT seller_id FROM message WHERE counts ORDER BY seller_id LIMIT 1)
      UNION ALL
      SELECT next.seller_id FROM written_to CROSS JOIN LATERAL (
        SELECT seller_id FROM message
        WHERE counts AND seller_id > written_to.seller_id ORDER BY seller_id LIMIT 1
      ) AS next
    )
    SELECT id, name, id IN (SELECT seller_id FROM written_to) AS "hasMessages"
    FROM seller ORDER BY name`.execute();
