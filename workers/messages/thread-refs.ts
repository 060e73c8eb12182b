import type { LockedThread } from '../../db/repositories/messages/lock-threads.ts';
import type { JobRefs } from '../../db/schema/job.ts';

/** What an operator sees of work on a thread: no personal data, so no buyer. */
export const refsOf = ({
  channel,
  channelOrderId,
}: Pick<LockedThread, 'channel' | 'channelOrderId'>): JobRefs =>
  channelOrderId === null ? { channel } : { channel, order: channelOrderId };
