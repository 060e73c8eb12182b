import { hash } from 'node:crypto';
import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { MessageDirection, ThreadName } from '../../src/domain/response-time/message.ts';

/** How a thing is named outside, as one text (DOMAIN: natural keys). Intake claims it; a rejection gives it back. */
export const orderKey = (order: { readonly channel: string; readonly channelOrderId: string }): string =>
  JSON.stringify([order.channel, order.channelOrderId]);

export const shipmentKey = (shipment: {
  readonly carrier: string;
  readonly trackingNumber: string;
}): string => JSON.stringify([shipment.carrier, shipment.trackingNumber]);

/**
 * A message is (channel, externalId); without an id it is what it says, and where and when, so that posted twice it
 * is one. A digest, because a buyer's name in it may be an address, and keys outlive what is erased.
 */
export const messageKey = (
  { channel, channelOrderId, buyer }: ThreadName,
  message: {
    readonly externalId: string | null;
    readonly direction: MessageDirection;
    readonly sentAt: Instant;
    readonly subject: string | null;
    readonly body: string;
  },
): string => {
  const { externalId, direction, sentAt, subject, body } = message;
  const name =
    externalId === null
      ? [channel, channelOrderId, buyer, direction, sentAt, subject, body]
      : [channel, externalId];
  return hash('sha256', JSON.stringify(name), 'base64url');
};
