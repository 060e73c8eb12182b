import type { DigestTexts } from './digest-texts.ts';

export const en: DigestTexts = {
  subject: (day, channel) => `Summary of ${day} (${channel})`,
  opening: (channel) => `This is waiting for your answer or your attention in the channel ${channel}.`,
  messagesHeading: 'Messages waiting for an answer',
  returnsHeading: 'Return requests waiting for an answer',
  ordersHeading: 'Orders to look at',
  order: (orderNumber) => `Order ${orderNumber}`,
  beforeOrder: 'Before an order',
  overdue: 'overdue',
  answerBy: (moment) => `Answer by ${moment}`,
  more: (count) => `and ${count} more`,
  messageLabel: (which) => `Answer the message (${which})`,
  returnLabel: (which) => `Deal with the return request (${which})`,
  withoutNumber: 'before an order',
  actElsewhere: (channel) =>
    `Please answer in your own system, connected to Navette’s API, or in your seller account (${channel}).`,
  onceADay: 'You get this summary once a day, because the channel is set that way.',
};
