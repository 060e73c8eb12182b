import type { LabelTexts } from './label-texts.ts';

export const es: LabelTexts = {
  parcel: 'DEVOLUCIÓN',
  sender: 'Remitente',
  recipient: 'Destinatario',
  rma: 'N.º\u00a0de devolución',
  orderNumber: 'Pedido',
  channel: 'Comprado en',
  slip: 'Hoja de devolución',
  issuedAt: 'Autorizada el',
  putInside: 'Introduzca esta hoja en el paquete, junto con los artículos que devuelve.',
  stickLabel: 'Recorte la etiqueta de abajo y péguela bien lisa por fuera del paquete.',
  stickOwnLabel: 'Pegue la etiqueta que le ha enviado la tienda bien lisa por fuera del paquete.',
  item: 'Artículo',
  sku: 'Referencia',
  quantity: 'Cant.',
  reason: 'Motivo',
  withdrawal: 'derecho de desistimiento',
  cutHere: 'Cortar aquí',
  continued: (page) => `Continúa en la página\u00a0${page}`,
  pageOf: (page, pages) => `Página\u00a0${page} de\u00a0${pages}`,
};
