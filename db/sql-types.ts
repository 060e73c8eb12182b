import type postgres from 'postgres';
import type { Instant } from '../src/domain/calendar/instant.ts';

/** What the driver makes of PostgreSQL's types beyond its defaults. */
export type CustomTypes = { bigint: number; instant: Instant; localDate: string };

export type Sql = postgres.Sql<CustomTypes>;
