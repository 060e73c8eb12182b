import type { LabelTexts } from './label-texts.ts';

export const fr: LabelTexts = {
  parcel: 'RETOUR',
  sender: 'Expéditeur',
  recipient: 'Destinataire',
  rma: 'N°\u00a0de retour',
  orderNumber: 'Commande',
  channel: 'Achat sur',
  slip: 'Bon de retour',
  issuedAt: 'Autorisé le',
  putInside: 'Glissez ce bon dans le colis, avec les articles à retourner.',
  stickLabel: 'Découpez l’étiquette ci-dessous et collez-la sur le colis, bien à plat.',
  stickOwnLabel: 'Collez l’étiquette fournie par la boutique sur le colis, bien à plat.',
  item: 'Article',
  sku: 'Référence',
  quantity: 'Qté',
  reason: 'Motif',
  withdrawal: 'droit de rétractation',
  cutHere: 'Découpez ici',
  continued: (page) => `Suite page\u00a0${page}`,
  pageOf: (page, pages) => `Page\u00a0${page} sur\u00a0${pages}`,
};
