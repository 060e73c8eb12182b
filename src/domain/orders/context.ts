import type { Instant } from '../calendar/instant.ts';
import type { DeliveryPolicy } from '../delivery/policy.ts';
import type { Language } from '../languages.ts';
import type { Outcome } from '../outcome.ts';
import type { OrderEvent } from './events.ts';

/** What a decision may know beside the order and the command: no clock, no environment. */
export interface DecisionContext {
  readonly policy: DeliveryPolicy;
  readonly policyVersion: number;
  readonly now: Instant;
  /** The channel's; the buyer's own wins. */
  readonly defaultLanguage: Language;
}

/** What happened because of a command: nothing, when it told nothing new. Or the rule's refusal. */
export type Decision = Outcome<readonly OrderEvent[]>;
