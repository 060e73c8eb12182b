import { expect, test } from 'vitest';
import { defaultDeliveryPolicy } from '../../../src/domain/delivery/default-policy.ts';
import type { DeliveryPolicy, FulfilmentCentre, Lane } from '../../../src/domain/delivery/policy.ts';
import { checkDeliveryPolicy } from '../../../src/domain/delivery/policy-check.ts';
import { policy } from './policies.ts';

test('the default policy and the one of the tests have no problem', () => {
  expect(checkDeliveryPolicy(defaultDeliveryPolicy)).toEqual([]);
  expect(checkDeliveryPolicy(policy)).toEqual([]);
});

const [firstCentre] = policy.fulfilmentCentres;
const [firstLane] = policy.lanes;
const centre = (change: Partial<FulfilmentCentre>): DeliveryPolicy => {
  if (firstCentre === undefined) throw new Error('no centre');
  return {
    ...policy,
    fulfilmentCentres: [{ ...firstCentre, ...change }, ...policy.fulfilmentCentres.slice(1)],
  };
};
const lane = (change: Partial<Lane>): DeliveryPolicy => {
  if (firstLane === undefined) throw new Error('no lane');
  return { ...policy, lanes: [{ ...firstLane, ...change }, ...policy.lanes.slice(1)] };
};

test.each<[string, string, DeliveryPolicy]>([
  ['unknown_time_zone', 'fulfilmentCentres.0.timeZone', centre({ timeZone: 'Europe/Lille' })],
  ['unknown_subdivision', 'fulfilmentCentres.0.subdivision', centre({ subdivision: 'FR-XX' })],
  ['subdivision_of_other_country', 'fulfilmentCentres.0.subdivision', centre({ subdivision: 'DE-BY' })],
  ['invalid_cut_off', 'fulfilmentCentres.0.cutOff', centre({ cutOff: '24:00' })],
  ['no_working_days', 'fulfilmentCentres.0.workingDays', centre({ workingDays: [] })],
  ['invalid_date', 'fulfilmentCentres.0.closures.0', centre({ closures: ['2026-02-30'] })],
  ['unknown_country', 'fulfilmentCentres.0.country', centre({ country: 'ZZ' })],
  ['duplicate_id', 'fulfilmentCentres.1.id', centre({ id: 'strasbourg' })],
  ['unknown_carrier', 'lanes.0.carrier', lane({ carrier: 'nobody' })],
  ['unknown_fulfilment_centre', 'lanes.0.from', lane({ from: 'nowhere' })],
  ['min_above_max', 'lanes.0.transitDays', lane({ transitDays: { min: 3, max: 2 } })],
  [
    'impossible_postal_prefix',
    'lanes.0.to.postalPrefix',
    lane({ to: { country: 'FR', postalPrefix: 'ABC' } }),
  ],
  ['impossible_postal_prefix', 'lanes.0.to.postalPrefix', lane({ to: { country: '*', postalPrefix: '1' } })],
  ['duplicate_lane', 'lanes.1', lane({ to: { country: 'FR', postalPrefix: '2 0' } })],
  [
    'no_delivery_days',
    'carriers.0.deliveryDays',
    { ...policy, carriers: [{ id: 'sat', deliveryDays: [] }, ...policy.carriers.slice(1)] },
  ],
  ['no_fulfilment_centre', 'fulfilmentCentres', { ...policy, fulfilmentCentres: [] }],
])('finds %s at %s', (code, path, broken) => {
  expect(checkDeliveryPolicy(broken).map((problem) => [problem.code, problem.path.join('.')])).toContainEqual(
    [code, path],
  );
});
