import type { BuyerTexts } from './buyer-texts.ts';

/** With "tu", as the mails about returns. */
export const it: BuyerTexts = {
  subject: ({ orderNumber }) =>
    orderNumber === null ? 'Risposta al tuo messaggio' : `Risposta sul tuo ordine ${orderNumber}`,
  opening: ({ orderNumber, channel }) =>
    orderNumber === null
      ? `Il negozio risponde al tuo messaggio (${channel}):`
      : `Il negozio ti risponde a proposito del tuo ordine ${orderNumber} (${channel}):`,
  yourMessage: 'Il tuo messaggio:',
  answerHere:
    'Per rispondere, usa il link qui sotto: una risposta a questa e-mail non arriverebbe al negozio.',
  answerElsewhere:
    'Per rispondere, contatta il negozio là dove gli hai scritto: una risposta a questa e-mail non gli arriverebbe.',
};
