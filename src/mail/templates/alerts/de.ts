import type { AlertTexts } from './alert-texts.ts';

const reasons = {
  damaged: 'Der Artikel ist beschädigt, und es gibt keinen Ersatz',
  dangerous_goods: 'Ein Artikel wurde inzwischen als Gefahrgut eingestuft',
  out_of_stock: 'Ein Artikel ist nicht mehr auf Lager',
};

export const de: AlertTexts = {
  payment_expired: ({ orderNumber, channel }, lastDay) => ({
    subject: `Bestellung ${orderNumber} storniert: Zahlung nicht bestätigt`,
    paragraphs: [
      `Die Zahlung der Bestellung ${orderNumber} (${channel}) wurde nicht fristgerecht bis ${lastDay}, bestätigt. Die Bestellung wurde deshalb storniert.`,
      'Bitte versenden Sie sie nicht. Möchte der Käufer die Artikel weiterhin, muss er neu bestellen.',
    ],
  }),
  not_shipped_by_edd: ({ orderNumber, channel }, lastDay) => ({
    subject: `Bestellung ${orderNumber}: Liefertermin verstrichen, nicht versandt`,
    paragraphs: [
      `Die Bestellung ${orderNumber} (${channel}) sollte spätestens am ${lastDay}, ankommen. Ihr Versand ist noch nicht vollständig bestätigt.`,
      'Ist das Paket unterwegs, bestätigen Sie bitte den Versand mit der Sendungsnummer. Andernfalls versenden Sie es so bald wie möglich oder stornieren Sie die Bestellung, und informieren Sie den Käufer.',
    ],
  }),
  auto_cancelled: ({ orderNumber, channel }, lastDay) => ({
    subject: `Bestellung ${orderNumber} storniert: nicht versandt`,
    paragraphs: [
      `Der Versand der Bestellung ${orderNumber} (${channel}) wurde nicht fristgerecht bis ${lastDay}, bestätigt. Die Bestellung wurde deshalb automatisch storniert, wie in Ihren Einstellungen vorgesehen.`,
      'Bitte versenden Sie sie nicht mehr. Ist das Paket bereits unterwegs, wenden Sie sich an den Käufer.',
    ],
  }),
  unfulfillable: ({ orderNumber, channel }, reason) => ({
    subject: `Bestellung ${orderNumber} kann nicht versandt werden`,
    paragraphs: [
      `Die Bestellung ${orderNumber} (${channel}) kann nicht versandt werden. Grund: ${reasons[reason]}.`,
      'Der Käufer wartet auf eine Nachricht von Ihnen: Bitte informieren Sie ihn und erstatten Sie ihm den Betrag, falls er bezahlt hat.',
    ],
  }),
  trackingLabel: 'Sendungsverfolgung ansehen',
};
