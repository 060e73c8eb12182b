import type { Conversation } from '../conversation.ts';
import type { SellerTexts } from './seller-texts.ts';

const topic = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null ? `Prima di un ordine (${channel})` : `Ordine ${orderNumber}`;

const sender = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null
    ? `Un acquirente che non ha ancora ordinato (${channel})`
    : `L’acquirente dell’ordine ${orderNumber} (${channel})`;

export const it: SellerTexts = {
  warned: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: un messaggio attende la Sua risposta`,
    opening: `${sender(conversation)} attende la Sua risposta a un messaggio. La preghiamo di rispondere entro ${answerBy}.`,
    next: [],
  }),
  breached: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: messaggio senza risposta, termine superato`,
    opening: `${sender(conversation)} non ha ricevuto risposta a un messaggio: il termine è scaduto ${answerBy}.`,
    next: [
      'La preghiamo di rispondere al più presto: per l’acquirente è comunque utile, anche se la risposta conta ormai come tardiva.',
    ],
  }),
  internalOverdue: (conversation, ownEnd, answerBy) => ({
    subject: `${topic(conversation)}: il Suo termine interno è scaduto`,
    opening: `${sender(conversation)} attende ancora la Sua risposta a un messaggio. Il termine che Lei si è dato è scaduto ${ownEnd}. Quello del canale scade ${answerBy}.`,
    next: [],
  }),
  written: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: nuovo messaggio dell’acquirente`,
    opening: `${sender(conversation)} Le ha scritto. La preghiamo di rispondere entro ${answerBy}.`,
    next: [],
  }),
  undelivered: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: la Sua risposta non è stata recapitata`,
    opening: `${sender(conversation)} non ha ricevuto la Sua risposta: non è stato possibile recapitare l’e-mail.${answerBy === null ? '' : ` La risposta quindi non conta e il termine decorre di nuovo. Fine del termine: ${answerBy}.`}`,
    next: [`Se possibile, risponda piuttosto dalla messaggistica del canale (${conversation.channel}).`],
  }),
  earlier: (count) =>
    count === 1
      ? 'Un messaggio precedente non è riportato qui.'
      : `${count} messaggi precedenti non sono riportati qui.`,
  heading: {
    buyer: (sentAt) => `Messaggio dell’acquirente, ${sentAt}:`,
    seller: (sentAt) => `Il Suo messaggio, ${sentAt}:`,
  },
  actHere: 'Dal link qui sotto può rispondere oppure indicare che non serve alcuna risposta.',
  tryAgainHere: 'Dal link qui sotto può riprovare oppure indicare che non serve alcuna risposta.',
  actElsewhere: (channel) =>
    `Può rispondere dal Suo sistema, collegato all’API di Navette, oppure dal Suo account venditore (${channel}).`,
  replyLabel: 'Rispondi all’acquirente',
};
