import type { LabelTexts } from './label-texts.ts';

export const it: LabelTexts = {
  parcel: 'RESO',
  sender: 'Mittente',
  recipient: 'Destinatario',
  rma: 'Numero di reso',
  orderNumber: 'Ordine',
  channel: 'Acquistato su',
  slip: 'Modulo di reso',
  issuedAt: 'Autorizzato il',
  putInside: 'Inserisci questo modulo nel pacco, insieme agli articoli da restituire.',
  stickLabel: 'Ritaglia l’etichetta qui sotto e incollala ben distesa all’esterno del pacco.',
  stickOwnLabel: 'Incolla l’etichetta fornita dal negozio ben distesa all’esterno del pacco.',
  item: 'Articolo',
  sku: 'Codice',
  quantity: 'Qtà',
  reason: 'Motivo',
  withdrawal: 'diritto di recesso',
  cutHere: 'Tagliare qui',
  continued: (page) => `Continua a pagina\u00a0${page}`,
  pageOf: (page, pages) => `Pagina\u00a0${page} di\u00a0${pages}`,
};
