import type { LabelTexts } from './label-texts.ts';

export const de: LabelTexts = {
  parcel: 'RÜCKSENDUNG',
  sender: 'Absender',
  recipient: 'Empfänger',
  rma: 'Rücksendenummer',
  orderNumber: 'Bestellung',
  channel: 'Gekauft bei',
  slip: 'Rücksendeschein',
  issuedAt: 'Genehmigt am',
  putInside: 'Legen Sie diesen Schein zusammen mit den Artikeln in das Paket.',
  stickLabel: 'Schneiden Sie das Etikett unten ab und kleben Sie es glatt außen auf das Paket.',
  stickOwnLabel: 'Kleben Sie das Etikett, das Sie vom Shop erhalten haben, glatt außen auf das Paket.',
  item: 'Artikel',
  sku: 'Artikelnummer',
  quantity: 'Menge',
  reason: 'Grund',
  withdrawal: 'Widerrufsrecht',
  cutHere: 'Hier abschneiden',
  continued: (page) => `Fortsetzung auf Seite\u00a0${page}`,
  pageOf: (page, pages) => `Seite\u00a0${page} von\u00a0${pages}`,
};
