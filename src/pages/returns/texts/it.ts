import type { LinkTexts } from './link-texts.ts';

export const it: LinkTexts = {
  language: 'Lingua',
  order: (number) => `Ordine ${number}`,
  localTimes: 'Gli orari sono quelli del luogo di consegna.',
  utcTimes: 'Orari UTC.',
  error: 'Errore',
  errorSummary: 'Non è stato ancora salvato nulla. Da correggere:',
  faults: {
    choice_missing: 'Spunti la casella per confermare la scelta.',
    choose_one: 'Scelga una delle possibilità.',
    required: 'Compili questo campo.',
    too_long: 'Questo testo è troppo lungo.',
    unstorable: 'Questo testo contiene caratteri che non si possono salvare.',
    rma_form: 'Un numero RMA ha da 1 a 20 caratteri: lettere senza accenti, cifre, - e _.',
    rma_taken: 'Un altro reso ha già questo numero RMA.',
    country_unknown: 'Scelga un Paese dall’elenco.',
    postal_code_invalid: 'Questo CAP non esiste nel Paese scelto.',
    region_unknown: 'Questa regione non esiste nel Paese scelto.',
    no_return_address: 'Indichi un indirizzo per il reso.',
    unknown_return_address: 'Questo indirizzo non è più salvato. Ne scelga un altro.',
    label_missing: 'Scelga il file della Sua etichetta.',
    label_type: 'Questo file non è un PDF o un PNG utilizzabile.',
    label_too_large: 'Questo file supera i 2\u00a0MB.',
    reason_not_allowed: 'Questo motivo non è possibile per questo reso.',
    quantity_invalid: 'Indichi un numero tra 0 e la quantità dichiarata.',
    nothing_chosen: 'Indichi almeno un articolo.',
    units_taken: 'Altri resi già autorizzati riguardano questi articoli: non ne restano abbastanza.',
    email_invalid: 'Indichi un indirizzo e-mail completo, ad esempio nome@esempio.it.',
    refused: 'Questa azione non è possibile per questo reso.',
  },
  optional: 'facoltativo',
  choose: 'Scelga un motivo',
  problems: {
    notFound: {
      title: 'Questa pagina non esiste',
      sentence: 'Forse il link è incompleto. Lo apra di nuovo dall’e-mail che ha ricevuto.',
    },
    expired: {
      title: 'Questo link è scaduto',
      sentence:
        'Per sicurezza i link delle nostre e-mail valgono solo alcuni giorni. Non è cambiato nulla. Risponda alla richiesta dal Suo solito strumento, oppure contatti il negozio.',
    },
    tooMany: {
      title: 'Un momento, per favore',
      sentence: 'Questa pagina è stata richiesta moltissime volte. Riprovi tra un minuto.',
    },
    crossSite: {
      title: 'Non è stato fatto nulla',
      sentence: 'Il modulo è stato inviato da un altro sito. Apra il link dell’e-mail e usi questa pagina.',
    },
    wrongType: {
      title: 'Non è stato fatto nulla',
      sentence: 'Il modulo non è arrivato in una forma conosciuta. Apra di nuovo il link dell’e-mail.',
    },
    malformed: {
      title: 'Non è stato fatto nulla',
      sentence: 'Il modulo è arrivato danneggiato. Apra di nuovo il link dell’e-mail e riprovi.',
    },
    tooLarge: {
      title: 'Invio troppo grande',
      sentence:
        'Non è stato fatto nulla. Un’etichetta può avere al massimo 2\u00a0MB: torni indietro e scelga un file più piccolo.',
    },
  },
  request: {
    heading: 'La richiesta di reso',
    by: 'Richiesto da',
    on: 'Data della richiesta',
    reason: 'Motivo',
    comment: 'Commento',
    withdrawal: 'Recesso (senza obbligo di motivo)',
    worthKnowing: 'Da sapere',
    warnings: {
      duplicate_request: 'C’è un’altra richiesta aperta per gli stessi articoli.',
      outside_return_window: 'La richiesta è arrivata dopo la fine del Suo periodo di reso.',
      not_returnable: 'Uno degli articoli è indicato come non restituibile.',
      no_return_address: 'Per questo canale non è salvato nessun indirizzo di reso.',
      withdrawal_late: 'Il recesso è stato dichiarato dopo i 14 giorni di legge.',
      withdrawal_unconfirmed: 'L’acquirente non ha ancora confermato il recesso.',
      cancelled_before_shipping: 'Gli articoli non ancora partiti sono stati annullati e non devono tornare.',
    },
    keepItem: (cost, value) =>
      `Il reso costerebbe ${cost} per merce che vale ${value}. Forse conviene rimborsare tutto e lasciare l’articolo all’acquirente: in tal caso chiuda la richiesta con quel motivo.`,
    offerCredit: (cost, value) =>
      `L’acquirente pagherebbe circa ${cost} di spedizione per merce che vale ${value}. Si assicuri che lo sappia e, se può, gli offra un credito.`,
  },
  authorize: {
    title: 'Autorizzare la richiesta di reso',
    lead: 'L’acquirente riceverà per e-mail il numero RMA, l’indirizzo di reso e l’etichetta. Il rimborso si decide a parte.',
    rma: 'Numero RMA',
    rmaGenerated: 'Numero generato da Navette',
    rmaOwn: 'Un mio numero',
    rmaField: 'Il Suo numero RMA',
    rmaHint: 'Da 1 a 20 caratteri: A–Z, 0–9, - e _',
    address: 'Indirizzo di reso',
    addressNew: 'Un nuovo indirizzo',
    fields: {
      name: 'Nome o azienda',
      line1: 'Indirizzo',
      line2: 'Seconda riga dell’indirizzo',
      postalCode: 'CAP',
      city: 'Città',
      region: 'Provincia, regione o Stato',
      country: 'Paese',
      phone: 'Telefono',
    },
    label: 'Etichetta di reso',
    labelGenerated: 'Etichetta generata da Navette',
    labelGeneratedHint: 'Non prepagata, con l’indirizzo di reso e il numero RMA.',
    labelUploaded: 'Una mia etichetta',
    labelFile: 'File dell’etichetta',
    labelHint: 'PDF o PNG, al massimo 2\u00a0MB',
    choice: 'Sì, autorizzo questo reso',
    button: 'Autorizzare il reso',
  },
  close: {
    title: 'Chiudere la richiesta di reso',
    lead: 'Il motivo e il Suo messaggio saranno inviati all’acquirente. Potrà ancora rimborsarlo e scrivergli.',
    withdrawalLead:
      'L’acquirente ha esercitato il diritto di recesso. Può chiudere questo reso solo se il recesso è tardivo o se la legge ne esclude l’articolo.',
    reason: 'Motivo della chiusura',
    message: 'Messaggio per l’acquirente',
    messageHint: 'Al massimo 1.000 caratteri',
    button: 'Chiudere la richiesta',
  },
  reply: {
    title: 'Rispondere all’acquirente',
    lead: 'Il Suo messaggio parte per e-mail e vale come risposta alla richiesta. La richiesta resta aperta.',
    message: 'Il Suo messaggio',
    messageHint: 'Al massimo 4.000 caratteri',
    choice: 'Sì, invio questo messaggio all’acquirente',
    button: 'Inviare il messaggio',
  },
  cancel: {
    title: 'Annullare il reso',
    lead: 'Lei tiene gli articoli e il negozio viene avvisato. Più tardi potrà fare una nuova richiesta.',
    choice: 'Sì, annullo la mia richiesta di reso',
    button: 'Annullare il reso',
  },
  confirm: {
    title: 'Confermare il recesso',
    lead: 'Ha dichiarato di recedere dal contratto. Il recesso ha effetto quando lo conferma qui.',
    points: [
      'Non deve indicare nessun motivo.',
      'Riceverà per e-mail una conferma di ricezione con data e ora.',
      'Rispedisca entro 14 giorni ciò che ha ricevuto; ciò che non è ancora partito viene annullato.',
      'Riceverà il rimborso entro 14 giorni, non prima che gli articoli siano arrivati o che ne sia provata la spedizione.',
    ],
    quantities: 'Articoli interessati',
    quantitiesHint: 'Scriva 0 per ciò che tiene.',
    quantityOf: (title, most) => `${title} (al massimo ${most})`,
    choice: 'Sì, recedo dal contratto per questi articoli',
    button: 'Confermare il recesso',
  },
  label: {
    title: 'Stampare l’etichetta di reso',
    lead: 'Così il negozio riconosce subito il Suo pacco:',
    stepsGenerated: [
      'Stampi la pagina e la tagli lungo la linea.',
      'Metta la parte alta, l’autorizzazione al reso, dentro il pacco.',
      'Incolli la parte bassa, l’etichetta, sul pacco.',
      'Consegni il pacco a un corriere. L’etichetta non è prepagata: conservi la ricevuta di spedizione.',
    ],
    stepsUploaded: [
      'Stampi i due documenti.',
      'Metta l’autorizzazione al reso dentro il pacco.',
      'Incolli l’etichetta del negozio sul pacco.',
      'Consegni il pacco al corriere indicato e conservi la ricevuta di spedizione.',
    ],
    download: 'Scaricare l’etichetta (PDF)',
    downloadSlip: 'Scaricare l’autorizzazione al reso (PDF)',
    downloadUploaded: 'Scaricare l’etichetta del negozio',
  },
  offers: {
    heading: 'Che cosa può fare',
    authorize_return: 'Autorizzare la richiesta',
    close_return: 'Chiudere la richiesta',
    reply_to_return: 'Rispondere all’acquirente',
    cancel_return: 'Annullare il reso',
    confirm_withdrawal: 'Confermare il recesso',
    print_return_label: 'Stampare l’etichetta di reso',
  },
  done: {
    authorize_return: {
      title: 'Reso autorizzato',
      sentence: 'L’acquirente riceve per e-mail tutto ciò che serve per rispedire gli articoli.',
    },
    close_return: {
      title: 'Richiesta chiusa',
      sentence: 'L’acquirente riceve per e-mail il motivo e il Suo messaggio.',
    },
    reply_to_return: {
      title: 'Messaggio inviato',
      sentence: 'La Sua risposta è registrata e in viaggio verso l’acquirente.',
    },
    cancel_return: {
      title: 'Reso annullato',
      sentence: 'Il negozio è stato avvisato. Lei tiene gli articoli.',
    },
    confirm_withdrawal: {
      title: 'Recesso confermato',
      sentence: 'Le inviamo per e-mail una conferma di ricezione con data e ora: la conservi.',
    },
  },
  used: 'Questo link è già stato usato e vale una volta sola. Ciò che ha appena inviato non ha cambiato nulla.',
  pending: {
    title: 'È registrato',
    sentence:
      'La Sua risposta è in corso di elaborazione. Di solito bastano pochi secondi: non serve inviarla di nuovo.',
  },
  reload: 'Vedere a che punto è',
  failed: {
    title: 'Non è stato ancora possibile concludere',
    sentence:
      'La Sua risposta è registrata, ma un guasto tecnico ne ha impedito l’elaborazione. Il gestore può farla ripartire.',
  },
  over: {
    seller: {
      authorized: { title: 'Questo reso è già autorizzato', sentence: 'Non c’è più nulla da autorizzare.' },
      received: {
        title: 'Gli articoli sono già arrivati',
        sentence: 'Questo reso non si può più autorizzare né chiudere.',
      },
      completed: { title: 'Questo reso è concluso', sentence: 'Non c’è più nulla da decidere.' },
      closed_by_buyer: {
        title: 'L’acquirente ha annullato questo reso',
        sentence: 'Non c’è più nulla da decidere.',
      },
      closed_by_seller: {
        title: 'Questa richiesta è già chiusa',
        sentence: 'Non c’è più nulla da decidere.',
      },
      closed_by_system: {
        title: 'Questa richiesta è stata chiusa automaticamente',
        sentence: 'Non c’è più nulla da decidere.',
      },
      unconfirmed: {
        title: 'Recesso non ancora confermato',
        sentence:
          'Prima l’acquirente deve confermare il recesso. Poi è autorizzato da sé, come vuole la legge.',
      },
    },
    buyer: {
      authorized: {
        title: 'Il negozio ha già autorizzato questo reso',
        sentence:
          'Qui non si può più annullare. Se preferisce tenere gli articoli, non spedisca nulla e avvisi il negozio.',
      },
      received: { title: 'Il negozio ha ricevuto i Suoi articoli', sentence: 'Non deve fare altro.' },
      completed: { title: 'Questo reso è concluso', sentence: 'Non deve fare altro.' },
      closed_by_buyer: {
        title: 'Lei ha annullato questo reso',
        sentence:
          'Non spedisca nulla. Se vuole comunque restituire gli articoli, faccia una nuova richiesta.',
      },
      closed_by_seller: {
        title: 'Il negozio ha chiuso questa richiesta',
        sentence: 'Non spedisca nulla. Per qualsiasi domanda contatti il negozio.',
      },
      closed_by_system: {
        title: 'Questa richiesta è stata chiusa',
        sentence: 'Non spedisca nulla. Per qualsiasi domanda contatti il negozio.',
      },
      confirmed: { title: 'Questo recesso è già confermato', sentence: 'Non serve confermarlo di nuovo.' },
      not_authorized: {
        title: 'L’etichetta non c’è ancora',
        sentence:
          'Il negozio sta esaminando la Sua richiesta. L’etichetta sarà qui non appena l’avrà autorizzata.',
      },
      no_address: {
        title: 'L’etichetta non c’è ancora',
        sentence: 'Il negozio deve ancora indicare l’indirizzo di reso. Torni qui un po’ più tardi.',
      },
    },
  },
  facts: {
    when: 'Data',
    rma: 'Numero RMA',
    returnAddress: 'Indirizzo di reso',
    reason: 'Motivo',
    message: 'Messaggio',
    refundBy: 'Rimborso al più tardi',
    toSendBack: 'Da rispedire',
    cancelled: 'Annullato, non sarà spedito',
  },
};
