import type { Invariant } from './invariant.ts';

export const ordersOnce: Invariant = {
  name: 'orders exist once',
  meaning:
    'Every accepted order is there once, made by one job, with one first promise and no gap in the later ones.',
  breach: 'doubled',
  examine: async ({ sql, notebook }) => {
    const numbers = [...new Set(notebook.orders.map(({ number }) => number))];
    const rows = await sql<{ number: string; orders: number; places: number; first: number; gaps: number }[]>`
      WITH placed AS (
        SELECT refs ->> 'order' AS number, count(*)::int AS places FROM job
        WHERE queue = 'orders' AND name = 'place' AND state = 'done' GROUP BY 1
      ), promised AS (
        SELECT order_id, count(*) FILTER (WHERE sequence = 1)::int AS first, (max(sequence) - count(*))::int AS gaps
        FROM promise GROUP BY 1
      ), kept AS (
        SELECT channel_order_id AS number, count(*)::int AS orders, sum(first)::int AS first, sum(gaps)::int AS gaps
        FROM orders LEFT JOIN promised ON order_id = orders.id GROUP BY 1
      )
      SELECT noted.number, coalesce(orders, 0) AS orders, coalesce(places, 0) AS places,
        coalesce(first, 0) AS first, coalesce(gaps, 0) AS gaps
      FROM unnest(${numbers}::text[]) AS noted (number)
      LEFT JOIN kept USING (number) LEFT JOIN placed USING (number)`;
    return rows.flatMap(({ number, orders, places, first, gaps }) =>
      orders === 1 && places === 1 && first === 1 && gaps === 0
        ? []
        : [`Order ${number}: ${orders} orders by ${places} jobs, ${first} first promises, ${gaps} gaps`],
    );
  },
};

export const scansOnce: Invariant = {
  name: 'scans and parcels exist once',
  meaning:
    'Every accepted scan is kept once, every parcel is there once, and whatever was scanned as delivered is.',
  breach: 'doubled',
  examine: async ({ sql, notebook }) => {
    const { scans } = notebook;
    const rows = await sql<{ parcel: string; code: string; kept: number }[]>`
      WITH kept AS (
        SELECT tracking_number AS parcel, code, occurred_at AS at, count(*)::int AS kept
        FROM tracking_event GROUP BY 1, 2, 3
      )
      SELECT DISTINCT parcel, code, coalesce(kept, 0) AS kept
      FROM unnest(${scans.map(({ trackingNumber }) => trackingNumber)}::text[],
        ${scans.map(({ code }) => code)}::text[],
        ${scans.map(({ occurredAt }) => occurredAt)}::timestamptz[]) AS scan (parcel, code, at)
      LEFT JOIN kept USING (parcel, code, at)`;
    const parcels = await sql<{ number: string }[]>`
      SELECT tracking_number AS number FROM shipment GROUP BY seller_id, carrier, tracking_number HAVING count(*) > 1`;
    const late = await sql<{ number: string; state: string }[]>`
      SELECT shipment.tracking_number AS number, orders.state FROM shipment JOIN orders ON orders.id = order_id
      JOIN tracking_event AS scan ON scan.seller_id = shipment.seller_id AND scan.carrier = shipment.carrier
        AND scan.tracking_number = shipment.tracking_number AND scan.code = 'delivered'
      WHERE orders.state <> 'delivered'`;
    return [
      ...rows
        .filter(({ kept }) => kept !== 1)
        .map(({ parcel, code, kept }) => `Scan ${code} of ${parcel} is kept ${kept} times`),
      ...parcels.map(({ number }) => `Parcel ${number} is there more than once`),
      ...late.map(({ number, state }) => `Parcel ${number} was delivered, and its order is ${state}`),
    ];
  },
};
