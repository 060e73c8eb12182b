import { isLate } from '../../../domain/returns/confirm-withdrawal.ts';
import { type ClosureReason, closureReasons, withdrawalExemptions } from '../../../domain/returns/reasons.ts';
import type { Withdrawal } from '../../../domain/returns/return.ts';

/** Reasons that the seller may close with: a withdrawal ends only as late, when it was, or as exempt, once confirmed. */
export const allowedClosures = (withdrawal: Withdrawal | null): readonly ClosureReason[] =>
  withdrawal === null
    ? closureReasons
    : closureReasons.filter(
        (reason) =>
          withdrawal.confirmedAt !== null &&
          (withdrawalExemptions.has(reason) ||
            (reason === 'return_window_expired' && isLate(withdrawal.statedAt, withdrawal.windowEndsAt))),
      );
