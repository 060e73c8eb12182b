import type { Instant } from '../../../src/domain/calendar/instant.ts';
import type { CancellationRequestState } from '../../../src/domain/cancellations/cancellation-request.ts';
import type { ClaimKind, ClaimState } from '../../../src/domain/claims/claim.ts';
import type {
  GivenPromise,
  OrderLine,
  OrderRecord,
  Shipment,
  TrackingEvent,
} from '../../../src/domain/orders/order.ts';
import type { RefundState } from '../../../src/domain/refunds/refund.ts';
import type { ReturnState } from '../../../src/domain/returns/return.ts';
import type { Database, Tx } from '../../client.ts';

/** An order's own row. */
export interface OrderHead
  extends Omit<OrderRecord, 'payment' | 'lines' | 'shipments' | 'promises' | 'alertsRaised'> {
  readonly paymentStatus: OrderRecord['payment']['status'];
  readonly verifiedAt: Instant | null;
  readonly paymentProvider: OrderRecord['payment']['provider'];
  readonly paymentReference: string | null;
  readonly capturedMinor: number | null;
  readonly shippedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly createdAt: Instant;
}

export interface TrackedShipment extends Shipment {
  /** Every scan, by the time it was made. */
  readonly trackingEvents: readonly TrackingEvent[];
}

/** An order with everything under it, as the API shows it. */
export interface FullOrder {
  readonly head: OrderHead;
  readonly lines: readonly OrderLine[];
  readonly shipments: readonly TrackedShipment[];
  readonly promises: readonly GivenPromise[];
  readonly returns: readonly OrderReturn[];
  readonly refunds: readonly OrderRefund[];
  readonly claims: readonly OrderClaim[];
  readonly cancellationRequests: readonly OrderCancellationRequest[];
}

export interface OrderReturn {
  readonly returnId: string;
  readonly state: ReturnState;
  readonly rma: string | null;
  readonly requestedAt: Instant;
}

export interface OrderRefund {
  readonly refundId: string;
  readonly state: RefundState;
  readonly amountMinor: number;
  readonly currency: string;
  readonly requestedAt: Instant;
}

export interface OrderClaim {
  readonly claimId: string;
  readonly kind: ClaimKind;
  readonly state: ClaimState;
  readonly amountMinor: number;
  readonly currency: string;
  readonly eligibleAt: Instant;
}

export interface OrderCancellationRequest {
  readonly requestId: string;
  readonly state: CancellationRequestState;
  readonly requestedAt: Instant;
}

type Scan = TrackingEvent & { readonly shipmentId: string };

const readHead = ({ sql }: Tx, id: string): Promise<OrderHead[]> =>
  sql<OrderHead[]>`
    SELECT id, channel, channel_order_id AS "channelOrderId", purpose, historical, state, placed_at AS "placedAt",
      shipping_speed AS "shippingSpeed", currency, tax_included AS "taxIncluded", language, buyer,
      ship_to AS "shipTo", payment_status AS "paymentStatus", verified_at AS "verifiedAt",
      payment_provider AS "paymentProvider", payment_reference AS "paymentReference",
      captured_minor AS "capturedMinor", shipping_minor AS "shippingMinor", shipping_tax_minor AS "shippingTaxMinor",
      shipping_discount_minor AS "shippingDiscountMinor", fulfilment_centre AS "fulfilmentCentre",
      cancelled_units AS "cancelledUnits", unfulfillable, cancellation, payment_due_at AS "paymentDueAt",
      ship_by_ends_at AS "shipByEndsAt", auto_cancel_at AS "autoCancelAt", shipped_at AS "shippedAt",
      delivered_at AS "deliveredAt", created_at AS "createdAt"
    FROM orders WHERE id = ${id}`;

const readLines = ({ sql }: Tx, id: string): Promise<OrderLine[]> =>
  sql<OrderLine[]>`
    SELECT line_id AS "lineId", sku, title, quantity, unit_price_minor AS "unitPriceMinor",
      discount_minor AS "discountMinor", tax_minor AS "taxMinor", unit_cost_minor AS "unitCostMinor", returnable,
      dangerous_goods AS "dangerousGoods"
    FROM order_line WHERE order_id = ${id} ORDER BY position`;

