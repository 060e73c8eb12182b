import type postgres from 'postgres';

/** Another id in the same millisecond, so that copies lie in an index as their like would. */
const otherId = (id: string): string => `overlay(${id} PLACING substr(md5(${id} || g), 1, 12) FROM 25)`;

/** The same in a payload: another order of another number, which is not refused as known. */
const otherOrder = `regexp_replace(
  replace(payload::text, coalesce(payload ->> 'orderId', '-'), coalesce(${otherId("(payload ->> 'orderId')")}, '-')),
  '("channelOrderId": ?"[^"]*)"', '\\1-' || g || '"')::json`;

/** How a copy's columns differ from its original's; the rest is the same. */
const changes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  orders: { id: `${otherId('id::text')}::uuid`, channel_order_id: "channel_order_id || '-' || g" },
  order_line: { order_id: `${otherId('order_id::text')}::uuid` },
  promise: { order_id: `${otherId('order_id::text')}::uuid` },
  natural_key: {
    key: "replace(key, '\"]', '-' || g || '\"]')",
    job_id: `${otherId('job_id::text')}::uuid`,
  },
  job: {
    id: `${otherId('id::text')}::uuid`,
    subject_id: `${otherId('subject_id::text')}::uuid`,
    unique_key: "unique_key || '-' || g",
    payload: otherOrder,
  },
};

/** Copies every row of a table `times` times, in one statement. `where` says which. */
export const multiply = async (
  sql: postgres.Sql,
  table: string,
  { times, where = 'true' }: { readonly times: number; readonly where?: string },
): Promise<void> => {
  const rows = await sql<{ name: string }[]>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_name = ${table} AND table_schema = 'public' AND is_generated = 'NEVER' ORDER BY ordinal_position`;
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => changes[table]?.[name] ?? `"${name}"`);
  await sql.begin(async (tx) => {
    // Copies of children refer to copies of their parents: a million look-ups would find just these.
    await tx`SET LOCAL session_replication_role = replica`;
    await tx.unsafe(
      `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')})
       SELECT ${values.join(', ')} FROM ${table}, generate_series(1, ${times}) AS g WHERE ${where}`,
    );
  });
};
