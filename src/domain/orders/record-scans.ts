import { accept, refuse } from '../outcome.ts';
import type { RecordScans } from './commands.ts';
import type { Decision } from './context.ts';
import type { Order } from './order.ts';
import { foldTracking } from './tracking.ts';

/**
 * Scans of one parcel. Whatever the order's state, its parcels go on being followed; only what changes is
 * an event, so late and repeated scans cost nothing. Storage keeps every raw scan (domain section 1).
 */
export function decideRecordScans(
  order: Order,
  { shipmentId, scans, historical = false }: RecordScans,
): Decision {
  const parcel = order.shipments.find(({ id }) => id === shipmentId);
  if (!parcel) return refuse('unknown_shipment', `The order has no parcel ${shipmentId}.`);
  const { status, statusAt, deliveredAt } = foldTracking(scans);
  if (status === null || statusAt === null) return accept([]);
  if (status === parcel.status && statusAt === parcel.statusAt && deliveredAt === parcel.deliveredAt) {
    return accept([]);
  }
  const changed = { type: 'tracking_changed', shipmentId, status, statusAt, deliveredAt } as const;
  // A parcel of old data is old data, whatever is said of it later.
  return accept([historical || parcel.historical ? { ...changed, historical: true } : changed]);
}
