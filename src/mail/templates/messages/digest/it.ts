import type { DigestTexts } from './digest-texts.ts';

export const it: DigestTexts = {
  subject: (day, channel) => `Riepilogo di ${day} (${channel})`,
  opening: (channel) => `Ecco che cosa attende la Sua risposta o la Sua attenzione nel canale ${channel}.`,
  messagesHeading: 'Messaggi in attesa di risposta',
  returnsHeading: 'Richieste di reso in attesa di risposta',
  refundsHeading: 'Rimborsi da verificare',
  claimsHeading: 'Indennizzi da chiedere o da seguire',
  ordersHeading: 'Ordini da verificare',
  order: (orderNumber) => `Ordine ${orderNumber}`,
  beforeOrder: 'Prima di un ordine',
  overdue: 'termine scaduto',
  answerBy: (moment) => `Rispondere entro ${moment}`,
  refundNotice: {
    refund_declined: 'Rimborso rifiutato dal fornitore di pagamento',
    refund_failed: 'Rimborso non andato a buon fine: l’acquirente non ha il denaro',
    refund_needs_person: 'Esito sconosciuto: verificare presso il fornitore prima di un nuovo rimborso',
    refund_due: 'Reso da rimborsare: il termine decorre o è scaduto',
  },
  claimNotice: {
    claim_eligible: 'Indennizzo possibile, da chiedere',
    claim_closing: 'Non ancora chiesto: il termine scade presto',
    claim_expired: 'Termine scaduto senza richiesta',
    claim_delivered: 'Consegnato dopo la richiesta: avvisare il corriere',
    claim_submitted: 'Chiesto automaticamente',
  },
  more: (count) => `e ancora ${count}`,
  messageLabel: (which) => `Rispondi al messaggio (${which})`,
  returnLabel: (which) => `Gestisci la richiesta di reso (${which})`,
  refundLabel: (which) => `Rimborsa il reso (${which})`,
  claimLabel: (which) => `Chiedi l’indennizzo (${which})`,
  withoutNumber: 'prima di un ordine',
  actElsewhere: (channel) =>
    `Può provvedere dal Suo sistema, collegato all’API di Navette, oppure dal Suo account venditore (${channel}).`,
  onceADay: 'Riceve questo riepilogo una volta al giorno, come impostato per questo canale.',
};
