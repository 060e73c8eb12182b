import type { BuyerTexts } from './buyer-texts.ts';

export const en: BuyerTexts = {
  subject: ({ orderNumber }) =>
    orderNumber === null ? 'Answer to your message' : `Answer about your order ${orderNumber}`,
  opening: ({ orderNumber, channel }) =>
    orderNumber === null
      ? `The shop has answered your message (${channel}):`
      : `The shop has answered you about your order ${orderNumber} (${channel}):`,
  yourMessage: 'Your message:',
  answerHere: 'To answer, use the link below: a reply to this e-mail would not reach the shop.',
  answerElsewhere:
    'To answer, contact the shop where you wrote to it: a reply to this e-mail would not reach it.',
};
