import type { Invariant } from './invariant.ts';

export const claimsOnce: Invariant = {
  name: 'units are claimed once',
  meaning:
    'The claims of an order that hold units hold no more of a line than has left, and each was paid once.',
  breach: 'doubled',
  examine: async ({ sql }) => {
    const rows = await sql<{ id: string; line: string; claimed: number; shipped: number }[]>`
      WITH claimed AS (
        SELECT order_id, line ->> 'lineId' AS line, sum((line ->> 'quantity')::int)::int AS quantity
        FROM claim, jsonb_array_elements(details -> 'lines') AS line
        WHERE state NOT IN ('withdrawn', 'denied') GROUP BY 1, 2
      ), shipped AS (
        SELECT order_id, line ->> 'lineId' AS line, sum((line ->> 'quantity')::int)::int AS quantity
        FROM shipment, jsonb_array_elements(lines) AS line GROUP BY 1, 2
      )
      SELECT claimed.order_id AS id, claimed.line, claimed.quantity AS claimed, coalesce(shipped.quantity, 0) AS shipped
      FROM claimed LEFT JOIN shipped USING (order_id, line)
      WHERE claimed.quantity > coalesce(shipped.quantity, 0)`;
    const payments = await sql<{ id: string; paid: number }[]>`
      SELECT claim.id, count(reimbursement.claim_id)::int AS paid
      FROM claim LEFT JOIN reimbursement ON reimbursement.claim_id = claim.id
      GROUP BY claim.id, claim.state
      HAVING count(reimbursement.claim_id) <> CASE claim.state WHEN 'reimbursed' THEN 1 ELSE 0 END`;
    return [
      ...rows.map(
        ({ id, line, claimed, shipped }) =>
          `Order ${id}, line ${line}: ${claimed} units are claimed of ${shipped} that have left`,
      ),
      ...payments.map(({ id, paid }) => `Claim ${id} was paid ${paid} times`),
    ];
  },
};
