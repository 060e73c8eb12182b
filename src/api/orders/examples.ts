/** Bodies that work as they stand, for the document and for /docs. */
export const orderExample = {
  channel: 'shop',
  channelOrderId: '1001',
  placedAt: '2026-05-07T14:00:00+02:00',
  payment: { status: 'verified' },
  shippingSpeed: 'standard',
  currency: 'EUR',
  buyer: { name: 'Camille Martin', email: 'camille@example.com', language: 'fr' },
  shipTo: {
    name: 'Camille Martin',
    line1: '8 rue de la Soie',
    postalCode: '69003',
    city: 'Lyon',
    country: 'FR',
  },
  lines: [{ lineId: '1', sku: 'TASSE-BLEUE', title: 'Tasse bleue', quantity: 2, unitPriceMinor: 1290 }],
  shippingMinor: 490,
};

export const paymentExample = {
  status: 'verified',
  at: '2026-05-07T15:10:00+02:00',
  buyer: orderExample.buyer,
  shipTo: orderExample.shipTo,
};

export const shipmentExample = {
  shippedAt: '2026-05-08T17:30:00+02:00',
  carrier: 'colissimo',
  trackingNumber: '6A12345678901',
};
