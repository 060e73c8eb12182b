import type { OrderEvent } from './events.ts';
import type { Order, Shipment } from './order.ts';
import { progressOf } from './progress.ts';
import { unreachable } from './unreachable.ts';

/**
 * The order after one event. Makes a new object and never changes the old one; throws only on a stream that
 * `decide` cannot have given (an event before `order_placed`, or a parcel nobody recorded).
 */
export function evolve(state: Order | null, event: OrderEvent): Order {
  if (event.type === 'order_placed') return event.order;
  if (state === null) throw new Error(`${event.type} came before the order was placed`);
  switch (event.type) {
    case 'payment_verified': {
      const { payment, buyer, shipTo, language } = event;
      const base = { ...state, payment, buyer, shipTo, language, paymentDueAt: null };
      return { ...base, state: 'unshipped', cancellation: null, unfulfillable: null };
    }
    case 'promise_given': {
      const { promise, shipByEndsAt, autoCancelAt } = event;
      return { ...state, promises: [...state.promises, promise], shipByEndsAt, autoCancelAt };
    }
    case 'shipment_recorded': {
      const promises = event.promise === null ? state.promises : [...state.promises, event.promise];
      return progressed({ ...state, shipments: [...state.shipments, event.shipment], promises });
    }
    case 'tracking_changed': {
      const { shipmentId, status, statusAt, deliveredAt } = event;
      const tracked = { status, statusAt, deliveredAt };
      return progressed({ ...state, shipments: replaced(state.shipments, shipmentId, tracked) });
    }
    case 'marked_unfulfillable': {
      const { reason, at } = event;
      return { ...state, state: 'unfulfillable', unfulfillable: { reason, at }, cancellation: null };
    }
    case 'units_cancelled':
      return progressed({ ...state, cancelledUnits: [...state.cancelledUnits, ...event.lines] });
    case 'order_cancelled':
      return { ...state, state: 'cancelled', cancellation: event.cancellation, unfulfillable: null };
    case 'alert_raised':
      return { ...state, alertsRaised: [...state.alertsRaised, event.alert.kind] };
    default:
      return unreachable(event);
  }
}

/** Parcels decide the state of an order that is neither cancelled nor unfulfillable: those are final. */
function progressed(order: Order): Order {
  switch (order.state) {
    case 'cancelled':
    case 'unfulfillable':
    case 'pending':
      return order;
    case 'unshipped':
    case 'shipped':
    case 'delivered':
    case 'returned_to_sender':
      return { ...order, state: progressOf(order) };
    default:
      return unreachable(order);
  }
}

function replaced(
  shipments: readonly Shipment[],
  shipmentId: string,
  tracked: Pick<Shipment, 'status' | 'statusAt' | 'deliveredAt'>,
): readonly Shipment[] {
  if (!shipments.some(({ id }) => id === shipmentId)) throw new Error(`No parcel ${shipmentId} in the order`);
  return shipments.map((parcel) => (parcel.id === shipmentId ? { ...parcel, ...tracked } : parcel));
}
