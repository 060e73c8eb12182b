import type { SourceOrder } from './source-order.ts';

export const channel = 'olist';
export const carrier = 'correios';

/** The centre that stands for the sellers of a state. */
export const centreOf = (sellerState: string): string => `br-${sellerState.toLowerCase()}`;

/** The file holds no persons and no streets: what stands for them says so. */
export const toShipTo = ({ postalCode, city, state }: SourceOrder) => ({
  name: 'Comprador',
  line1: '(rua não informada)',
  postalCode,
  city,
  region: `BR-${state}`,
  country: 'BR',
});

/** Body of `POST /v1/orders`. Old data: `historical` keeps alerts, mails and cancellations silent. */
export const toDraft = (order: SourceOrder) => ({
  channel,
  channelOrderId: order.id,
  historical: true,
  placedAt: order.purchasedAt,
  payment:
    order.approvedAt === null
      ? { status: 'pending', provider: 'external' }
      : { status: 'verified', verifiedAt: order.approvedAt, provider: 'external' },
  shippingSpeed: 'standard',
  currency: 'BRL',
  buyer: { name: 'Comprador', email: `${order.id}@example.com`, language: 'en' },
  shipTo: toShipTo(order),
  lines: order.lines.map(({ lineId, sku, priceMinor }) => ({
    lineId,
    sku,
    title: `Produto ${sku.slice(0, 8)}`,
    quantity: 1,
    unitPriceMinor: priceMinor,
  })),
  shippingMinor: order.lines.reduce((sum, { freightMinor }) => sum + freightMinor, 0),
  fulfilmentCentre: centreOf(order.sellerState),
});

const trackingNumberOf = ({ id }: SourceOrder): string => `OL${id.toUpperCase()}`;

/** Body of `POST /v1/orders/{id}/shipments`; null: it never left. */
export const toShipment = (order: SourceOrder) =>
  order.handedAt === null
    ? null
    : { shippedAt: order.handedAt, carrier, trackingNumber: trackingNumberOf(order), historical: true };

/** One of `POST /v1/tracking-events`; null: it never arrived. */
export const toScan = (order: SourceOrder) =>
  order.deliveredAt === null || order.handedAt === null
    ? null
    : {
        carrier,
        trackingNumber: trackingNumberOf(order),
        code: 'delivered',
        occurredAt: order.deliveredAt,
        location: `${order.city}, ${order.state}`,
        historical: true,
      };

/**
 * Body of `POST /v1/orders/{id}/payment` for an order that left although nobody noted when its payment was
 * approved: at the latest when it left. Null: nothing to tell.
 */
export const toPayment = (order: SourceOrder) =>
  order.approvedAt === null && order.handedAt !== null
    ? { status: 'verified', at: order.handedAt, provider: 'external' }
    : null;

/** What else became of it. */
export const toEnding = (order: SourceOrder): 'unfulfillable' | 'cancelled' | null => {
  if (order.handedAt !== null) return null;
  if (order.status === 'unavailable') return 'unfulfillable';
  return order.status === 'canceled' ? 'cancelled' : null;
};
