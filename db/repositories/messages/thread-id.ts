import type { ThreadName } from '../../../src/domain/response-time/message.ts';
import { namedId } from '../../../src/platform/ids.ts';

/**
 * The id of a conversation follows from its name: whoever records its first message knows it beforehand, and work
 * on it can be found before it is done. A digest, since what is erased must not stay in an id.
 */
export const threadIdOf = (sellerId: string, { channel, channelOrderId, buyer }: ThreadName): string =>
  namedId(
    sellerId,
    JSON.stringify(channelOrderId === null ? ['buyer', channel, buyer] : ['order', channel, channelOrderId]),
  );
