import type { TrackingTexts } from './tracking-texts.ts';

export const it: TrackingTexts = {
  order: (number) => `Ordine ${number}`,
  headlines: {
    pending: {
      title: 'Pagamento in corso di verifica',
      sentence:
        'L’ordine è stato ricevuto. La data di consegna comparirà qui non appena il pagamento sarà verificato.',
    },
    unshipped: { title: 'In preparazione', sentence: 'L’ordine è in preparazione per la spedizione.' },
    partly_shipped: {
      title: 'Spedito in parte',
      sentence: 'Una parte dell’ordine è in viaggio, il resto è in preparazione.',
    },
    shipped: { title: 'In viaggio', sentence: 'L’ordine è stato affidato al corriere.' },
    delivered: { title: 'Consegnato', sentence: 'L’ordine è arrivato.' },
    cancelled: {
      title: 'Annullato',
      sentence:
        'Questo ordine è stato annullato e non sarà consegnato. Per qualsiasi domanda, contatti il negozio.',
    },
    unfulfillable: {
      title: 'Consegna impossibile',
      sentence:
        'Purtroppo questo ordine non può essere spedito. Il negozio ne è informato: lo contatti per sapere come procedere.',
    },
    returned_to_sender: {
      title: 'Restituito al mittente',
      sentence:
        'Non è stato possibile consegnare il pacco, che è tornato al mittente. Contatti il negozio per sapere come procedere.',
    },
  },
  progress: 'Avanzamento',
  steps: { ordered: 'Ordinato', shipped: 'Spedito', delivered: 'Consegnato' },
  expected: 'Consegna prevista',
  deliveredOn: 'Consegnato il',
  late: 'La data prevista è passata. Se non ci sono novità a breve, contatti il negozio.',
  parcel: 'Pacco',
  parcelOf: (position, count) => `Pacco ${position} di ${count}`,
  carrier: 'Corriere',
  trackingNumber: 'Numero di tracciamento',
  shippedOn: 'Spedito il',
  history: 'Cronologia della spedizione',
  statuses: {
    accepted: 'Preso in carico dal corriere',
    in_transit: 'In transito',
    out_for_delivery: 'In consegna',
    delivered: 'Consegnato',
    exception: 'Il corriere segnala un problema',
    damaged: 'Il corriere segnala un danno',
    lost: 'Il corriere segnala lo smarrimento del pacco',
    returning: 'In viaggio di ritorno verso il mittente',
    returned_to_sender: 'Restituito al mittente',
  },
  noScans:
    'Il corriere non ha ancora dato notizie. Le prime possono comparire anche solo il giorno dopo la spedizione.',
  localTimes: 'Gli orari sono quelli del luogo di consegna.',
  utcTimes: 'Gli orari sono in UTC.',
  language: 'Lingua',
  notFound: {
    title: 'Questa pagina non esiste',
    sentence:
      'Il link forse è incompleto. Lo apra di nuovo dal Suo messaggio o ne chieda uno nuovo al negozio.',
  },
  tooMany: {
    title: 'Un momento, per favore',
    sentence: 'Questa pagina è stata aperta moltissime volte. Riprovi tra un minuto.',
  },
};
