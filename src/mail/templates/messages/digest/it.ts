import type { DigestTexts } from './digest-texts.ts';

export const it: DigestTexts = {
  subject: (day, channel) => `Riepilogo di ${day} (${channel})`,
  opening: (channel) => `Ecco che cosa attende la Sua risposta o la Sua attenzione nel canale ${channel}.`,
  messagesHeading: 'Messaggi in attesa di risposta',
  returnsHeading: 'Richieste di reso in attesa di risposta',
  ordersHeading: 'Ordini da verificare',
  order: (orderNumber) => `Ordine ${orderNumber}`,
  beforeOrder: 'Prima di un ordine',
  overdue: 'termine scaduto',
  answerBy: (moment) => `Rispondere entro ${moment}`,
  more: (count) => `e ancora ${count}`,
  messageLabel: (which) => `Rispondi al messaggio (${which})`,
  returnLabel: (which) => `Gestisci la richiesta di reso (${which})`,
  withoutNumber: 'prima di un ordine',
  actElsewhere: (channel) =>
    `Può rispondere dal Suo sistema, collegato all’API di Navette, oppure dal Suo account venditore (${channel}).`,
  onceADay: 'Riceve questo riepilogo una volta al giorno, come impostato per questo canale.',
};
