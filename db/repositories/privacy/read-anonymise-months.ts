import { defaultAnonymiseAfterMonths } from '../../../src/domain/privacy/policy.ts';
import type { Tx } from '../../client.ts';

/** Months after their end for which a seller's orders keep personal data; the policy itself may be long. */
export const readAnonymiseMonths = async ({ sql }: Tx, sellerId: string): Promise<number> => {
  const [row] = await sql<{ months: number | null }[]>`
    SELECT (value ->> 'anonymiseAfterMonths')::int AS months FROM setting
    WHERE seller_id = ${sellerId} AND kind = 'delivery-policy' AND key = ''
    ORDER BY version DESC LIMIT 1`;
  return row?.months ?? defaultAnonymiseAfterMonths;
};
