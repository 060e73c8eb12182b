import type { BuyerTexts } from './buyer-texts.ts';

export const fr: BuyerTexts = {
  subject: ({ orderNumber }) =>
    orderNumber === null ? 'Réponse à votre message' : `Réponse au sujet de votre commande ${orderNumber}`,
  opening: ({ orderNumber, channel }) =>
    orderNumber === null
      ? `La boutique répond à votre message (${channel})\u00a0:`
      : `La boutique vous répond au sujet de votre commande ${orderNumber} (${channel})\u00a0:`,
  yourMessage: 'Votre message\u00a0:',
  answerHere:
    'Pour lui répondre, utilisez le lien ci-dessous\u00a0: une réponse à cet e-mail ne lui parviendrait pas.',
  answerElsewhere:
    'Pour lui répondre, contactez-la là où vous lui avez écrit\u00a0: une réponse à cet e-mail ne lui parviendrait pas.',
};
