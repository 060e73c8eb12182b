import { z } from 'zod';
import { findOrderRefs } from '../../../db/repositories/orders-read/find-order-refs.ts';
import type { JobRefs } from '../../../db/schema/job.ts';
import { shipmentKey } from '../../../queues/intake/natural-keys.ts';
import {
  paymentUpdate,
  shipmentRequest,
  unfulfillableRequest,
} from '../../../queues/schemas/order.schema.ts';
import { id } from '../../../queues/schemas/values.ts';
import { newId } from '../../platform/ids.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { hashContent } from '../accept/idempotency-key.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { ApiDeps } from '../deps.ts';
import type { Caller, Endpoint } from '../endpoints/endpoint.ts';
import { invalidRequest, Problem } from '../http/problem.ts';
import { checkAddress } from './check-address.ts';
import { paymentExample, shipmentExample } from './examples.ts';
import { orderState, promise } from './order-view.ts';

const tag = 'Orders';
const params = z.object({ orderId: id });

/** What an order's job results in. */
const orderResult = z.object({ orderId: z.uuid(), state: orderState, promise: promise.nullable() });

/** What happens to an order after it was placed. */
export const orderCommandEndpoints = (
  { database }: Pick<ApiDeps, 'database'>,
  ports: WorkPorts,
): Endpoint[] => {
  /** The part of a submission that every command on an order shares. */
  const onOrder = async ({ sellerId }: Caller, orderId: string, parcel?: string) => {
    const order = await findOrderRefs(database, sellerId, orderId);
    if (order === null) throw new Problem('not_found', { detail: 'There is no such order' });
    const refs: JobRefs = {
      channel: order.channel,
      order: order.channelOrderId,
      ...(parcel ? { parcel } : {}),
    };
    return { sellerId, queue: 'orders', refs, priority: 'interactive', subjectId: orderId } as const;
  };

  return [
    workEndpoint(ports, {
      path: '/v1/orders/{orderId}/payment',
      operationId: 'recordPayment',
      tag,
      summary: 'Tell that the payment was verified, or is still pending',
      description:
        'Verification brings buyer and address, unless the order has them. The promise counts from it.',
      params,
      body: paymentUpdate.meta({ id: 'PaymentUpdate' }),
      result: orderResult,
      problems: ['not_found'],
      example: paymentExample,
      submission: async ({ params: { orderId }, body: payment, caller }) => {
        const errors = payment.shipTo ? [...checkAddress(payment.shipTo, 'shipTo')] : [];
        if (errors.length > 0) throw invalidRequest(errors);
        return {
          ...(await onOrder(caller, orderId)),
          name: 'record-payment' as const,
          payload: { orderId, payment },
        };
      },
    }),

    workEndpoint(ports, {
      path: '/v1/orders/{orderId}/shipments',
      operationId: 'recordShipment',
      tag,
      summary: 'Tell that a parcel has left',
      description: 'A parcel is (carrier, trackingNumber). Scans that came before it join it.',
      params,
      body: shipmentRequest.meta({ id: 'NewShipment' }),
      result: z.object({ shipmentId: z.uuid(), ...orderResult.shape }),
      problems: ['not_found', 'shipment_conflict'],
      example: shipmentExample,
      submission: async ({ params: { orderId }, body: shipment, caller }) => {
        return {
          ...(await onOrder(caller, orderId, shipment.trackingNumber)),
          name: 'record-shipment' as const,
          payload: { orderId, shipmentId: newId(), shipment },
          naturalKey: {
            kind: 'shipment' as const,
            key: shipmentKey(shipment),
            // The same parcel under another order is no replay.
            hash: hashContent({ orderId, shipment }),
          },
        };
      },
    }),

    workEndpoint(ports, {
      path: '/v1/orders/{orderId}/unfulfillable',
      operationId: 'markUnfulfillable',
      tag,
      summary: 'Tell that the order cannot be fulfilled',
      params,
      body: unfulfillableRequest.meta({ id: 'Unfulfillable' }),
      result: orderResult,
      problems: ['not_found'],
      example: { reason: 'out_of_stock' },
      submission: async ({ params: { orderId }, body: unfulfillable, caller }) => ({
        ...(await onOrder(caller, orderId)),
        name: 'mark-unfulfillable' as const,
        payload: { orderId, unfulfillable },
      }),
    }),
  ];
};
