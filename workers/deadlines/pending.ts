import { addHours, type Instant } from '../../src/domain/calendar/instant.ts';

/** An answer was accepted and is about to be recorded; that seldom takes longer. */
const pauseHours = 0.25 / 3_600;

/** When to look again whether somebody has answered. */
export const afterPending = (now: Instant): Instant => addHours(now, pauseHours);
