import type { Tx } from '../../client.ts';

/** `thread`: conversations but those of the address's own orders, which are erased with them. */
export type BuyersThing = 'order' | 'return' | 'thread' | 'mail';

/**
 * Ids of what belongs to an address, whatever its case, in the order of their ids; of orders those after `after`,
 * of mails those that are not on their way. What was erased is not found again.
 */
export const findThingsOfBuyer = async (
  { sql }: Tx,
  kind: BuyersThing,
  {
    email,
    after = null,
    most,
  }: { readonly email: string; readonly after?: string | null; readonly most: number },
): Promise<string[]> => {
  const rows = await sql<{ id: string }[]>`
    SELECT id FROM app.things_of_buyer(${kind}, ${email}, ${after}::uuid, ${most}) AS found (id)`;
  return rows.map(({ id }) => id);
};
