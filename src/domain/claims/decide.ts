import type { ClaimCommand, ClaimContext, ClaimDecision, ClaimsOfOrder } from './commands.ts';
import { decideMeetDeadline } from './deadlines.ts';
import { decideDetectDamaged, decideDetectLost } from './detect.ts';
import { decideOpen } from './open.ts';
import { decideReconsider } from './reconsider.ts';
import { decideRecordAnswer } from './record-answer.ts';
import { decideSubmit } from './submit.ts';

/**
 * What a command does to the claims of an order: events, none when it tells nothing new, or the rule's refusal.
 * Pure, and it never changes its input. docs/claims.md has the diagram.
 */
export const decide = (
  claims: ClaimsOfOrder,
  command: ClaimCommand,
  context: ClaimContext,
): ClaimDecision => {
  switch (command.type) {
    case 'detect_lost':
      return decideDetectLost(claims, command, context);
    case 'detect_damaged':
      return decideDetectDamaged(claims, command, context);
    case 'open':
      return decideOpen(claims, command, context);
    case 'submit':
      return decideSubmit(claims, command, context);
    case 'record_answer':
      return decideRecordAnswer(claims, command, context);
    case 'reconsider':
      return decideReconsider(claims, context);
    case 'meet_deadline':
      return decideMeetDeadline(claims, command, context);
    default:
      return command satisfies never;
  }
};
