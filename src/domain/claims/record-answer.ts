import { accept, refuse } from '../outcome.ts';
import { refuseTime } from '../returns/times.ts';
import type { Claim } from './claim.ts';
import type { ClaimContext, ClaimDecision, ClaimsOfOrder, RecordAnswer } from './commands.ts';

/** What the carrier or the network answered, or paid. The same answer told twice says nothing new. */
export const decideRecordAnswer = (
  claims: ClaimsOfOrder,
  command: RecordAnswer,
  context: ClaimContext,
): ClaimDecision => {
  const claim = claims.find(({ id }) => id === command.claimId);
  if (claim === undefined) return refuse('unknown_claim', 'There is no such claim.');
  switch (claim.state) {
    case 'eligible':
    case 'opened':
    case 'expired':
    case 'withdrawn':
      return refuse('not_submitted', 'The claim was not submitted: nobody can have answered it.');
    case 'submitted':
      return answer(claim, command, context);
    case 'approved':
      if (command.outcome === 'reimbursed') return answer(claim, command, context);
      return repeats(claim, command);
    case 'reimbursed':
    case 'denied':
      return repeats(claim, command);
    default:
      return claim.state satisfies never;
  }
};

const answer = (claim: Claim, command: RecordAnswer, { now }: ClaimContext): ClaimDecision => {
  const fault = refuseTime(command.at, { now, since: claim.eligibleAt });
  if (fault !== null) return { ok: false, refusal: fault };
  const at = command.at ?? now;
  const happening = { claimId: claim.id, actor: 'seller', at: now } as const;
  if (command.outcome === 'denied') return accept([{ type: 'denied', ...happening, decidedAt: at }]);
  const amountMinor = command.amountMinor ?? claim.approvedMinor ?? claim.amountMinor;
  if (amountMinor > claim.amountMinor) {
    return refuse(
      'amount_above_claim',
      `${amountMinor} is more than what was claimed: ${claim.amountMinor}, in minor units of ${claim.currency}.`,
    );
  }
  return accept([
    command.outcome === 'approved'
      ? { type: 'approved', ...happening, decidedAt: at, amountMinor }
      : { type: 'reimbursed', ...happening, paidAt: at, amountMinor },
  ]);
};

const amountOf = ({ state, approvedMinor, reimbursedMinor }: Claim): number | null =>
  state === 'reimbursed' ? reimbursedMinor : approvedMinor;

const repeats = (claim: Claim, { outcome, amountMinor }: RecordAnswer): ClaimDecision => {
  const isSame = claim.state === outcome && (amountMinor === null || amountMinor === amountOf(claim));
  return isSame || (claim.state === 'denied' && outcome === 'denied')
    ? accept([])
    : refuse('claim_decided', `The claim was decided already: ${claim.state}.`);
};
