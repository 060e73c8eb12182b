import { closureReasonWords } from '../../../../domain/returns/words.ts';
import type { SellerTexts } from './seller-texts.ts';

export const it: SellerTexts = {
  requested: ({ orderNumber, channel }, requestedBy) => ({
    subject: `Ordine ${orderNumber}: richiesta di reso in attesa di risposta`,
    opening: {
      buyer: `L’acquirente chiede di rendere articoli dell’ordine ${orderNumber} (${channel}).`,
      gift_recipient: `Chi ha ricevuto in regalo articoli dell’ordine ${orderNumber} (${channel}) chiede di renderli.`,
      seller: `La Sua richiesta di reso per l’ordine ${orderNumber} (${channel}) deve ancora essere autorizzata.`,
    }[requestedBy],
    next: requestedBy === 'gift_recipient' ? ['Spetta a Lei decidere se concedere un rimborso.'] : [],
  }),
  answerBefore: (moment) =>
    `La preghiamo di rispondere prima di ${moment}. Anche un semplice messaggio vale come risposta.`,
  warningsHeading: 'Da sapere',
  warning: (code, others) =>
    ({
      duplicate_request:
        others > 1
          ? `Ci sono altre ${others} richieste aperte per gli stessi articoli.`
          : 'C’è un’altra richiesta aperta per gli stessi articoli.',
      outside_return_window: 'La richiesta è arrivata dopo la fine del Suo periodo di reso.',
      not_returnable: 'Uno degli articoli è indicato come non restituibile.',
      no_return_address: 'Per questo canale non è salvato nessun indirizzo di reso.',
      withdrawal_late: 'Il recesso è stato dichiarato dopo i 14 giorni di legge.',
      withdrawal_unconfirmed: 'L’acquirente non ha ancora confermato il recesso.',
      cancelled_before_shipping: 'Gli articoli non ancora partiti sono stati annullati.',
    })[code],
  advice: (code, cost, value) =>
    code === 'keep_item'
      ? `Il reso Le costerebbe circa ${cost}, per articoli pagati ${value}. Forse conviene rimborsare tutto senza far tornare gli articoli: in tal caso chiuda la richiesta con il motivo «${closureReasonWords.it.refund_without_return}».`
      : `L’acquirente pagherebbe circa ${cost} di spedizione, per articoli pagati ${value}. Si assicuri che lo sappia e, se possibile, gli offra un credito.`,
  actHere: 'Può autorizzare la richiesta, chiuderla o rispondere con un messaggio.',
  actElsewhere: (channel) =>
    `Può gestire la richiesta dal Suo sistema, collegato all’API di Navette, oppure dal Suo account venditore (${channel}).`,
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Ordine ${orderNumber}: reso annullato dall’acquirente`,
    opening: `L’acquirente ha annullato la richiesta di reso per l’ordine ${orderNumber} (${channel}).`,
    next: [
      'Non deve fare nulla: l’acquirente tiene gli articoli. In seguito potrà fare una nuova richiesta.',
    ],
  }),
  withdrawn: ({ orderNumber, channel }) => ({
    subject: `Ordine ${orderNumber}: recesso dell’acquirente`,
    opening: `L’acquirente ha esercitato il diritto di recesso per l’ordine ${orderNumber} (${channel}). Non occorre alcun motivo.`,
    next: [],
  }),
  needsAddress:
    'Non è salvato nessun indirizzo di reso. La preghiamo di indicarne uno per questo reso tramite l’API di Navette: l’acquirente attende i documenti per rispedire gli articoli.',
  unitsCancelled: (units) =>
    units === 1
      ? 'Un articolo non era ancora partito: è stato annullato e non va spedito.'
      : `${units} articoli non erano ancora partiti: sono stati annullati e non vanno spediti.`,
  refundBy: (day) =>
    `Rimborsi l’acquirente al più tardi ${day}, senza trattenere spese di gestione. Per gli articoli già spediti può attendere che arrivino o una prova della loro spedizione. Se il recesso riguarda l’intero ordine, va rimborsata anche la consegna standard.`,
  mayCloseLate:
    'Il recesso è stato dichiarato dopo i 14 giorni di legge: può accettarlo oppure chiudere il reso per questo motivo.',
  mayCloseExempt:
    'Il reso è autorizzato per legge. Può chiuderlo solo se la legge esclude gli articoli dal diritto di recesso.',
  escalated: ({ orderNumber, channel }) => ({
    subject: `Ordine ${orderNumber}: reclamo in garanzia dell’acquirente`,
    opening: `L’acquirente ha portato il reso per l’ordine ${orderNumber} (${channel}) davanti alla garanzia del marketplace.`,
    next: [
      'Risponda al reclamo dal Suo account venditore, con ciò che sa di questo reso. Il termine per rispondere alla richiesta non decorre più.',
    ],
  }),
  warned: ({ orderNumber, channel }, answerBy) => ({
    subject: `Ordine ${orderNumber}: richiesta di reso senza risposta`,
    opening: `La richiesta di reso per l’ordine ${orderNumber} (${channel}) attende ancora la Sua risposta, da dare prima di ${answerBy}.`,
    next: [],
  }),
  breached: ({ orderNumber, channel }, answerBy) => ({
    subject: `Ordine ${orderNumber}: termine per la risposta superato`,
    opening: `La richiesta di reso per l’ordine ${orderNumber} (${channel}) è rimasta senza risposta: il termine è scaduto ${answerBy}. La preghiamo di rispondere al più presto.`,
    next: [],
  }),
  mismatch: ({ orderNumber, channel }) => ({
    subject: `Ordine ${orderNumber}: articoli ricevuti diversi dal reso`,
    opening: `Ciò che è arrivato per l’ordine ${orderNumber} (${channel}) non corrisponde al reso autorizzato.`,
    next: [
      'Decida per ogni articolo, tramite l’API di Navette: accettarlo, rispedirlo all’acquirente o lasciarlo in sospeso.',
    ],
  }),
  mismatchHeading: 'Ricevuto senza autorizzazione',
  authorizeLabel: 'Autorizza la richiesta',
  closeLabel: 'Chiudi la richiesta',
  replyLabel: 'Rispondi con un messaggio',
};
