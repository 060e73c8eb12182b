import type { LabelTexts } from './label-texts.ts';

export const en: LabelTexts = {
  parcel: 'RETURN',
  sender: 'From',
  recipient: 'To',
  rma: 'Return number',
  orderNumber: 'Order',
  channel: 'Bought on',
  slip: 'Return slip',
  issuedAt: 'Authorised on',
  putInside: 'Put this slip inside the parcel, with the items you are returning.',
  stickLabel: 'Cut off the label below and stick it flat on the outside of the parcel.',
  stickOwnLabel: 'Stick the label that the shop has sent you flat on the outside of the parcel.',
  item: 'Item',
  sku: 'Reference',
  quantity: 'Qty',
  reason: 'Reason',
  withdrawal: 'right of withdrawal',
  cutHere: 'Cut here',
  continued: (page) => `Continued on page\u00a0${page}`,
  pageOf: (page, pages) => `Page\u00a0${page} of\u00a0${pages}`,
};
