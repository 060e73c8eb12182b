import type { BuyerTexts } from './buyer-texts.ts';

/** Buyers are addressed as Italian shops do, with "tu"; the pages behind the links as well. */
export const it: BuyerTexts = {
  requested: ({ orderNumber, channel }, answerBy) => ({
    subject: `Ordine ${orderNumber}: richiesta di reso ricevuta`,
    opening: `La tua richiesta di reso per l’ordine ${orderNumber} (${channel}) è arrivata e il negozio è stato avvisato.`,
    next: [
      `${answerBy === null ? 'Il negozio ti risponderà per e-mail.' : `Il negozio dovrebbe risponderti prima di ${answerBy}.`} Per favore, non spedire nulla finché il reso non è autorizzato.`,
    ],
  }),
  creditSuggested: (cost, value) =>
    `Da sapere: la spedizione del reso ti costerebbe circa ${cost}, per articoli pagati ${value}. È stato suggerito al negozio di offrirti un credito: prima di decidere, attendi la sua risposta.`,
  cancellable: 'Se cambi idea, puoi annullare il reso finché non è autorizzato.',
  authorized: ({ orderNumber, channel }) => ({
    subject: `Ordine ${orderNumber}: reso autorizzato`,
    opening: `Il tuo reso per l’ordine ${orderNumber} (${channel}) è autorizzato.`,
    next: [],
  }),
  closed: ({ orderNumber, channel }, reason) => ({
    subject: `Ordine ${orderNumber}: richiesta di reso chiusa`,
    opening: `La richiesta di reso per l’ordine ${orderNumber} (${channel}) è stata chiusa. Motivo: ${reason}.`,
    next: [
      'Per favore, non spedire nulla. Se il pacco è già partito, o per qualsiasi domanda, contatta il negozio là dove è stato fatto l’ordine.',
    ],
  }),
  sellerMessage: 'Messaggio del negozio:',
  reply: ({ orderNumber, channel }) => ({
    subject: `Ordine ${orderNumber}: messaggio sul tuo reso`,
    opening: `Il negozio ti scrive a proposito del tuo reso per l’ordine ${orderNumber} (${channel}):`,
    next: [
      'Per rispondere, contatta il negozio là dove è stato fatto l’ordine: una risposta a questa e-mail non gli arriverebbe.',
    ],
  }),
  replyLeavesOpen:
    'La tua richiesta resta aperta. Se questo messaggio risolve la questione, puoi annullare il reso.',
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Ordine ${orderNumber}: reso annullato`,
    opening: `Hai annullato il tuo reso per l’ordine ${orderNumber} (${channel}) e il negozio è stato avvisato.`,
    next: [
      'Tieni gli articoli e non devi spedire nulla. Se cambi idea, fai una nuova richiesta prima della fine del periodo di reso.',
    ],
  }),
  received: ({ orderNumber, channel }, units, complete) => ({
    subject: `Ordine ${orderNumber}: ${complete ? 'reso ricevuto' : 'reso ricevuto in parte'}`,
    opening:
      units === 1
        ? `Un articolo del tuo reso per l’ordine ${orderNumber} (${channel}) è arrivato al negozio.`
        : `${units} articoli del tuo reso per l’ordine ${orderNumber} (${channel}) sono arrivati al negozio.`,
    next: [
      complete
        ? 'Il tuo reso è completo. Il negozio controlla gli articoli e si occupa del seguito: non devi fare altro.'
        : 'Si attendono ancora altri articoli. Se sono già partiti non devi fare nulla; altrimenti, per favore, spediscili.',
    ],
  }),
  withdrawalStated: ({ orderNumber, channel }, statedAt) => ({
    subject: `Ordine ${orderNumber}: conferma il tuo recesso`,
    opening: `Hai dichiarato di recedere dal contratto per l’ordine ${orderNumber} (${channel}). Data e ora della dichiarazione: ${statedAt}.`,
    next: [
      'Manca un solo passo: il recesso ha effetto quando lo confermi. Non devi indicare nessun motivo.',
      'Se non vuoi più recedere, o se questa dichiarazione non è tua, non confermare: non verrà fatto nulla.',
    ],
  }),
  withdrawalAcknowledged: ({ orderNumber, channel }) => ({
    subject: `Ordine ${orderNumber}: conferma di ricezione del tuo recesso`,
    opening: `Il tuo recesso dal contratto per l’ordine ${orderNumber} (${channel}) è stato ricevuto. Conserva questa e-mail come prova.`,
    next: [],
  }),
  statement: {
    statementLabel: 'La tua dichiarazione',
    statement: ({ orderNumber, channel }) =>
      `Recesso dal contratto per gli articoli indicati sotto, ordine ${orderNumber} (${channel})`,
    nameLabel: 'Nome',
    statedLabel: 'Data e ora della dichiarazione',
    confirmedLabel: 'Data e ora di conferma e invio',
    itemsHeading: 'Articoli interessati',
  },
  withdrawalLate:
    'La tua dichiarazione è arrivata dopo il termine di 14 giorni: il negozio può rifiutarla e in tal caso ti avviseremo per e-mail. Altrimenti, ecco come si procede.',
  unitsCancelled: (units) =>
    units === 1
      ? 'Un articolo non era ancora partito: è stato annullato e non va rispedito.'
      : `${units} articoli non erano ancora partiti: sono stati annullati e non vanno rispediti.`,
  nothingToReturn: 'Non devi rispedire nulla.',
  returnInTime: 'Rispedisci gli articoli ricevuti entro 14 giorni dalla tua dichiarazione.',
  refundBy: (day, mayWait) =>
    `Riceverai il rimborso al più tardi ${day}.${mayWait ? ' Il negozio può però attendere di aver ricevuto gli articoli o una prova della loro spedizione.' : ''}`,
  documents: {
    rmaLabel: 'Numero di autorizzazione al reso (RMA)',
    follow:
      'Il negozio deve ancora indicare l’indirizzo di reso. Per ora non spedire nulla: riceverai per e-mail l’autorizzazione al reso e l’etichetta.',
    heading: 'Come rispedire gli articoli',
    print: {
      attached:
        'Stampa il foglio allegato e taglialo lungo la linea: in alto c’è l’autorizzazione al reso, in basso l’etichetta.',
      seller_own_attached:
        'Stampa i due documenti allegati: l’autorizzazione al reso e l’etichetta del negozio.',
      none: 'Stampa l’autorizzazione al reso e l’etichetta dal link qui sotto.',
    },
    slip: 'Metti l’autorizzazione al reso dentro il pacco.',
    label: 'Incolla l’etichetta all’esterno del pacco.',
    postage: {
      attached: 'Paga la spedizione: l’etichetta non è prepagata.',
      seller_own_attached:
        'Controlla sull’etichetta se la spedizione è già pagata; se non lo è, pagala alla consegna del pacco.',
      none: 'Paga la spedizione: l’etichetta non è prepagata.',
    },
    postageRefunded: 'Il negozio ti rimborsa queste spese di spedizione.',
    replacesSubject: 'nuovi documenti',
    replaces:
      'Questi documenti sostituiscono quelli che hai già ricevuto: usa solo questi, perché l’indirizzo o l’etichetta sono cambiati.',
    proof: 'Conserva la ricevuta di spedizione fino alla conclusione del reso.',
  },
  cancelLabel: 'Annulla il reso',
  printLabel: 'Stampa l’etichetta di reso',
  confirmLabel: 'Conferma il recesso',
};
