import type { BuyerTexts } from './buyer-texts.ts';

export const de: BuyerTexts = {
  subject: ({ orderNumber }) =>
    orderNumber === null ? 'Antwort auf Ihre Nachricht' : `Antwort zu Ihrer Bestellung ${orderNumber}`,
  opening: ({ orderNumber, channel }) =>
    orderNumber === null
      ? `Der Shop antwortet auf Ihre Nachricht (${channel}):`
      : `Der Shop antwortet Ihnen zu Ihrer Bestellung ${orderNumber} (${channel}):`,
  yourMessage: 'Ihre Nachricht:',
  answerHere:
    'Wenn Sie antworten möchten, nutzen Sie bitte den Link unten: Eine Antwort auf diese E-Mail würde den Shop nicht erreichen.',
  answerElsewhere:
    'Wenn Sie antworten möchten, wenden Sie sich dort an den Shop, wo Sie ihm geschrieben haben: Eine Antwort auf diese E-Mail würde ihn nicht erreichen.',
};
