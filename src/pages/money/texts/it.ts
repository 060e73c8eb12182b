import type { MoneyTexts } from './money-texts.ts';

export const it: MoneyTexts = {
  wholeOrder: 'Tutto l’ordine',
  decide: {
    title: 'Rispondere alla richiesta di annullamento',
    lead: 'L’acquirente vorrebbe annullare prima che il pacco parta.',
    request: 'La richiesta',
    requestedAt: 'Data della richiesta',
    toCancel: 'Da annullare',
    noReason: 'non indicato',
    partLeft:
      'Non tutto si può ancora annullare: una parte è partita o già annullata. Si può ancora annullare:',
    nothingLeft:
      'Non si può più annullare nulla: è partito o già annullato. Può ancora rifiutare la richiesta, perché l’acquirente lo sappia.',
    legend: 'Che cosa vuole fare?',
    accept: 'Accettare e annullare',
    acceptHint: 'Si assicuri che non parta più nulla. Quanto è stato pagato viene rimborsato da sé.',
    refuse: 'Rifiutare la richiesta',
    refuseHint: 'L’ordine prosegue e l’acquirente viene avvisato per e-mail.',
    button: 'Confermare',
  },
  ask: {
    title: 'Chiedere l’annullamento',
    lead: 'Decide il negozio, e Lei riceve la risposta per e-mail. Fino ad allora non è annullato nulla. Se il pacco parte prima, non si potrà più annullare.',
    notLeft: 'Che cosa non è ancora partito',
    partLeft: 'Una parte dell’ordine è già partita e non si può più annullare.',
    legend: 'Che cosa vuole annullare?',
    rest: 'Tutto ciò che non è ancora partito',
    some: 'Solo alcuni articoli',
    reason: 'Motivo',
    reasonHint: 'Al massimo 500 caratteri. Lo leggerà il negozio.',
    button: 'Inviare la richiesta',
  },
  claim: {
    titles: { lost: 'Indennizzo per un pacco smarrito', damaged: 'Indennizzo per articoli danneggiati' },
    leads: {
      lost: 'Il pacco non è stato consegnato né in tempo né nella settimana successiva. Può chiedere un indennizzo.',
      damaged:
        'Alcuni articoli sono stati danneggiati durante il trasporto. Può chiedere un indennizzo, con foto del danno.',
    },
    heading: 'La richiesta',
    carrier: 'Corriere',
    trackingNumber: 'Numero di spedizione',
    items: 'Articoli',
    amount: 'Importo',
    closesAt: 'Da presentare prima di',
    photosFirst: 'Aggiunga prima una foto del danno. Poi potrà presentare qui la richiesta.',
    choice: 'Sì, i dati sono giusti e presento questa richiesta',
    button: 'Presentare la richiesta',
  },
  photos: {
    heading: 'Foto del danno',
    none: 'Non ce n’è ancora nessuna.',
    photo: (number) => `Foto n.\u00a0${number}`,
    field: 'Aggiungere foto',
    hint: 'JPEG, PNG o WebP; al massimo 10\u00a0MB ciascuna e 10 in tutto. Il luogo dello scatto viene rimosso.',
    button: 'Aggiungere',
    full: 'Ci sono 10 foto: non se ne possono aggiungere altre.',
    notAdded: 'Non è stato possibile aggiungere:',
    faults: {
      missing: 'Scelga almeno una foto.',
      wrong_type: 'Non è una foto JPEG, PNG o WebP.',
      too_large: 'Supera 10\u00a0MB o 50 megapixel.',
      unreadable: 'Danneggiata o incompleta: non si può leggere.',
      full: 'Una richiesta ha al massimo 10 foto.',
      closed: 'La richiesta non accetta più foto.',
    },
    tooLarge: 'Le foto sono troppo grandi insieme. Torni indietro e ne invii meno alla volta.',
  },
  refund: {
    title: 'Rimborsare il reso',
    lead: 'Il denaro torna con il mezzo con cui è stato pagato, e l’acquirente viene avvisato per e-mail.',
    back: 'Che cosa è tornato',
    kept: 'Che cosa tiene l’acquirente',
    owed: 'Che cosa rimborsa',
    total: 'Totale da rimborsare',
    dueAt: 'In tempo fino a',
    overdueSince: 'L’acquirente attende ancora. Il termine per il rimborso era',
    external: (channel) =>
      `Questo ordine è stato pagato tramite ${channel}: il denaro si rimborsa lì, e il Suo sistema ne comunica l’esito.`,
    earlier: 'Rimborsi di questo reso finora',
    choice: (amount) => `Sì, rimborso ${amount} all’acquirente`,
    button: 'Rimborsare',
  },
  shown: {
    title: (amount) => `Rimborso di ${amount}`,
    sentences: {
      requested: 'Il negozio ha disposto questo rimborso. Sta per essere passato al fornitore di pagamento.',
      processing: 'Il fornitore di pagamento ha ricevuto questo rimborso e lo sta eseguendo.',
      succeeded:
        'Il denaro torna con il mezzo con cui ha pagato. Prima che lo veda, la Sua banca può impiegare alcuni giorni lavorativi.',
      declined:
        'Il fornitore di pagamento non ha eseguito questo rimborso: Lei non ha ricevuto il denaro. Il negozio è stato avvisato; per qualsiasi domanda lo contatti.',
      unknown:
        'Il fornitore di pagamento non ha ancora detto com’è finito questo rimborso. È in corso una verifica e Lei non deve fare nulla.',
      failed:
        'Il fornitore di pagamento ha ripreso questo rimborso: Lei non ha il denaro. Il negozio è stato avvisato; per qualsiasi domanda lo contatti.',
    },
    heading: 'Che cosa viene rimborsato',
    receipt: 'Scaricare la ricevuta (PDF)',
  },
  done: {
    cancel: {
      title: 'Richiesta accettata',
      sentence: 'L’annullamento è fatto e l’acquirente viene avvisato per e-mail.',
    },
    'refuse-request': {
      title: 'Richiesta rifiutata',
      sentence: 'L’ordine prosegue e l’acquirente viene avvisato per e-mail.',
    },
    request: {
      title: 'Richiesta inviata',
      sentence: 'Il negozio è stato avvisato e decide. Riceverà la risposta per e-mail.',
    },
    submit: {
      title: 'Richiesta presentata',
      sentence:
        'Le prove per il corriere sono pronte in PDF nell’API di Navette. Vi registri la decisione quando la conoscerà.',
    },
    'settle-return': {
      title: 'Rimborso disposto',
      sentence: 'L’acquirente viene avvisato per e-mail non appena il denaro è in viaggio.',
    },
  },
  over: {
    accepted: { title: 'Questa richiesta è già accettata', sentence: 'Non c’è più nulla da decidere.' },
    refused: { title: 'Questa richiesta è già rifiutata', sentence: 'Non c’è più nulla da decidere.' },
    lapsed: {
      title: 'Questa richiesta è decaduta',
      sentence:
        'Ciò che riguardava è partito o è stato annullato in altro modo. Non c’è più nulla da decidere.',
    },
    pending: {
      title: 'Il pagamento non è ancora confermato',
      sentence: 'Solo dopo si può annullare l’ordine. Torni qui un po’ più tardi.',
    },
    calledOff: { title: 'Questo ordine è già annullato', sentence: 'Non deve fare altro.' },
    shipped: {
      title: 'Questo ordine è già partito',
      sentence:
        'Non si può più annullare. Se la legge Le dà il diritto di recesso, può esercitarlo qui, anche prima che il pacco arrivi. Altrimenti potrà chiedere un reso quando lo avrà ricevuto.',
    },
    requestOpen: {
      title: 'Il negozio ha la Sua richiesta',
      sentence: 'Non ha ancora risposto: non serve farla di nuovo.',
    },
    claimSubmitted: {
      title: 'Questa richiesta è già presentata',
      sentence: 'Registri la decisione tramite l’API di Navette quando la conoscerà.',
    },
    claimDecided: {
      title: 'Su questa richiesta si è già deciso',
      sentence: 'Non c’è più nulla da presentare.',
    },
    claimExpired: {
      title: 'Il termine di questa richiesta è scaduto',
      sentence: 'Non si può più presentare.',
    },
    claimWithdrawn: {
      title: 'Questa richiesta è stata ritirata',
      sentence: 'Il pacco è ricomparso: non c’è uno smarrimento da indennizzare.',
    },
    parcelDelivered: {
      title: 'Il pacco è stato consegnato',
      sentence: 'Non si può più dichiarare smarrito.',
    },
    parcelReturning: {
      title: 'Il pacco sta tornando',
      sentence: 'È in viaggio verso il mittente o è già da lui: non si può dichiarare smarrito.',
    },
    refunded: { title: 'Questo reso è già rimborsato', sentence: 'Non è dovuto altro.' },
    refundUnderWay: { title: 'Il rimborso è già in corso', sentence: 'Per questo reso non è dovuto altro.' },
    notBack: {
      title: 'Non è ancora tornato nulla',
      sentence: 'Potrà rimborsare qui quando sarà registrata la ricezione degli articoli.',
    },
    nothingOwed: {
      title: 'Per questo reso non è dovuto nulla',
      sentence: 'Non c’è più nulla da rimborsare.',
    },
  },
  requestStates: {
    requested: 'ancora senza risposta',
    accepted: 'accettata',
    refused: 'rifiutata',
    lapsed: 'decaduta',
  },
  claimStates: {
    eligible: 'si può presentare',
    opened: 'si può presentare',
    submitted: 'presentata',
    approved: 'accolta',
    reimbursed: 'pagata',
    denied: 'respinta',
    expired: 'non presentata in tempo',
    withdrawn: 'ritirata',
  },
  facts: {
    submittedAt: 'Data di presentazione',
    decidedAt: 'Data della decisione',
    approved: 'Concesso',
    reimbursed: 'Pagato',
    refund: 'Rimborso',
    noRefund: 'nulla da rimborsare',
  },
  refusals: {
    amountChanged: 'Nel frattempo l’importo è cambiato. Lo guardi di nuovo prima di confermare.',
    itemsGone: 'Questi articoli non si possono più annullare tutti.',
    photosMissing: 'Serve almeno una foto del danno.',
    paymentUnknown: 'L’ordine non indica il suo pagamento presso il fornitore: da qui non si può rimborsare.',
    other: 'Non è più possibile.',
  },
  tooLarge: 'Non è stato fatto nulla. Torni indietro e accorci il Suo testo.',
};
