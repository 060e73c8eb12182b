import { sql } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';

/** The application: sees only rows of the sellers named in `app.sellers` of its transaction. */
export const appRole = pgRole('navette_app').existing();

/** Dispatcher, sweeper, board, key look-up: all sellers, but no column that holds personal data. */
export const systemRole = pgRole('navette_system').existing();

/** The wall between sellers. The sub-select makes PostgreSQL ask once per query, not once per row. */
export const sellerPolicy = (table: string) =>
  pgPolicy(`${table}_seller`, {
    to: appRole,
    using: sql`seller_id = ANY ((SELECT app.sellers())::uuid[])`,
    withCheck: sql`seller_id = ANY ((SELECT app.sellers())::uuid[])`,
  });

/** What the system role may see of a table is decided by column grants (migrations), not by rows. */
export const systemPolicy = (table: string) =>
  pgPolicy(`${table}_system`, { to: systemRole, using: sql`true`, withCheck: sql`true` });
