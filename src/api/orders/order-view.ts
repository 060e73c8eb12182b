import { z } from 'zod';
import type { FullOrder } from '../../../db/repositories/orders-read/find-order.ts';
import { address, buyer, orderLine, parcelLines } from '../../../queues/schemas/order.schema.ts';
import { cancellationRequestStates } from '../../domain/cancellations/cancellation-request.ts';
import { claimKinds, claimStates } from '../../domain/claims/claim.ts';
import { shippingSpeeds } from '../../domain/delivery/policy.ts';
import { languages } from '../../domain/languages.ts';
import {
  cancellationSources,
  orderPurposes,
  orderStates,
  paymentProviders,
  trackingCodes,
  unfulfillableReasons,
} from '../../domain/orders/order.ts';
import { paidOf } from '../../domain/refunds/paid.ts';
import { counts, refundStates } from '../../domain/refunds/refund.ts';
import { returnStates } from '../../domain/returns/return.ts';
import { instantOut, localDateOut, minorOut } from '../openapi/values.ts';

export const orderState = z.enum(orderStates).meta({ id: 'OrderState' });

const explanationStep = z.object({
  code: z.string(),
  date: localDateOut.optional(),
  detail: z.string().meta({ description: "A sentence in the buyer's language" }),
});

export const promise = z
  .object({
    shipBy: localDateOut.meta({ description: 'Last day to leave, at the fulfilment centre' }),
    earliest: localDateOut.meta({ description: 'At the destination' }),
    latest: localDateOut.meta({ description: 'At the destination' }),
    latestAt: instantOut.meta({ description: 'The end of `latest` in the zone of the destination' }),
    lane: z.string(),
    carrier: z.string(),
    explanation: z.array(explanationStep).meta({ description: 'What moved the dates, in order' }),
    feeMinor: minorOut.nullish(),
  })
  .meta({ id: 'Promise' });

const givenPromise = z
  .object({
    ...promise.shape,
    sequence: z.int(),
    shipmentId: z.uuid().nullable().meta({ description: 'Null: for the whole order, before anything left' }),
    policyVersion: z.int(),
    promisedAt: instantOut,
  })
  .meta({ id: 'GivenPromise' });

const shipment = z
  .object({
    shipmentId: z.uuid(),
    carrier: z.string(),
    trackingNumber: z.string(),
    shippedAt: instantOut,
    historical: z.boolean(),
    lines: parcelLines,
    status: z.enum(trackingCodes).nullable(),
    statusAt: instantOut.nullable(),
    deliveredAt: instantOut.nullable(),
    trackingEvents: z.array(
      z.object({
        code: z.enum(trackingCodes),
        occurredAt: instantOut,
        location: z.string().nullish(),
        eventId: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Shipment' });

const reason = z.object({ reason: z.enum(unfulfillableReasons), at: instantOut });

export const orderOut = z
  .object({
    orderId: z.uuid(),
    channel: z.string(),
    channelOrderId: z.string(),
    state: orderState,
    purpose: z.enum(orderPurposes),
    historical: z.boolean(),
    placedAt: instantOut,
    payment: z.object({
      status: z.enum(['pending', 'verified']),
      verifiedAt: instantOut.nullable(),
      provider: z.enum(paymentProviders),
      reference: z.string().nullable(),
      capturedMinor: minorOut.nullable(),
    }),
    shippingSpeed: z.enum(shippingSpeeds),
    currency: z.string(),
    taxIncluded: z.boolean(),
    language: z.enum(languages),
    buyer: buyer.nullable(),
    shipTo: address.nullable(),
    lines: z.array(orderLine),
    shippingMinor: minorOut,
    shippingTaxMinor: minorOut,
    shippingDiscountMinor: minorOut,
    fulfilmentCentre: z.string(),
    cancelledUnits: z.array(z.object({ lineId: z.string(), quantity: z.int() })),
    cancellation: z
      .object({ source: z.enum(cancellationSources), reason: z.string().nullable(), at: instantOut })
      .nullable(),
    unfulfillable: reason.nullable(),
    paymentDueAt: instantOut.nullable(),
    shipByEndsAt: instantOut.nullable(),
    autoCancelAt: instantOut.nullable(),
    shippedAt: instantOut.nullable(),
    deliveredAt: instantOut.nullable(),
    createdAt: instantOut,
    promise: givenPromise.nullable().meta({ description: 'The newest of `promises`' }),
    promises: z.array(givenPromise).meta({ description: 'In the order in which they were given' }),
    shipments: z.array(shipment),
    returns: z.array(
      z.object({
        returnId: z.uuid(),
        state: z.enum(returnStates),
        rma: z.string().nullable(),
        requestedAt: instantOut,
      }),
    ),
    refunds: z.array(
      z.object({
        refundId: z.uuid(),
        state: z.enum(refundStates),
        amountMinor: minorOut,
        currency: z.string(),
        requestedAt: instantOut,
      }),
    ),
    refundable: z
      .object({
        capturedMinor: minorOut.meta({ description: 'What the buyer paid' }),
        refundedMinor: minorOut.meta({
          description:
            'Of refunds that are neither declined nor failed; what `previouslyRefundedMinor` means',
        }),
      })
      .nullable()
      .meta({ description: 'Null: nothing is captured yet' }),
    claims: z.array(
      z.object({
        claimId: z.uuid(),
        kind: z.enum(claimKinds),
        state: z.enum(claimStates),
        amountMinor: minorOut,
        currency: z.string(),
        eligibleAt: instantOut,
      }),
    ),
    cancellationRequests: z
      .array(
        z.object({
          requestId: z.uuid(),
          state: z.enum(cancellationRequestStates),
          requestedAt: instantOut,
        }),
      )
      .meta({ description: "The buyer's official requests" }),
    trackingUrl: z.url().nullable().meta({ description: 'Public page to show to the buyer' }),
  })
  .meta({ id: 'Order' });

const refundableOf = ({ head, lines, refunds }: FullOrder) => {
  const payment = {
    status: head.paymentStatus,
    verifiedAt: head.verifiedAt,
    provider: head.paymentProvider,
    capturedMinor: head.capturedMinor,
  };
  const paid = paidOf({ ...head, payment, lines });
  if (paid === null) return null;
  const refundedMinor = refunds.filter(counts).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return { capturedMinor: paid.capturedMinor, refundedMinor };
};

/** The answer about an order. */
export const showOrder = (full: FullOrder, trackingUrl: string | null) => {
  const { head, lines, shipments, promises, returns, refunds, claims, cancellationRequests } = full;
  const { id, paymentStatus, verifiedAt, paymentProvider, paymentReference, capturedMinor, ...order } = head;
  return {
    orderId: id,
    ...order,
    payment: {
      status: paymentStatus,
      verifiedAt,
      provider: paymentProvider,
      reference: paymentReference,
      capturedMinor,
    },
    lines,
    promise: promises.at(-1) ?? null,
    promises,
    shipments: shipments.map(({ id: shipmentId, ...parcel }) => ({ shipmentId, ...parcel })),
    returns,
    refunds,
    refundable: refundableOf(full),
    claims,
    cancellationRequests,
    trackingUrl,
  };
};
