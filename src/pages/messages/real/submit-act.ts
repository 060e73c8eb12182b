import type { Intake, Receipt } from '../../../../queues/intake/submission.ts';
import { messageRefs } from '../../../../queues/message-refs.ts';
import { hashContent } from '../../../api/accept/idempotency-key.ts';
import type { Instant } from '../../../domain/calendar/instant.ts';
import { newId } from '../../../platform/ids.ts';
import { type ActOutcome, awaitAct, linkScope, type Submitting } from '../../links/act-once.ts';
import type { MessageSubmission } from '../ports.ts';

/** Makes the job of a link, once for however many equal clicks, and waits for its end. */
export const submitAct = async (
  acting: Submitting,
  submission: MessageSubmission,
  now: Instant,
): Promise<ActOutcome> => {
  const receipt = await submit(acting.intake, submission, now);
  return awaitAct(receipt, submission, acting);
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
    refs: messageRefs(conversation.thread),
    priority: 'interactive',
    subjectId: threadId,
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
          thread: { channel, channelOrderId, buyer },
          message: {
            direction: 'inbound',
            source: 'buyer_page',
            sentAt: now,
            subject: null,
            body: act.body,
            externalId: null,
            buyerEmail: null,
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
