import { z } from 'zod';
import { defineQueue } from './contract.ts';
import { orderDraft, paymentUpdate, shipmentRequest, unfulfillableRequest } from './schemas/order.schema.ts';
import { id } from './schemas/values.ts';

export const ordersQueue = defineQueue({
  name: 'orders',
  title: 'Orders and promises',
  description: 'Records orders, payments and parcels, and computes the delivery promise of each.',
  jobs: {
    place: z.object({ orderId: id, draft: orderDraft }),
    'record-payment': z.object({ orderId: id, payment: paymentUpdate }),
    'record-shipment': z.object({ orderId: id, shipmentId: id, shipment: shipmentRequest }),
    'mark-unfulfillable': z.object({ orderId: id, unfulfillable: unfulfillableRequest }),
  },
  payloadVersion: 1,
  attempts: 8,
  backoff: { baseMs: 500, maxMs: 60_000 },
  concurrency: 4,
  bundleSize: 100,
  window: 800,
});
