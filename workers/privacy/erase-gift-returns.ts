import type { Tx } from '../../db/client.ts';
import { eraseMails, findMailsOfReturn } from '../../db/repositories/privacy/erase-mails.ts';
import { eraseReturns } from '../../db/repositories/privacy/erase-returns.ts';
import { readReturns } from '../../db/repositories/returns/read-returns.ts';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import { addCounts, type ErasureCounts, nothingErased } from '../../src/domain/privacy/counts.ts';
import { isReturnOver } from '../../src/domain/privacy/over.ts';
import type { Return } from '../../src/domain/returns/return.ts';
import { loadOrderFacts } from './order-facts.ts';

export interface ReturnsErasure {
  readonly counts: ErasureCounts;
  /** Returns that are not over. */
  readonly pending: readonly Return[];
}

/** Erases returns of people to whom something was given, and who have asked: the order is somebody else's. */
export const eraseGiftReturns = async (
  tx: Tx,
  returnIds: readonly string[],
  now: Instant,
): Promise<ReturnsErasure> => {
  const named = await readReturns(tx, { ids: returnIds });
  const orders = await loadOrderFacts(
    tx,
    [...named.values()].map((owned) => owned.return.orderId),
  );
  const wanted = new Set(returnIds);
  const pending: Return[] = [];
  let counts = nothingErased;
  for (const { returns, busy } of orders) {
    for (const owned of returns) {
      const { id, contact } = owned.return;
      if (!wanted.has(id) || contact === null) continue;
      if (busy || !isReturnOver(owned.return, now)) {
        pending.push(owned.return);
        continue;
      }
      const { documents } = await eraseReturns(tx, [owned]);
      const mails = await eraseMails(tx, await findMailsOfReturn(tx, id));
      counts = addCounts(counts, { returns: 1, documents, mails });
    }
  }
  return { counts, pending };
};
