import type { Instant } from '../calendar/instant.ts';
import type { TrackingCode, TrackingEvent } from './order.ts';

/** Where a parcel stands after all its scans. */
export interface ParcelTracking {
  /** The newest scan's code; null: none yet. */
  readonly status: TrackingCode | null;
  readonly statusAt: Instant | null;
  /** The delivery in force: the first `delivered` since the parcel last moved; null: not with the buyer. */
  readonly deliveredAt: Instant | null;
}

/**
 * Whether a scan newer than `delivered` says that the parcel is not, or no longer, with the buyer.
 * `exception` and `damaged` are remarks about a parcel that has arrived; all others move it.
 */
const movesParcel: Record<TrackingCode, boolean> = {
  accepted: true,
  in_transit: true,
  out_for_delivery: true,
  delivered: false,
  exception: false,
  damaged: false,
  lost: true,
  returning: true,
  returned_to_sender: true,
};

/** For scans without id at one instant: the later in a parcel's life counts as the newer. */
const rank: Record<TrackingCode, number> = {
  accepted: 0,
  in_transit: 1,
  out_for_delivery: 2,
  exception: 3,
  damaged: 4,
  lost: 5,
  returning: 6,
  delivered: 7,
  returned_to_sender: 8,
};

/**
 * Folds a parcel's scans by event time, ties by event id (domain section 1). Scans come late, twice and out
 * of order, so it takes every scan known of the parcel, in any order, and remembers nothing: the same set
 * always gives the same answer, and an older scan never undoes `delivered`. A newer one does: what the
 * carrier says last is what we show.
 */
export function foldTracking(events: readonly TrackingEvent[]): ParcelTracking {
  let newest: TrackingEvent | null = null;
  let deliveredAt: Instant | null = null;
  for (const event of [...events].sort(byEventTime)) {
    newest = event;
    if (event.code === 'delivered') deliveredAt ??= event.occurredAt;
    else if (movesParcel[event.code]) deliveredAt = null;
  }
  return { status: newest?.code ?? null, statusAt: newest?.occurredAt ?? null, deliveredAt };
}

/** A total order over scans: duplicates fall side by side, where they change nothing. */
function byEventTime(a: TrackingEvent, b: TrackingEvent): number {
  return (
    compare(a.occurredAt, b.occurredAt) ||
    compare(a.eventId ?? '', b.eventId ?? '') ||
    rank[a.code] - rank[b.code]
  );
}

/** By code unit, as the database's "C" collation does; a locale would order ids differently by machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
