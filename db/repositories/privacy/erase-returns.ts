import { anonymiseReturn, anonymiseReturnEvent } from '../../../src/domain/privacy/anonymise.ts';
import type { ReturnEvent } from '../../../src/domain/returns/events.ts';
import type { Tx } from '../../client.ts';
import type { OwnedReturn } from '../returns/read-returns.ts';
import { saveReturns } from '../returns/save-returns.ts';

interface EventRow {
  readonly returnId: string;
  readonly sequence: number;
  readonly event: ReturnEvent;
}

const eraseHistories = async ({ sql }: Tx, returnIds: readonly string[]): Promise<void> => {
  const rows = await sql<EventRow[]>`
    SELECT return_id AS "returnId", sequence, event FROM return_event
    WHERE return_id = ANY (${returnIds as string[]}::uuid[])`;
  const changed = rows.map((row) => ({ ...row, event: anonymiseReturnEvent(row.event) }));
  await sql`
    UPDATE return_event SET event = new.event
    FROM unnest(
      ${changed.map(({ returnId }) => returnId)}::uuid[],
      ${changed.map(({ sequence }) => sequence)}::integer[],
      ${changed.map(({ event }) => JSON.stringify(event))}::jsonb[]
    ) AS new (return_id, sequence, event)
    WHERE return_event.return_id = new.return_id AND return_event.sequence = new.sequence`;
};

/** Slips and labels show who sends, and so does what they are drawn from. Gives how many documents there were. */
const deleteDocuments = async ({ sql }: Tx, returnIds: readonly string[]): Promise<number> => {
  await sql`DELETE FROM return_document_source WHERE return_id = ANY (${returnIds as string[]}::uuid[])`;
  const rows =
    await sql`DELETE FROM return_document WHERE return_id = ANY (${returnIds as string[]}::uuid[])`;
  return rows.count;
};

/** Erases returns whose orders are locked, with their histories and documents. */
export const eraseReturns = async (
  tx: Tx,
  returns: readonly OwnedReturn[],
): Promise<{ readonly documents: number }> => {
  if (returns.length === 0) return { documents: 0 };
  const ids = returns.map((owned) => owned.return.id);
  await saveReturns(
    tx,
    returns.map((owned) => ({ ...owned, return: anonymiseReturn(owned.return) })),
  );
  await eraseHistories(tx, ids);
  return { documents: await deleteDocuments(tx, ids) };
};
