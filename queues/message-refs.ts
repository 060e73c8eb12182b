import type { JobRefs } from '../db/schema/job.ts';

/** What an operator sees of work on a conversation: no personal data, so no buyer. */
export const messageRefs = ({
  channel,
  channelOrderId,
}: {
  readonly channel: string;
  readonly channelOrderId: string | null;
}): JobRefs => (channelOrderId === null ? { channel } : { channel, order: channelOrderId });
