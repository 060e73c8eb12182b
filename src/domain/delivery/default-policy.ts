import {
  type DeliveryPolicy,
  type Lane,
  type LaneDestination,
  type ShippingSpeed,
  shippingSpeeds,
} from './policy.ts';
import { memberStates } from './territories.ts';

type Transit = readonly [min: number, max: number];

/** Parcels by road from the north of France: neighbours, the rest of the mainland, the far edges. */
const neighbours = new Set(['BE', 'DE', 'ES', 'IT', 'LU', 'NL']);
const edges = new Set(['BG', 'CY', 'EE', 'FI', 'GR', 'LT', 'LV', 'MT', 'RO']);
const transitTo = (country: string): Readonly<Record<ShippingSpeed, Transit>> => {
  if (country === 'FR' || country === 'MC') return { standard: [2, 3], expedited: [1, 2], priority: [1, 1] };
  if (neighbours.has(country)) return { standard: [3, 5], expedited: [2, 3], priority: [1, 2] };
  if (edges.has(country)) return { standard: [6, 9], expedited: [3, 5], priority: [2, 3] };
  return { standard: [4, 7], expedited: [3, 4], priority: [2, 2] };
};

const carrierFor = (country: string, speed: ShippingSpeed): string => {
  if (speed !== 'standard') return 'express';
  return country === 'FR' || country === 'MC' ? 'parcel' : 'parcel-europe';
};

const lanesTo = (to: LaneDestination, transit: Readonly<Record<ShippingSpeed, Transit>>): Lane[] =>
  shippingSpeeds.map((speed) => {
    const [min, max] = transit[speed];
    return {
      from: 'main',
      to: { postalPrefix: null, ...to },
      speed,
      carrier: carrierFor(to.country, speed),
      transitDays: { min, max },
    };
  });

/** What a seller has before choosing anything: a French warehouse that ships to the whole Union. */
export const defaultDeliveryPolicy: DeliveryPolicy = {
  fulfilmentCentres: [
    {
      id: 'main',
      country: 'FR',
      subdivision: null,
      timeZone: 'Europe/Paris',
      cutOff: '14:00',
      handlingDays: 0,
      workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
      closures: [],
    },
  ],
  carriers: [
    { id: 'parcel', deliveryDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
    { id: 'parcel-europe', deliveryDays: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    { id: 'express', deliveryDays: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  ],
  lanes: [
    ...[...memberStates, 'MC'].flatMap((country) => lanesTo({ country }, transitTo(country))),
    // Corsica is a ferry further than the rest of France.
    ...lanesTo(
      { country: 'FR', postalPrefix: '20' },
      { standard: [3, 5], expedited: [2, 3], priority: [2, 2] },
    ),
    ...lanesTo({ country: '*' }, { standard: [8, 15], expedited: [4, 7], priority: [3, 5] }),
  ],
  fees: [
    { country: 'FR', speed: 'standard', feeMinor: 490, currency: 'EUR' },
    { country: 'FR', speed: 'expedited', feeMinor: 890, currency: 'EUR' },
    { country: 'FR', speed: 'priority', feeMinor: 1490, currency: 'EUR' },
  ],
  exportPolicy: 'eu_customs_and_vat',
  autoCancelUnshippedDays: null,
  // 002: an order whose payment is not verified after 21 days is cancelled.
  paymentExpiryDays: 21,
};
