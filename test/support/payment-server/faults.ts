import { createHash } from 'node:crypto';

/** What can go wrong with a refund that is asked for. */
export type CallFault =
  /** Books at once, and answers after the caller's time limit. */
  | 'answers_late'
  /** Books and answers after it: until then the books do not have it, and a repetition is told 409. */
  | 'books_late'
  | 'drop_before_booking'
  | 'drop_after_booking'
  /** 500 before the call is executed: the key is as good as new. */
  | 'error_before_booking'
  /** 500 after booking, kept as the key's answer. */
  | 'error_after_booking'
  /** 500 without booking, kept as the key's answer: this key will never do. */
  | 'error_for_good'
  | 'too_many'
  /** Books as pending, and settles later. */
  | 'pending'
  /** Books as pending, and fails later. */
  | 'pending_fails'
  /** Succeeds, and fails later. */
  | 'fails_later';

/** What can go wrong with a look into the books. */
export type LookFault = 'late' | 'drop' | 'error' | 'too_many';

/** What can go wrong with a webhook: it comes twice, or after later ones. */
export type WebhookFault = 'duplicate' | 'delayed';

/** Shares of all calls, looks and webhooks that go wrong, each from 0 to 1. */
export interface Plan {
  readonly seed: number;
  readonly calls?: Partial<Record<CallFault, number>>;
  readonly looks?: Partial<Record<LookFault, number>>;
  readonly webhooks?: Partial<Record<WebhookFault, number>>;
}

/** A number from 0 up to 1, the same for the same name, whatever runs at the same time. */
const chance = (seed: number, name: string): number =>
  createHash('sha256').update(`${seed}:${name}`).digest().readUInt32BE(0) / 2 ** 32;

/** The fault of the thing so named, or null: faults lie side by side on the way from 0 to 1. */
export const pick = <Fault extends string>(
  seed: number,
  shares: Partial<Record<Fault, number>> | undefined,
  name: string,
): Fault | null => {
  let left = chance(seed, name);
  for (const [fault, share] of Object.entries(shares ?? {}) as [Fault, number][]) {
    if (left < share) return fault;
    left -= share;
  }
  return null;
};
