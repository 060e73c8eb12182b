import type { Order, OrderRecord } from './order.ts';
import { unreachable } from './unreachable.ts';

/**
 * Reads a stored order back as one of the legal states. Throws when the fields contradict the state: such
 * a row was not written by `evolve`, and deciding over it would do harm.
 */
export function orderFromRecord(record: OrderRecord): Order {
  const { state, cancellation, unfulfillable } = record;
  switch (state) {
    case 'pending':
    case 'unshipped':
    case 'shipped':
    case 'delivered':
    case 'returned_to_sender':
      return { ...record, state, cancellation: null, unfulfillable: null };
    case 'cancelled':
      if (cancellation === null) throw contradiction(record);
      return { ...record, state, cancellation, unfulfillable: null };
    case 'unfulfillable':
      if (unfulfillable === null) throw contradiction(record);
      return { ...record, state, cancellation: null, unfulfillable };
    default:
      return unreachable(state);
  }
}

const contradiction = (record: OrderRecord): Error =>
  new Error(`Order ${record.id} is stored as ${record.state} and does not say why`);
