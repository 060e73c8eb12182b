import { addHours, type Instant } from '../calendar/instant.ts';
import type { Refusal } from '../outcome.ts';

/** A clock that runs this far ahead of ours is believed. */
const mostSkewHours = 5 / 60;

/** Why a time that somebody tells cannot be true; null: it can, or none was told. */
export const refuseTime = (
  at: Instant | null | undefined,
  { now, since }: { readonly now: Instant; readonly since: Instant },
): Refusal | null => {
  if (at === null || at === undefined) return null;
  if (at > addHours(now, mostSkewHours))
    return { code: 'time_in_future', detail: 'A time is still to come.' };
  return at < since ? { code: 'time_too_early', detail: `A time is before ${since}.` } : null;
};
