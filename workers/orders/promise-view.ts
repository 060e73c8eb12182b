import type { DeliveryPromise } from '../../src/domain/delivery/promise.ts';

/** A promise as the API shows it, without what only Navette itself needs. */
export const promiseView = (promise: DeliveryPromise): DeliveryPromise => {
  const { shipBy, earliest, latest, latestAt, lane, carrier, explanation, feeMinor } = promise;
  const view = { shipBy, earliest, latest, latestAt, lane, carrier, explanation };
  return feeMinor === undefined || feeMinor === null ? view : { ...view, feeMinor };
};
