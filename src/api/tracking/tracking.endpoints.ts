import { z } from 'zod';
import { trackingEvent, trackingEvents } from '../../../queues/schemas/tracking.schema.ts';
import type { WorkPorts } from '../accept/accept-work.ts';
import { workEndpoint } from '../accept/work-endpoint.ts';
import type { Endpoint } from '../endpoints/endpoint.ts';

/** More scans than this are a load of data, not news that somebody waits for. */
const mostInteractive = 50;

const one = trackingEvent.meta({ id: 'NewTrackingEvent' });
const body = z.union([one, trackingEvents]);

export const trackingEndpoints = (ports: WorkPorts): Endpoint[] => [
  workEndpoint(ports, {
    path: '/v1/tracking-events',
    operationId: 'recordTrackingEvents',
    tag: 'Tracking',
    summary: 'Record carrier scans',
    description:
      'One, or an array of up to 1,000. Scans may come late, twice and out of order, and before their parcel.',
    body,
    pickBody: (raw) => (Array.isArray(raw) ? trackingEvents : one),
    result: z.object({
      received: z.int(),
      recorded: z.int().meta({ description: 'New ones' }),
      duplicates: z.int().meta({ description: 'Ones that were here before' }),
      awaitingShipment: z.int().meta({ description: 'Kept for parcels that are not known yet' }),
    }),
    example: [
      {
        carrier: 'colissimo',
        trackingNumber: '6A12345678901',
        code: 'delivered',
        occurredAt: '2026-05-11T10:12:00+02:00',
        location: 'Lyon',
      },
    ],
    submission: ({ body: sent, caller: { sellerId } }) => {
      const events = Array.isArray(sent) ? sent : [sent];
      const parcels = new Set(events.map(({ trackingNumber }) => trackingNumber));
      const [parcel] = parcels;
      return {
        sellerId,
        queue: 'tracking',
        name: 'record',
        payload: { events },
        refs: parcels.size === 1 && parcel !== undefined ? { parcel } : {},
        priority: events.length > mostInteractive ? 'bulk' : 'interactive',
      };
    },
  }),
];
