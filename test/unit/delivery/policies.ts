import type { DeliveryPolicy, Lane, Weekday } from '../../../src/domain/delivery/policy.ts';

export const monToFri: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];
export const monToSat: readonly Weekday[] = [...monToFri, 'sat'];

const lane = (
  country: string,
  min: number,
  max: number,
  more: Partial<Lane> = {},
  prefix?: string,
): Lane => ({
  from: 'lille',
  to: { country, ...(prefix === undefined ? {} : { postalPrefix: prefix }) },
  speed: 'standard',
  carrier: 'sat',
  transitDays: { min, max },
  ...more,
});

/** One French centre with a 16:00 cut-off, a carrier with Saturday and one without. */
export const policy: DeliveryPolicy = {
  fulfilmentCentres: [
    {
      id: 'lille',
      country: 'FR',
      subdivision: null,
      timeZone: 'Europe/Paris',
      cutOff: '16:00',
      handlingDays: 0,
      workingDays: monToFri,
      closures: ['2026-05-15'],
    },
    {
      id: 'strasbourg',
      country: 'FR',
      subdivision: 'FR-67',
      timeZone: 'Europe/Paris',
      cutOff: '12:30:30',
      handlingDays: 1,
      workingDays: monToFri,
      closures: [],
    },
    {
      id: 'always',
      country: 'FR',
      subdivision: null,
      timeZone: 'Europe/Paris',
      cutOff: '02:30',
      handlingDays: 0,
      workingDays: [...monToSat, 'sun'],
      closures: [],
    },
  ],
  carriers: [
    { id: 'sat', deliveryDays: monToSat },
    { id: 'week', deliveryDays: monToFri },
  ],
  lanes: [
    lane('FR', 1, 2),
    lane('FR', 2, 3, {}, '20'),
    lane('FR', 4, 5, {}, '20 1'),
    lane('FR', 1, 2, { speed: 'expedited', carrier: 'week' }),
    lane('FR', 0, 0, { speed: 'priority', carrier: 'week' }),
    lane('DE', 2, 3, { carrier: 'week' }),
    lane('MC', 1, 1),
    lane('*', 5, 9, { carrier: 'week' }),
    lane('*', 1, 1, { from: 'strasbourg', carrier: 'week' }),
    lane('*', 1, 1, { from: 'always' }),
  ],
  fees: [{ country: 'FR', speed: 'standard', feeMinor: 490, currency: 'EUR' }],
  exportPolicy: 'anywhere',
  autoCancelUnshippedDays: null,
  paymentExpiryDays: 21,
};
