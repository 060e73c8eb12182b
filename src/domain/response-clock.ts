import { addHours, type Instant } from './calendar/instant.ts';

/**
 * The time that somebody has to answer: return requests and messages, by the same rules. Wall-clock hours,
 * weekends and holidays included (003), frozen when the clock starts.
 */
export interface ResponseClock {
  readonly startedAt: Instant;
  /** Null: no warning comes before the breach. */
  readonly warnAt: Instant | null;
  /** The last instant at which an answer is in time: "24 hours or less" (003). */
  readonly dueAt: Instant;
  /** When it was answered, or stopped otherwise; an answer after `dueAt` stays late. */
  readonly stoppedAt: Instant | null;
  /** When each notice was raised: at most once in the life of a clock. */
  readonly warnedAt: Instant | null;
  readonly breachedAt: Instant | null;
}

export const clockNotices = ['response_warning', 'response_breach'] as const;
export type ClockNotice = (typeof clockNotices)[number];

export interface ClockPolicy {
  readonly targetHours: number;
  /** Not before the target: no warning. */
  readonly warningHours: number;
}

export const startClock = (
  startedAt: Instant,
  { targetHours, warningHours }: ClockPolicy,
): ResponseClock => ({
  startedAt,
  warnAt: warningHours < targetHours ? addHours(startedAt, warningHours) : null,
  dueAt: addHours(startedAt, targetHours),
  stoppedAt: null,
  warnedAt: null,
  breachedAt: null,
});

/** The first stop counts; later ones change nothing. */
export const stopClock = (clock: ResponseClock, at: Instant): ResponseClock =>
  clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock;

/** Answered after `dueAt`, or not answered and past it. */
export const isLate = (
  { stoppedAt, dueAt }: Pick<ResponseClock, 'stoppedAt' | 'dueAt'>,
  now: Instant,
): boolean => (stoppedAt ?? now) > dueAt;

/** The first instant at which nobody can answer in time any more. Instants are whole milliseconds. */
export const breachAt = ({ dueAt }: Pick<ResponseClock, 'dueAt'>): Instant =>
  new Date(Date.parse(dueAt) + 1).toISOString();

/** What a running clock still has to say, and when. A breach that was told of needs no warning any more. */
export const noticesOf = (
  clock: ResponseClock,
): readonly { readonly kind: ClockNotice; readonly at: Instant }[] => {
  if (clock.stoppedAt !== null || clock.breachedAt !== null) return [];
  const breach = { kind: 'response_breach', at: breachAt(clock) } as const;
  return clock.warnAt === null || clock.warnedAt !== null
    ? [breach]
    : [{ kind: 'response_warning', at: clock.warnAt }, breach];
};
