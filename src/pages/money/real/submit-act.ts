import type { Intake, Receipt } from '../../../../queues/intake/submission.ts';
import { hashContent } from '../../../api/accept/idempotency-key.ts';
import type { Instant } from '../../../domain/calendar/instant.ts';
import { causeOf } from '../../../domain/refunds/owed-of-return.ts';
import { newId } from '../../../platform/ids.ts';
import { type ActOutcome, awaitAct, linkScope, type Submitting } from '../../links/act-once.ts';
import type { MatterOf, MoneySubmission } from '../ports.ts';

/** Makes the job of a link, once for however many equal clicks, and waits for its end. */
export const submitAct = async (
  acting: Submitting,
  submission: MoneySubmission,
  now: Instant,
): Promise<ActOutcome> => {
  const receipt = await submit(acting.intake, submission, now);
  return awaitAct(receipt, submission, acting);
};

const submit = (intake: Intake, submission: MoneySubmission, now: Instant): Promise<Receipt> => {
  const { sellerId, matter, linkKey, act } = submission;
  const { id: orderId, channel, channelOrderId } = matter.order;
  const about = {
    sellerId,
    refs: { channel, order: channelOrderId },
    priority: 'interactive',
    subjectId: orderId,
    // Without times and new ids, so that equal clicks are equal.
    callerKey: { scope: linkScope, key: linkKey, hash: hashContent(act) },
  } as const;
  const byLink = { orderId, link: linkKey };
  switch (act.name) {
    case 'cancel': {
      const { request } = only(submission, 'decide_cancellation');
      return intake.submit<'cancellations', 'cancel'>({
        ...about,
        queue: 'cancellations',
        name: act.name,
        payload: {
          ...byLink,
          refundId: newId(),
          cancel: { source: 'buyer_request', requestId: request.id, reason: null, lines: null },
        },
      });
    }
    case 'refuse-request':
      return intake.submit<'cancellations', 'refuse-request'>({
        ...about,
        queue: 'cancellations',
        name: act.name,
        payload: {
          ...byLink,
          requestId: only(submission, 'decide_cancellation').request.id,
          refusal: { message: act.message },
        },
      });
    case 'request':
      return intake.submit<'cancellations', 'request'>({
        ...about,
        queue: 'cancellations',
        name: act.name,
        payload: {
          ...byLink,
          requestId: newId(),
          request: { requestedAt: now, reason: act.reason, lines: act.lines && [...act.lines] },
        },
      });
    case 'submit':
      return intake.submit<'claims', 'submit'>({
        ...about,
        queue: 'claims',
        name: act.name,
        payload: { ...byLink, claimId: only(submission, 'file_claim').claim.id },
      });
    case 'settle-return': {
      const { return: state } = only(submission, 'refund_return');
      return intake.submit<'refunds', 'settle-return'>({
        ...about,
        queue: 'refunds',
        name: act.name,
        payload: {
          ...byLink,
          returnId: state.id,
          cause: causeOf(state),
          by: 'seller',
          expectedMinor: act.amountMinor,
        },
      });
    }
    default:
      return act satisfies never;
  }
};

/** The matter that an act belongs to; another one is a mistake in this program. */
const only = <Action extends MoneySubmission['matter']['action']>(
  { matter, act }: MoneySubmission,
  action: Action,
): MatterOf<Action> => {
  if (matter.action !== action) throw new Error(`${act.name} is not done by a link to ${matter.action}`);
  return matter as MatterOf<Action>;
};
