import type { AlertTexts } from './alert-texts.ts';

const reasons = {
  damaged: 'l’articolo è danneggiato e non è disponibile un altro esemplare',
  dangerous_goods: 'un articolo è stato nel frattempo classificato come merce pericolosa',
  out_of_stock: 'un articolo è esaurito',
};

export const it: AlertTexts = {
  payment_expired: ({ orderNumber, channel }, lastDay) => ({
    subject: `Ordine ${orderNumber} annullato: pagamento non verificato`,
    paragraphs: [
      `Il pagamento dell’ordine ${orderNumber} (${channel}) non è stato verificato entro il termine di ${lastDay}. L’ordine è stato quindi annullato.`,
      'La preghiamo di non spedirlo. Se l’acquirente desidera ancora gli articoli, dovrà effettuare un nuovo ordine.',
    ],
  }),
  not_shipped_by_edd: ({ orderNumber, channel }, lastDay) => ({
    subject: `Ordine ${orderNumber}: data di consegna superata senza spedizione`,
    paragraphs: [
      `La consegna dell’ordine ${orderNumber} (${channel}) era prevista entro ${lastDay} e la spedizione non è ancora stata confermata per intero.`,
      'Se il pacco è partito, confermi la spedizione con il numero di tracciamento. In caso contrario lo spedisca al più presto oppure annulli l’ordine, e avvisi l’acquirente.',
    ],
  }),
  auto_cancelled: ({ orderNumber, channel }, lastDay) => ({
    subject: `Ordine ${orderNumber} annullato: non spedito`,
    paragraphs: [
      `La spedizione dell’ordine ${orderNumber} (${channel}) non è stata confermata entro il termine di ${lastDay}. L’ordine è stato quindi annullato automaticamente, come previsto dalle Sue impostazioni.`,
      'La preghiamo di non spedirlo più. Se il pacco è già partito, contatti l’acquirente.',
    ],
  }),
  unfulfillable: ({ orderNumber, channel }, reason) => ({
    subject: `Ordine ${orderNumber}: spedizione impossibile`,
    paragraphs: [
      `L’ordine ${orderNumber} (${channel}) non può essere spedito: ${reasons[reason]}.`,
      'L’acquirente attende Sue notizie: lo avvisi e, se ha pagato, lo rimborsi.',
    ],
  }),
  trackingLabel: 'Vedere la tracciabilità dell’ordine',
};
