import type { Scene } from './scene.ts';

export const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

const titles = ['Tasse', 'Théière', 'Bol', 'Łyżka', 'Schüssel'];

/** An order as an upstream system has it, of one to three lines of a few units. */
export const anOrder = ({ random }: Scene, number: string, changes: object = {}) => ({
  channel: 'shop',
  channelOrderId: number,
  placedAt: hoursAgo(2),
  payment: { status: 'verified', provider: 'stripe', reference: `pi_${number}` },
  currency: 'EUR',
  buyer: {
    name: 'Zoé Łukasik',
    email: `${number.toLowerCase()}@buyers.example`,
    language: random.pick(['fr', 'en', 'de', 'it', 'es']),
  },
  shipTo: { name: 'Zoé Łukasik', line1: '3 rue Haute', postalCode: '69003', city: 'Lyon', country: 'FR' },
  shippingMinor: 490,
  lines: Array.from({ length: 1 + random.below(3) }, (_, n) => ({
    lineId: String(n + 1),
    sku: `SKU-${random.below(500)}`,
    title: random.pick(titles),
    quantity: 1 + random.below(3),
    unitPriceMinor: 101 + random.below(9_000),
  })),
  ...changes,
});

export const aParcel = (number: string, shippedAt = hoursAgo(1)) => ({
  carrier: 'colissimo',
  trackingNumber: `T${number}`,
  shippedAt,
});

/** Places an order and gives its id. */
export const placeOrder = async (scene: Scene, changes: object = {}): Promise<string> => {
  const { number, seller, notebook } = scene;
  const { orderId } = await scene.result('/v1/orders', anOrder(scene, number, changes));
  notebook.orders.push({ sellerKey: seller.key, number });
  return String(orderId);
};

/** Places an order that has left, and gives its id. */
export const shipOrder = async (scene: Scene, changes: object = {}): Promise<string> => {
  const orderId = await placeOrder(scene, changes);
  await scene.finish(`/v1/orders/${orderId}/shipments`, aParcel(scene.number));
  return orderId;
};
