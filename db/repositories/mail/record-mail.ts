import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { Tx } from '../../client.ts';

/** The server took it. That is a fact whoever holds the lease by now, so it is noted in any case. */
export const recordMailSent = async (
  { sql }: Tx,
  id: string,
  { response }: { response: string },
): Promise<void> => {
  await sql`
    UPDATE mail SET state = 'sent', sent_at = now(), lease_until = NULL,
      -- Erased meanwhile: the server's words may quote the address.
      response = CASE WHEN recipient = '' THEN NULL ELSE ${response} END
    WHERE id = ${id} AND state <> 'sent'`;
};

/**
 * It did not go out: refused for good, failed after the last attempt, or pending for the next one.
 * Only by the holder of the lease. False: somebody else has it, and the outcome is theirs.
 */
export const recordMailNotSent = async (
  { sql }: Tx,
  id: string,
  {
    state,
    response,
    leaseUntil,
  }: { state: 'refused' | 'failed' | 'pending'; response: string; leaseUntil: Instant },
): Promise<boolean> => {
  const rows = await sql`
    UPDATE mail SET state = ${state}, lease_until = NULL, response = ${response}
    WHERE id = ${id} AND state = 'sending' AND lease_until = ${leaseUntil}`;
  return rows.count > 0;
};
