import type { Intake, Receipt } from '../../../../queues/intake/submission.ts';
import { hashContent } from '../../../api/accept/idempotency-key.ts';
import type { Instant } from '../../../domain/calendar/instant.ts';
import { type ActOutcome, awaitAct, linkScope, type Submitting } from '../../links/act-once.ts';
import type { ActSubmission } from '../ports.ts';

/**
 * Makes the job of a link. The intake's keys are what makes a link act once: of two hundred equal clicks one
 * makes the job, the others wait for it; another form under the same key is told so.
 */
export const submitAct = async (
  acting: Submitting,
  submission: ActSubmission,
  now: Instant,
): Promise<ActOutcome> => {
  const receipt = await submit(acting.intake, submission, now);
  return awaitAct(receipt, submission, acting);
};

const submit = (
  intake: Intake,
  { sellerId, return: state, linkKey, act }: ActSubmission,
  now: Instant,
): Promise<Receipt> => {
  const about = {
    sellerId,
    queue: 'returns',
    refs: { channel: state.channel, order: state.channelOrderId },
    priority: 'interactive',
    subjectId: state.orderId,
    // Without the time, so that equal clicks are equal.
    callerKey: { scope: linkScope, key: linkKey, hash: hashContent(act) },
  } as const;
  const onReturn = { orderId: state.orderId, returnId: state.id, link: linkKey };
  switch (act.name) {
    case 'authorize':
      return intake.submit<'returns', 'authorize'>({
        ...about,
        name: act.name,
        payload: { ...onReturn, authorize: act.authorize },
      });
    case 'close':
      return intake.submit<'returns', 'close'>({
        ...about,
        name: act.name,
        payload: { ...onReturn, close: act.close },
      });
    case 'reply':
      return intake.submit<'returns', 'reply'>({
        ...about,
        name: act.name,
        payload: { ...onReturn, reply: act.reply },
      });
    case 'cancel':
      // When the buyer said so, however long the worker takes.
      return intake.submit<'returns', 'cancel'>({
        ...about,
        name: act.name,
        payload: { ...onReturn, note: { at: now, proof: null } },
      });
    case 'confirm-withdrawal':
      return intake.submit<'returns', 'confirm-withdrawal'>({
        ...about,
        name: act.name,
        payload: { ...onReturn, confirm: { at: now, lines: act.confirm.lines } },
      });
    default:
      return act satisfies never;
  }
};
