/** Order number `n` as a shop posts it: two lines, an address, different from all others. About 750 bytes. */
export const orderBody = (n: number): string =>
  JSON.stringify({
    channel: 'shop',
    channelOrderId: `B-${n}`,
    placedAt: new Date(Date.now() - 3_600_000).toISOString(),
    payment: { status: 'verified' },
    currency: 'EUR',
    buyer: { name: `Camille Martin ${n}`, email: `camille-${n}@example.test` },
    shipTo: {
      name: `Camille Martin ${n}`,
      line1: `${1 + (n % 300)} rue de la Soie`,
      postalCode: '69003',
      city: 'Lyon',
      country: 'FR',
    },
    lines: [
      { lineId: '1', sku: `TASSE-${n % 97}`, title: 'Tasse bleue', quantity: 1, unitPriceMinor: 1_290 },
      { lineId: '2', sku: `FIL-${n % 89}`, title: 'Fil de soie', quantity: 2, unitPriceMinor: 450 },
    ],
  });

let made = 0;
/** The first of `count` numbers that no other order of this run has. */
export const takeNumbers = (count: number): number => {
  made += count;
  return made - count;
};
