import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { OrderAlert } from '../../src/domain/orders/events.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import { messageIdFor } from '../../src/mail/addresses.ts';
import { renderAlert } from '../../src/mail/templates/alerts/render-alert.ts';
import { newId } from '../../src/platform/ids.ts';
import type { ChannelVoice } from '../channel-voice.ts';
import { type Mailing, stopAlertsHeaders } from '../mailing.ts';

export interface RaisedAlert {
  readonly sellerId: string;
  readonly order: Order;
  readonly alert: OrderAlert;
}

export interface AlertMailing {
  /** How this seller wants to hear of this channel. */
  readonly voice: ChannelVoice;
  /** Of the fulfilment centre. */
  readonly timeZone: string;
  readonly mailing: Mailing;
}

/** The mail about an alert to its seller; none where the channel has no address or wants none. */
export const toAlertMail = (
  { sellerId, order, alert }: RaisedAlert,
  { voice, timeZone, mailing }: AlertMailing,
): NewMail[] => {
  if (voice.sellerEmail === null || voice.alerts !== 'each') return [];
  const mail = renderAlert(alert, voice.language, {
    orderNumber: order.channelOrderId,
    channel: order.channel,
    timeZone,
  });
  return [
    {
      id: newId(),
      sellerId,
      messageId: messageIdFor(alert.kind, order.id, mailing.mailDomain),
      recipient: voice.sellerEmail,
      senderName: voice.senderName,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: stopAlertsHeaders(mailing, { sellerId, thingId: order.id }),
      refs: { channel: order.channel, order: order.channelOrderId },
    },
  ];
};
