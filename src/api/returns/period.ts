import { z } from 'zod';
import type { Database } from '../../../db/client.ts';
import { findCentreZone } from '../../../db/repositories/settings/read-centre-zones.ts';
import { instant, localDate } from '../../../queues/schemas/values.ts';
import { dayFromDate } from '../../domain/calendar/day.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { startOfDay } from '../../domain/calendar/wall-clock.ts';

/** Of this century, as instants are. */
const date = localDate.refine((given) => given >= '2000' && given < '2100');

/** An instant, or the day that begins then. */
export const instantOrDate = z.union([instant, date], {
  error: 'Not an RFC 3339 time with an offset, such as 2026-05-07T14:00:00+02:00, nor a date',
});

const isDate = (given: string): boolean => !given.includes('T');

/** The first instant of a period's end, written either way. Days are those of the seller's first centre. */
export const toInstants = async <K extends string>(
  database: Database,
  sellerId: string,
  period: Readonly<Record<K, string | null>>,
): Promise<Record<K, Instant | null>> => {
  const ends = Object.entries(period) as [K, string | null][];
  const zone = ends.some(([, given]) => given !== null && isDate(given))
    ? await findCentreZone(database, sellerId)
    : 'UTC';
  return Object.fromEntries(
    ends.map(([name, given]) => [name, given === null ? null : toInstantIn(zone, given)]),
  ) as Record<K, Instant | null>;
};

const toInstantIn = (zone: string, given: string): Instant => {
  const day = isDate(given) ? dayFromDate(given) : null;
  return day === null ? given : new Date(startOfDay(day, zone)).toISOString();
};