const readShipments = ({ sql }: Tx, id: string): Promise<Shipment[]> =>
  sql<Shipment[]>`
    SELECT id, carrier, tracking_number AS "trackingNumber", shipped_at AS "shippedAt", historical, lines, status,
      status_at AS "statusAt", delivered_at AS "deliveredAt"
    FROM shipment WHERE order_id = ${id} ORDER BY shipped_at, id`;

const readScans = ({ sql }: Tx, id: string): Promise<Scan[]> =>
  sql<Scan[]>`
    SELECT shipment.id AS "shipmentId", code, occurred_at AS "occurredAt", location, event_id AS "eventId"
    FROM shipment JOIN tracking_event USING (seller_id, carrier, tracking_number)
    WHERE order_id = ${id} ORDER BY occurred_at, tracking_event.id`;

const readPromises = ({ sql }: Tx, id: string): Promise<GivenPromise[]> =>
  sql<GivenPromise[]>`
    SELECT sequence, shipment_id AS "shipmentId", ship_by AS "shipBy", earliest, latest, latest_at AS "latestAt",
      lane, carrier, explanation, fee_minor AS "feeMinor", policy_version AS "policyVersion",
      promised_at AS "promisedAt"
    FROM promise WHERE order_id = ${id} ORDER BY sequence`;

const readReturns = ({ sql }: Tx, id: string): Promise<OrderReturn[]> =>
  sql<OrderReturn[]>`
    SELECT id AS "returnId", state, rma, requested_at AS "requestedAt"
    FROM "return" WHERE order_id = ${id} ORDER BY id`;

const readRefunds = ({ sql }: Tx, id: string): Promise<OrderRefund[]> =>
  sql<OrderRefund[]>`
    SELECT id AS "refundId", state, amount_minor AS "amountMinor", currency, requested_at AS "requestedAt"
    FROM refund WHERE order_id = ${id} ORDER BY id`;

const readClaims = ({ sql }: Tx, id: string): Promise<OrderClaim[]> =>
  sql<OrderClaim[]>`
    SELECT id AS "claimId", kind, state, amount_minor AS "amountMinor", currency, eligible_at AS "eligibleAt"
    FROM claim WHERE order_id = ${id} ORDER BY id`;

const readCancellationRequests = ({ sql }: Tx, id: string): Promise<OrderCancellationRequest[]> =>
  sql<OrderCancellationRequest[]>`
    SELECT id AS "requestId", state, requested_at AS "requestedAt"
    FROM cancellation_request WHERE order_id = ${id} ORDER BY id`;

/** An order's own row alone; null: this seller has no such order. */
export const findOrderHead = async (
  database: Database,
  sellerId: string,
  id: string,
): Promise<OrderHead | null> => {
  const [head] = await database.asSellers([sellerId], (tx) => readHead(tx, id));
  return head ?? null;
};

/** An order of this seller; null: no such order. One transaction, its statements in one round trip. */
export const findOrder = async (
  database: Database,
  sellerId: string,
  id: string,
): Promise<FullOrder | null> =>
  database.asSellers([sellerId], async (tx) => {
    const [[head], lines, shipments, scans, promises, returns, refunds, claims, cancellationRequests] =
      await Promise.all([
        readHead(tx, id),
        readLines(tx, id),
        readShipments(tx, id),
        readScans(tx, id),
        readPromises(tx, id),
        readReturns(tx, id),
        readRefunds(tx, id),
        readClaims(tx, id),
        readCancellationRequests(tx, id),
      ]);
    if (head === undefined) return null;
    return {
      head,
      lines,
      promises,
      returns,
      refunds,
      claims,
      cancellationRequests,
      shipments: shipments.map((shipment) => ({
        ...shipment,
        trackingEvents: scans
          .filter((scan) => scan.shipmentId === shipment.id)
          .map(({ shipmentId: _, ...scan }) => scan),
      })),
    };
  });
