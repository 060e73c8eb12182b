import type { SellerTexts } from './seller-texts.ts';

export const it: SellerTexts = {
  cancellation: {
    requested: ({ orderNumber, channel }, whole) => ({
      subject: `Ordine ${orderNumber}: richiesta di annullamento in attesa`,
      opening: whole
        ? `L’acquirente chiede di annullare l’ordine ${orderNumber} (${channel}).`
        : `L’acquirente chiede di annullare articoli dell’ordine ${orderNumber} (${channel}).`,
      next: [
        'La preghiamo di decidere prima che parta qualcosa: una volta confermata la spedizione, non se ne può più annullare nulla. Se accetta, quanto è stato pagato viene rimborsato.',
      ],
    }),
    heading: 'Articoli da annullare',
    reason: 'Motivo dell’acquirente:',
    actHere: 'Dal link qui sotto può accettare la richiesta oppure rifiutarla con un messaggio.',
    actLabel: 'Rispondi alla richiesta',
  },
  refund: {
    declined: ({ orderNumber, channel }, amount) => ({
      subject: `Ordine ${orderNumber}: rimborso di ${amount} rifiutato`,
      opening: `Il fornitore di pagamento ha rifiutato il rimborso di ${amount} per l’ordine ${orderNumber} (${channel}). L’acquirente non ha ricevuto il denaro.`,
      next: [
        'Guardi il motivo del rifiuto. L’importo si può rimborsare di nuovo quando la causa è risolta; se resta, concordi un altro modo con l’acquirente.',
      ],
    }),
    failed: ({ orderNumber, channel }, amount) => ({
      subject: `Ordine ${orderNumber}: rimborso di ${amount} non andato a buon fine`,
      opening: `Il fornitore di pagamento ha ritirato il rimborso di ${amount} per l’ordine ${orderNumber} (${channel}), che prima risultava riuscito. L’acquirente non ha il denaro.`,
      next: [
        'L’importo si può rimborsare di nuovo. Chieda prima la causa al fornitore e avvisi l’acquirente, a cui il rimborso era già stato annunciato.',
      ],
    }),
    needsPerson: ({ orderNumber, channel }, amount, why) => ({
      subject: `Ordine ${orderNumber}: rimborso di ${amount} da verificare`,
      opening: {
        unresolved: `Non si sa se il rimborso di ${amount} per l’ordine ${orderNumber} (${channel}) sia stato eseguito: il fornitore di pagamento non ha dato una risposta chiara e nemmeno le nuove verifiche lo hanno chiarito.`,
        contradicted: `Sul rimborso di ${amount} per l’ordine ${orderNumber} (${channel}) il fornitore di pagamento ora contraddice ciò che aveva dato per definitivo.`,
      }[why],
      next: [],
    }),
    codeLabel: 'Risposta del fornitore',
    detailLabel: 'Con le sue parole',
    refundLabel: 'Rimborso in Navette',
    paymentLabel: 'Pagamento presso il fornitore',
    stepsHeading: 'Che cosa fare',
    steps: (path) => [
      'Verifichi nei conti del fornitore se il denaro è andato all’acquirente.',
      `Comunichi l’esito a Navette tramite la sua API: ${path}.`,
      'Prima di allora non rimborsi di nuovo questo importo: l’acquirente potrebbe essere pagato due volte.',
    ],
    due: ({ orderNumber, channel }, notice, dueAt) => ({
      subject: `Ordine ${orderNumber}: ${notice === 'warning' ? 'rimborso in scadenza' : 'rimborso in ritardo'}`,
      opening:
        notice === 'warning'
          ? `L’acquirente dell’ordine ${orderNumber} (${channel}) ha rispedito degli articoli e attende il denaro. La preghiamo di rimborsarlo entro ${dueAt}.`
          : `L’acquirente dell’ordine ${orderNumber} (${channel}) ha rispedito degli articoli e non è stato rimborsato: il termine è scaduto ${dueAt}. La preghiamo di rimborsarlo al più presto.`,
      next: [],
    }),
    rule: {
      receipt: 'È il termine che Lei ha fissato per i rimborsi dopo l’arrivo di un reso.',
      withdrawal:
        'È il termine fissato dalla legge in caso di recesso (direttiva 2011/83/UE, articolo\u00a013). Non si può trattenere nessuna commissione di gestione.',
    },
    actHere: 'Il link qui sotto mostra quanto è dovuto e permette di rimborsarlo.',
    actLabel: 'Vedi e rimborsa',
  },
  books: {
    differ: (provider, day) => ({
      subject: `${provider}: rimborsi da verificare, ${day}`,
      opening: `Il confronto quotidiano di ${day} ha trovato rimborsi su cui Navette e ${provider} non concordano.`,
      next: [
        'La preghiamo di verificarli uno per uno presso il fornitore. Navette non vi cambia nulla da sé: non ne rimborsi nessuno di nuovo prima che la questione sia chiara, un acquirente potrebbe essere pagato due volte.',
      ],
    }),
    heading: 'Differenze',
    kind: {
      missing_there: 'Pagato secondo Navette, assente presso il fornitore',
      missing_here: 'Pagato presso il fornitore, sconosciuto a Navette',
      amount_differs: 'Pagato con un altro importo presso il fornitore',
      state_differs: 'Pagato da una parte sola',
      booked_twice: 'Registrato più volte presso il fornitore',
    },
    ours: (amount) => `Importo in Navette: ${amount}`,
    theirs: (amount) => `Importo presso il fornitore: ${amount}`,
    refund: (refundId) => `Rimborso ${refundId}`,
    more: (count) => `e ancora ${count}`,
  },
  claim: {
    eligible: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Ordine ${orderNumber}: ${kind === 'lost' ? 'pacco smarrito' : 'articoli danneggiati'}, ${amount} da chiedere`,
      opening:
        kind === 'lost'
          ? `Un pacco dell’ordine ${orderNumber} (${channel}) è considerato smarrito: non è stato consegnato né in tempo né nella settimana successiva. Può chiedere un indennizzo di ${amount}.`
          : `Articoli dell’ordine ${orderNumber} (${channel}) sono stati danneggiati durante il trasporto. Può chiedere un indennizzo di ${amount}.`,
      next: [],
    }),
    submitted: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Ordine ${orderNumber}: indennizzo di ${amount} richiesto`,
      opening:
        kind === 'lost'
          ? `Un pacco dell’ordine ${orderNumber} (${channel}) è considerato smarrito. Come da Sue impostazioni, l’indennizzo di ${amount} è stato chiesto automaticamente.`
          : `Articoli dell’ordine ${orderNumber} (${channel}) sono stati danneggiati durante il trasporto. Come da Sue impostazioni, l’indennizzo di ${amount} è stato chiesto automaticamente.`,
      next: [
        'Navette ha registrato la richiesta, ma non scrive al corriere: gli invii le prove, pronte in PDF nell’API di Navette, e vi registri la decisione quando la conoscerà.',
      ],
    }),
    closing: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Ordine ${orderNumber}: termine vicino per chiedere ${amount}`,
      opening:
        kind === 'lost'
          ? `Non ha ancora chiesto l’indennizzo di ${amount} per il pacco smarrito dell’ordine ${orderNumber} (${channel}).`
          : `Non ha ancora chiesto l’indennizzo di ${amount} per gli articoli danneggiati dell’ordine ${orderNumber} (${channel}).`,
      next: [],
    }),
    expired: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Ordine ${orderNumber}: scaduto il termine per chiedere ${amount}`,
      opening:
        kind === 'lost'
          ? `Il termine per chiedere l’indennizzo di ${amount} per il pacco smarrito dell’ordine ${orderNumber} (${channel}) è scaduto.`
          : `Il termine per chiedere l’indennizzo di ${amount} per gli articoli danneggiati dell’ordine ${orderNumber} (${channel}) è scaduto.`,
      next: [
        kind === 'lost'
          ? 'Non c’è più nulla da fare. Perché non accada di nuovo, le Sue regole di rimborso in Navette possono far chiedere automaticamente l’indennizzo per i pacchi smarriti.'
          : 'Non c’è più nulla da fare. La prossima volta presenti la richiesta con le foto appena viene a sapere del danno.',
      ],
    }),
    delivered: ({ orderNumber, channel }, amount, deliveredAt) => ({
      subject: `Ordine ${orderNumber}: consegnato dopo la richiesta di ${amount}`,
      opening: `Il pacco dell’ordine ${orderNumber} (${channel}), per il quale ha chiesto ${amount} come smarrito, è stato infine consegnato. Data e ora della consegna: ${deliveredAt}.`,
      next: [
        'Avvisi il corriere prima che se ne accorga da sé e restituisca quanto avesse già pagato. Se l’acquirente è stato rimborsato o ha ricevuto una sostituzione, concordi con lui che cosa fare del pacco.',
      ],
    }),
    carrierLabel: 'Corriere',
    trackingLabel: 'Numero di spedizione',
    beforeLabel: 'Da chiedere prima di',
    needsPhotos: 'Prima di presentare la richiesta servono foto del danno.',
    actHere: 'Il link qui sotto mostra la richiesta e permette di presentarla.',
    actHereWithPhotos:
      'Il link qui sotto mostra la richiesta e permette di aggiungere le foto e di presentarla.',
    actLabel: 'Chiedi l’indennizzo',
  },
  actElsewhere: (channel) =>
    `Può provvedere dal Suo sistema, collegato all’API di Navette, oppure dal Suo account venditore (${channel}).`,
};
