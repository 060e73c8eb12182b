import { z } from 'zod';
import { country, localDate, minor, text } from '../../../queues/schemas/values.ts';
import { defaultDeliveryPolicy } from '../../domain/delivery/default-policy.ts';
import { exportPolicies, shippingSpeeds, weekdays } from '../../domain/delivery/policy.ts';
import { defaultAnonymiseAfterMonths } from '../../domain/privacy/policy.ts';
import { subdivision, wallClock } from './setting-values.ts';

const name = text(64);
const days = z.array(z.enum(weekdays)).max(7);
const speed = z.enum(shippingSpeeds);
/** Further than any lane: a year of delivery days. */
const transit = z.int().min(0).max(365);

const fulfilmentCentre = z.object({
  id: name,
  country,
  subdivision: subdivision.nullable().default(null).meta({ description: 'Decides regional holidays' }),
  timeZone: text(64).meta({ examples: ['Europe/Paris'] }),
  cutOff: wallClock,
  handlingDays: z.int().min(0).max(365).default(0),
  workingDays: days.min(1).default(['mon', 'tue', 'wed', 'thu', 'fri']),
  closures: z.array(localDate).max(2_000).default([]),
});

const lane = z.object({
  from: name,
  to: z.object({
    country: z.union([country, z.literal('*')]),
    postalPrefix: text(20).nullable().default(null),
  }),
  speed,
  carrier: name,
  transitDays: z.object({ min: transit, max: transit }),
});

/** A seller's delivery policy as it is sent: what is missing has its default. Policy-check says the rest. */
export const deliveryPolicy = z.object({
  fulfilmentCentres: z
    .array(fulfilmentCentre)
    .min(1)
    .max(200)
    .default(() => structuredClone([...defaultDeliveryPolicy.fulfilmentCentres]) as never)
    .meta({ description: 'The first one is the default' }),
  carriers: z
    .array(z.object({ id: name, deliveryDays: days.min(1) }))
    .max(500)
    .default(() => structuredClone([...defaultDeliveryPolicy.carriers]) as never),
  lanes: z
    .array(lane)
    .max(20_000)
    .default(() => structuredClone([...defaultDeliveryPolicy.lanes]) as never),
  fees: z
    .array(z.object({ country, speed, feeMinor: minor, currency: z.string().regex(/^[A-Z]{3}$/) }))
    .max(5_000)
    .default(() => structuredClone([...defaultDeliveryPolicy.fees]) as never),
  exportPolicy: z.enum(exportPolicies).default(defaultDeliveryPolicy.exportPolicy),
  autoCancelUnshippedDays: z
    .int()
    .min(1)
    .max(365)
    .nullable()
    .default(defaultDeliveryPolicy.autoCancelUnshippedDays)
    .meta({ description: 'Null: never' }),
  paymentExpiryDays: z.int().min(1).max(365).default(defaultDeliveryPolicy.paymentExpiryDays),
  anonymiseAfterMonths: z.int().min(1).max(240).default(defaultAnonymiseAfterMonths).meta({
    description: 'Months after an order is over for which names, addresses and texts are kept',
  }),
});
