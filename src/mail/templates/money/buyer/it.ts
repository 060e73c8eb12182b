import type { BuyerTexts } from './buyer-texts.ts';

/** Buyers are addressed as Italian shops do, with "tu"; the pages behind the links as well. */
export const it: BuyerTexts = {
  cancelled: {
    whole: ({ orderNumber, channel }, source) => ({
      subject: `Ordine ${orderNumber}: annullato`,
      opening: {
        buyer_request: `Come hai chiesto, l’ordine ${orderNumber} (${channel}) è stato annullato.`,
        buyer_message: `In seguito al tuo messaggio, l’ordine ${orderNumber} (${channel}) è stato annullato.`,
        seller: `Il negozio ha annullato l’ordine ${orderNumber} (${channel}).`,
        system: `L’ordine ${orderNumber} (${channel}) è stato annullato automaticamente.`,
      }[source],
      next: [
        source === 'seller' || source === 'system'
          ? 'Non verrà spedito. Se desideri ancora gli articoli, fai un nuovo ordine.'
          : 'Non verrà spedito e non devi fare altro.',
      ],
    }),
    part: ({ orderNumber, channel }, source) => ({
      subject: `Ordine ${orderNumber}: annullato in parte`,
      opening: {
        buyer_request: `Come hai chiesto, una parte dell’ordine ${orderNumber} (${channel}) è stata annullata.`,
        buyer_message: `In seguito al tuo messaggio, una parte dell’ordine ${orderNumber} (${channel}) è stata annullata.`,
        seller: `Il negozio ha annullato una parte dell’ordine ${orderNumber} (${channel}).`,
        system: `Una parte dell’ordine ${orderNumber} (${channel}) è stata annullata automaticamente.`,
      }[source],
      next: ['Questi articoli non verranno spediti. Per il resto del tuo ordine non cambia nulla.'],
    }),
    heading: 'Articoli annullati',
    refundLabel: 'Rimborso in corso',
    nothingToRefund:
      'Dai nostri dati non risulta nessun pagamento da rimborsare. Se pensi che non sia così, contatta il negozio là dove è stato fatto l’ordine.',
  },
  request: {
    received: ({ orderNumber, channel }, whole) => ({
      subject: `Ordine ${orderNumber}: richiesta di annullamento ricevuta`,
      opening: whole
        ? `La tua richiesta di annullare l’ordine ${orderNumber} (${channel}) è arrivata e il negozio è stato avvisato.`
        : `La tua richiesta di annullare articoli dell’ordine ${orderNumber} (${channel}) è arrivata e il negozio è stato avvisato.`,
      next: [
        'Non è ancora annullato nulla: decide il negozio e ti avviseremo per e-mail. Se il pacco parte prima, non si potrà più annullare; potrai allora recedere dal contratto o chiedere un reso.',
      ],
    }),
    heading: 'Articoli da annullare',
    refused: ({ orderNumber, channel }) => ({
      subject: `Ordine ${orderNumber}: richiesta di annullamento rifiutata`,
      opening: `Il negozio non ha accettato la tua richiesta di annullare l’ordine ${orderNumber} (${channel}). L’ordine prosegue.`,
      next: [
        'Se la legge ti dà il diritto di recesso, puoi esercitarlo dal link qui sotto. Altrimenti potrai chiedere un reso quando avrai ricevuto gli articoli.',
      ],
    }),
    lapsed: ({ orderNumber, channel }) => ({
      subject: `Ordine ${orderNumber}: annullamento non più possibile`,
      opening: `Ciò che volevi annullare dell’ordine ${orderNumber} (${channel}) è già partito: la tua richiesta non può più essere accolta.`,
      next: [
        'Se la legge ti dà il diritto di recesso, puoi esercitarlo dal link qui sotto, anche prima che il pacco arrivi. Altrimenti potrai chiedere un reso quando lo avrai ricevuto.',
      ],
    }),
    sellerMessage: 'Messaggio del negozio:',
  },
  howToCancel: ({ orderNumber, channel }, situation, hasLink) => {
    const isUnknown = situation === 'unknown_order';
    const what = isUnknown ? `un ordine (${channel})` : `l’ordine ${orderNumber} (${channel})`;
    const page = `Chiedi l’annullamento dalla pagina del tuo ordine, là dove lo hai fatto (${channel}).`;
    return {
      subject: isUnknown ? `Come annullare un ordine (${channel})` : `Ordine ${orderNumber}: come annullarlo`,
      opening: `Hai scritto che vuoi annullare ${what}. Questa risposta è stata scritta da una macchina. Il negozio ha il tuo messaggio, ma un messaggio da solo non annulla nulla.`,
      next: {
        before_shipping: [
          hasLink
            ? 'L’ordine non è ancora partito. Chiedi l’annullamento dal link qui sotto: il negozio lo sa subito, decide, e ricevi la risposta per e-mail.'
            : `L’ordine non è ancora partito. ${page} Poi decide il negozio e ricevi la risposta per e-mail.`,
        ],
        shipped: [
          'L’ordine è già partito e non si può più annullare. Se la legge ti dà il diritto di recesso, puoi esercitarlo dal link qui sotto, anche prima che il pacco arrivi. Altrimenti potrai chiedere un reso quando lo avrai ricevuto.',
        ],
        closed: [
          `L’ordine è già annullato: non devi fare altro. Per qualsiasi domanda, contatta il negozio là dove è stato fatto l’ordine (${channel}).`,
        ],
        unknown_order: [
          `Non siamo riusciti a capire di quale ordine si tratta. ${page} Se il pacco è già partito, puoi recedere dal contratto dal link qui sotto, se la legge te ne dà il diritto.`,
        ],
      }[situation],
    };
  },
  requestLabel: 'Chiedi l’annullamento',
  withdrawLabel: 'Recedi dal contratto',
  refund: {
    made: ({ orderNumber, channel }, amount) => ({
      subject: `Ordine ${orderNumber}: rimborso di ${amount}`,
      opening: `Il negozio ti ha rimborsato ${amount} per l’ordine ${orderNumber} (${channel}).`,
      next: [],
    }),
    heading: 'Che cosa viene rimborsato',
    partOf: (amount) => `${amount}, una parte del prezzo`,
    totalLabel: 'Totale rimborsato',
    shippingLabel: 'Di cui spedizione',
    taxLabel: 'Di cui imposte',
    fee: (amount, why) =>
      `È stata trattenuta una commissione di gestione di ${amount}, già detratta da questi importi.${
        why === null
          ? ''
          : {
              return_to_sender: ' Motivo: il pacco è tornato indietro senza essere stato consegnato.',
              buyer_fault:
                ' Motivo: lo prevedono le condizioni del negozio, perché il reso non dipende né dal negozio né dal corriere.',
            }[why]
      }`,
    receiptLabel: 'Vedi il rimborso e la ricevuta',
  },
  comesBack:
    'Il denaro torna con il mezzo con cui hai pagato: non devi fare nulla. Prima che tu lo veda, la tua banca può impiegare alcuni giorni lavorativi.',
};
