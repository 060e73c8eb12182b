import type { Conversation } from '../conversation.ts';
import type { SellerTexts } from './seller-texts.ts';

const topic = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null ? `Before an order (${channel})` : `Order ${orderNumber}`;

const sender = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null
    ? `A buyer who has not ordered yet (${channel})`
    : `The buyer of order ${orderNumber} (${channel})`;

export const en: SellerTexts = {
  warned: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: a message is waiting for your answer`,
    opening: `${sender(conversation)} is waiting for your answer to a message. Please answer by ${answerBy}.`,
    next: [],
  }),
  breached: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: message not answered, time has run out`,
    opening: `${sender(conversation)} has had no answer to a message: the time ran out on ${answerBy}.`,
    next: [
      'Please answer as soon as you can: it still helps the buyer, although the answer now counts as late.',
    ],
  }),
  internalOverdue: (conversation, ownEnd, answerBy) => ({
    subject: `${topic(conversation)}: your own time to answer has run out`,
    opening: `${sender(conversation)} is still waiting for your answer to a message. The time that you set yourself ran out on ${ownEnd}. The channel’s runs until ${answerBy}.`,
    next: [],
  }),
  written: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: new message from the buyer`,
    opening: `${sender(conversation)} has written to you. Please answer by ${answerBy}.`,
    next: [],
  }),
  undelivered: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: your answer could not be delivered`,
    opening: `${sender(conversation)} has not received your answer: the e-mail could not be delivered.${answerBy === null ? '' : ` So the answer does not count, and the time to answer runs again. Last moment to answer in time: ${answerBy}.`}`,
    next: [`If you can, please answer in the channel’s own messaging instead (${conversation.channel}).`],
  }),
  earlier: (count) =>
    count === 1 ? 'One earlier message is not shown here.' : `${count} earlier messages are not shown here.`,
  heading: {
    buyer: (sentAt) => `The buyer’s message, ${sentAt}:`,
    seller: (sentAt) => `Your message, ${sentAt}:`,
  },
  actHere: 'The link below lets you answer, or say that no answer is needed.',
  tryAgainHere: 'The link below lets you try again, or say that no answer is needed.',
  actElsewhere: (channel) =>
    `Please answer in your own system, connected to Navette’s API, or in your seller account (${channel}).`,
  replyLabel: 'Answer the buyer',
};
