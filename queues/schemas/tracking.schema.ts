import { z } from 'zod';
import { trackingCodes } from '../../src/domain/orders/order.ts';
import { instant, text } from './values.ts';

/** A carrier scan in normalised form. */
export const trackingEvent = z.object({
  carrier: text(64),
  trackingNumber: text(100),
  code: z.enum(trackingCodes),
  occurredAt: instant,
  location: text(200).nullish(),
  eventId: text(100)
    .nullish()
    .meta({ description: "The carrier's own id of the scan; else code and time tell scans apart" }),
  historical: z.boolean().default(false),
});

/** How many scans one request may hold (CONTRACT). */
export const mostTrackingEvents = 1_000;

export const trackingEvents = z.array(trackingEvent).min(1).max(mostTrackingEvents);
