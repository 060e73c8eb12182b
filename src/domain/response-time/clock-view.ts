import type { Instant } from '../calendar/instant.ts';
import { isLate } from '../response-clock.ts';
import { type ClockState, clockStateOf, type Message } from './message.ts';

/** What the API and the results of jobs tell of a message's clock. */
export interface ClockView {
  readonly state: ClockState;
  /** Open, and past `dueAt`. */
  readonly overdue: boolean;
  readonly startedAt: Instant;
  readonly warnAt: Instant | null;
  /** The last instant at which an answer is in time. */
  readonly dueAt: Instant;
  readonly answeredAt: Instant | null;
  /** Whole seconds, half up. */
  readonly responseSeconds: number | null;
  /** The last instant of the seller's own target in business hours. */
  readonly internalDueAt: Instant | null;
  readonly warnedAt: Instant | null;
  readonly breachedAt: Instant | null;
}

/** Null: the message has no clock, because the seller or a machine wrote it. */
export const clockView = (message: Message, now: Instant): ClockView | null => {
  const state = clockStateOf(message);
  if (message.clock === null || state === null) return null;
  const { startedAt, warnAt, dueAt, stoppedAt, internalDueAt, warnedAt, breachedAt } = message.clock;
  return {
    state,
    overdue: state === 'open' && isLate({ stoppedAt, dueAt }, now),
    startedAt,
    warnAt,
    dueAt,
    answeredAt: stoppedAt,
    responseSeconds:
      stoppedAt === null ? null : Math.round((Date.parse(stoppedAt) - Date.parse(startedAt)) / 1_000),
    internalDueAt,
    warnedAt,
    breachedAt,
  };
};
