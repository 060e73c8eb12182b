import { addDays, type Instant } from '../calendar/instant.ts';
import { accept } from '../outcome.ts';
import { type Claim, type ClaimDeadlineKind, type ClaimNotice, claimNotices, isUnclaimed } from './claim.ts';
import type { ClaimContext, ClaimDecision, ClaimsOfOrder, MeetClaimDeadline } from './commands.ts';

export interface ClaimDeadline {
  readonly kind: ClaimDeadlineKind;
  readonly at: Instant;
}

/** Days of 24 hours before a claim closes. A claim that closes within the first of them is said to close soon. */
export const daysBeforeClosing: Record<ClaimNotice, number> = { closing_soon: 14, closing_very_soon: 2 };

/** A reminder of a time before the claim was made would tell what the mail about the claim itself says. */
const remindersOf = ({ closesAt, steps }: Claim): ClaimDeadline[] =>
  claimNotices.flatMap((kind) => {
    const at = addDays(closesAt, -daysBeforeClosing[kind]);
    const madeAt = steps[0]?.at ?? closesAt;
    return at <= madeAt || steps.some(({ type }) => type === kind) ? [] : [{ kind, at }];
  });

/** The wake-ups that a claim has in this state: persistence writes the difference. */
export const deadlinesOf = (claim: Claim): readonly ClaimDeadline[] =>
  isUnclaimed(claim) ? [...remindersOf(claim), { kind: 'closing', at: claim.closesAt }] : [];

/** When a deadline of this kind is due; null: not any more. */
export const claimDeadlineAt = (claim: Claim, kind: ClaimDeadlineKind): Instant | null =>
  deadlinesOf(claim).find((deadline) => deadline.kind === kind)?.at ?? null;

/** Each once, and only while nobody has asked for the money; a later deadline makes an earlier reminder pointless. */
export const decideMeetDeadline = (
  claims: ClaimsOfOrder,
  { claimId, kind }: MeetClaimDeadline,
  { now }: ClaimContext,
): ClaimDecision => {
  const claim = claims.find(({ id }) => id === claimId);
  const due = claim === undefined ? [] : deadlinesOf(claim).filter(({ at }) => at <= now);
  // In the order in which they come.
  if (due.at(-1)?.kind !== kind) return accept([]);
  return accept([{ type: kind === 'closing' ? 'expired' : kind, claimId, actor: 'system', at: now }]);
};
