import type { MessageTexts } from './message-texts.ts';

export const it: MessageTexts = {
  noOrder: 'Senza ordine',
  timeZone: (zone) => `Fuso orario: ${zone}`,
  conversation: {
    heading: 'La conversazione',
    you: 'Lei',
    buyer: 'L’acquirente',
    shop: 'Il negozio',
    automatic: 'risposta automatica',
    undelivered: 'non consegnato: rifiutato dal server di posta dell’acquirente',
    asked: 'Il messaggio a cui risponde',
    earlier: (count) => (count === 1 ? 'Un messaggio precedente' : `${count} messaggi precedenti`),
    leftOut: (count) =>
      count === 1
        ? 'Un messaggio meno recente non è mostrato.'
        : `${count} messaggi meno recenti non sono mostrati.`,
  },
  reply: {
    title: 'Rispondere all’acquirente',
    inTime: 'Una risposta è in tempo fino a',
    late: (dueAt) =>
      `Il tempo per rispondere è scaduto ${dueAt}. L’acquirente attende ancora: risponda, anche se la risposta conterà come tardiva.`,
    answered: (at) => `Questo messaggio ha ricevuto risposta ${at}.`,
    excluded: 'Ha indicato che questo messaggio non richiede risposta.',
    stillWrite: 'Può ancora scrivere all’acquirente.',
    unreachable: (channel) =>
      `Di questo acquirente non è noto nessun indirizzo e-mail: da qui non può partire una risposta. Risponda nei messaggi del canale ${channel}.`,
    legend: 'Che cosa vuole fare?',
    send: 'Inviare una risposta',
    body: 'La Sua risposta',
    bodyHint: 'Al massimo 4.000 caratteri. Parte per e-mail e non mostra il Suo indirizzo.',
    leaveOut: 'Non contare questo messaggio nei Suoi tempi di risposta (facoltativo)',
    none: 'Non serve nessuna risposta',
    noneHint: 'Non viene inviato nulla e il messaggio non conta più nei Suoi tempi di risposta.',
    button: 'Confermare',
    unsent: 'Il Suo testo, che non è stato inviato',
  },
  write: {
    title: 'Scrivere al negozio',
    lead: 'Il Suo messaggio arriva al negozio, che Le risponderà per e-mail.',
    body: 'Il Suo messaggio',
    bodyHint: 'Al massimo 4.000 caratteri',
    choice: 'Sì, invio questo messaggio al negozio',
    button: 'Inviare il messaggio',
  },
  done: {
    reply: {
      title: 'Risposta inviata',
      sentence: 'La Sua risposta è registrata e in viaggio verso l’acquirente.',
    },
    'no-response-needed': {
      title: 'Non serve nessuna risposta',
      sentence: 'Ne è stato preso atto: all’acquirente non è stato inviato nulla.',
    },
    record: {
      title: 'Messaggio inviato',
      sentence: 'Il negozio ha il Suo messaggio e Le risponderà per e-mail.',
    },
    unknown: { title: 'Questo link è già stato usato', sentence: 'Vale una volta sola.' },
    notCounted: 'Il messaggio dell’acquirente non conta nei Suoi tempi di risposta.',
    undelivered: (channel) =>
      `Il server di posta dell’acquirente ha rifiutato questa risposta, che quindi non è arrivata. Risponda nei messaggi del canale ${channel}.`,
  },
  refusals: {
    unknownMessage: 'Questo messaggio non esiste più.',
    other: 'Questa azione non è possibile per questo messaggio.',
  },
  tooLarge:
    'Non è stato fatto nulla. Un messaggio può avere al massimo 4.000 caratteri: torni indietro e accorci il Suo.',
};
