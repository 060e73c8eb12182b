import type { Intake, Receipt } from '../../../../queues/intake/submission.ts';
import { hashContent } from '../../../api/work/idempotency-key.ts';
import type { JobWaiter } from '../../../api/work/job-waiter.ts';
import type { Instant } from '../../../domain/calendar/instant.ts';
import { newId } from '../../../platform/ids.ts';
import type { ActOutcome } from '../../returns/ports.ts';
import { linkScope } from '../../returns/real/submit-act.ts';
import type { MessageSubmission } from '../ports.ts';

export interface Submitting {
  readonly intake: Intake;
  readonly waiter: JobWaiter;
  readonly waitMs: number;
}

/** Makes the job of a link, once for however many equal clicks, and waits for its end. */
export const submitAct = async (
  { intake, waiter, waitMs }: Submitting,
  submission: MessageSubmission,
  now: Instant,
): Promise<ActOutcome> => {
  const { sellerId, gone } = submission;
  const receipt = await submit(intake, submission, now);
  if (receipt.kind === 'key_reused' || receipt.kind === 'conflict') return { kind: 'used_before' };
  const job = await waiter.wait({ sellerId, jobId: receipt.jobId }, waitMs, gone);
  switch (job?.state) {
    case 'done':
      return { kind: 'done' };
    case 'rejected':
      return { kind: 'rejected', ...(job.error ?? { code: 'refused', detail: '' }) };
    case 'failed':
    case 'cancelled':
      return { kind: 'failed' };
    default:
      return { kind: 'pending' };
  }
};

const submit = (
  intake: Intake,
  { sellerId, conversation, linkKey, act }: MessageSubmission,
  now: Instant,
): Promise<Receipt> => {
  const { threadId, channel, channelOrderId, buyer } = conversation.thread;
  const about = {
    sellerId,
    queue: 'messages',
    refs: { channel, ...(channelOrderId === null ? {} : { order: channelOrderId }) },
    priority: 'interactive',
    // Without times and new ids, so that equal clicks are equal.
    callerKey: { scope: linkScope, key: linkKey, hash: hashContent(act) },
  } as const;
  const onMessage = { threadId, messageId: conversation.message.message.id, link: linkKey };
  switch (act.name) {
    case 'reply':
      return intake.submit<'messages', 'reply'>({
        ...about,
        name: act.name,
        payload: { ...onMessage, replyId: newId(), at: now, reply: act.reply },
      });
    case 'no-response-needed':
      return intake.submit<'messages', 'no-response-needed'>({
        ...about,
        name: act.name,
        payload: onMessage,
      });
    case 'record':
      return intake.submit<'messages', 'record'>({
        ...about,
        name: act.name,
        payload: {
          messageId: newId(),
          thread: { channel, channelOrderId, buyer, buyerEmail: null },
          message: {
            direction: 'inbound',
            source: 'buyer_page',
            sentAt: now,
            subject: null,
            body: act.body,
            externalId: null,
            intent: null,
            noResponseNeeded: false,
            automatic: false,
            historical: false,
          },
          link: linkKey,
        },
      });
    default:
      return act satisfies never;
  }
};
