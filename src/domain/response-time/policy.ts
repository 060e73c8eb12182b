import type { Instant } from '../calendar/instant.ts';
import { type ClockPolicy, startClock } from '../response-clock.ts';
import { type BusinessHours, businessDueAt } from './business-hours.ts';
import type { MessageClock } from './message.ts';

export interface ResponsePolicy extends ClockPolicy {
  readonly businessHours: BusinessHours | null;
}

/** The clock of a message that came at `sentAt`, by the policy of that moment: later changes never touch it. */
export const startMessageClock = (sentAt: Instant, policy: ResponsePolicy): MessageClock => ({
  ...startClock(sentAt, policy),
  internalDueAt: policy.businessHours === null ? null : businessDueAt(sentAt, policy.businessHours),
  internalOverdueAt: null,
});

/** What a channel has until its settings say otherwise (003: 24 hours; the warning is ours). */
export const defaultResponsePolicy: ResponsePolicy = {
  targetHours: 24,
  warningHours: 20,
  businessHours: null,
};
