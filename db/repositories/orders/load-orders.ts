import { orderFromRecord } from '../../../src/domain/orders/from-record.ts';
import type {
  GivenPromise,
  Order,
  OrderLine,
  OrderRecord,
  Shipment,
} from '../../../src/domain/orders/order.ts';
import type { Tx } from '../../client.ts';

/** An order as its row has it; lines, parcels and promises come from their own tables. */
interface OrderRow extends Omit<OrderRecord, 'payment' | 'lines' | 'shipments' | 'promises'> {
  readonly sellerId: string;
  readonly paymentStatus: OrderRecord['payment']['status'];
  readonly verifiedAt: string | null;
  readonly paymentProvider: OrderRecord['payment']['provider'];
  readonly paymentReference: string | null;
  readonly capturedMinor: number | null;
}

type Owned<T> = T & { readonly orderId: string };

/** `lock`: in the order of their ids; whoever changes an order or anything under it does so first. */
type Purpose = 'lock' | 'look';

const readOrders = ({ sql }: Tx, ids: readonly string[], purpose: Purpose): Promise<OrderRow[]> =>
  sql<OrderRow[]>`
    SELECT id, seller_id AS "sellerId", channel, channel_order_id AS "channelOrderId", purpose, historical, state,
      placed_at AS "placedAt", shipping_speed AS "shippingSpeed", currency, tax_included AS "taxIncluded", language,
      buyer, ship_to AS "shipTo", payment_status AS "paymentStatus", verified_at AS "verifiedAt",
      payment_provider AS "paymentProvider", payment_reference AS "paymentReference",
      captured_minor AS "capturedMinor", shipping_minor AS "shippingMinor", shipping_tax_minor AS "shippingTaxMinor",
      shipping_discount_minor AS "shippingDiscountMinor", fulfilment_centre AS "fulfilmentCentre",
      cancelled_units AS "cancelledUnits", alerts_raised AS "alertsRaised", unfulfillable, cancellation,
      payment_due_at AS "paymentDueAt", ship_by_ends_at AS "shipByEndsAt", auto_cancel_at AS "autoCancelAt"
    FROM orders WHERE id = ANY (${ids as string[]}::uuid[])
    ORDER BY id
    ${purpose === 'lock' ? sql`FOR NO KEY UPDATE` : sql``}`;

const readLines = ({ sql }: Tx, ids: readonly string[]): Promise<Owned<OrderLine>[]> =>
  sql<Owned<OrderLine>[]>`
    SELECT order_id AS "orderId", line_id AS "lineId", sku, title, quantity, unit_price_minor AS "unitPriceMinor",
      discount_minor AS "discountMinor", tax_minor AS "taxMinor", unit_cost_minor AS "unitCostMinor", returnable,
      dangerous_goods AS "dangerousGoods"
    FROM order_line WHERE order_id = ANY (${ids as string[]}::uuid[])
    ORDER BY order_id, position`;

const readShipments = ({ sql }: Tx, ids: readonly string[]): Promise<Owned<Shipment>[]> =>
  sql<Owned<Shipment>[]>`
    SELECT order_id AS "orderId", id, carrier, tracking_number AS "trackingNumber", shipped_at AS "shippedAt",
      historical, lines, status, status_at AS "statusAt", delivered_at AS "deliveredAt"
    FROM shipment WHERE order_id = ANY (${ids as string[]}::uuid[])
    ORDER BY order_id, id`;

const readPromises = ({ sql }: Tx, ids: readonly string[]): Promise<Owned<GivenPromise>[]> =>
  sql<Owned<GivenPromise>[]>`
    SELECT order_id AS "orderId", sequence, shipment_id AS "shipmentId", ship_by AS "shipBy", earliest, latest,
      latest_at AS "latestAt", lane, carrier, explanation, fee_minor AS "feeMinor",
      policy_version AS "policyVersion", promised_at AS "promisedAt"
    FROM promise WHERE order_id = ANY (${ids as string[]}::uuid[])
    ORDER BY order_id, sequence`;

const groupByOrder = <T extends { readonly orderId: string }>(
  rows: readonly T[],
): Map<string, Omit<T, 'orderId'>[]> => {
  const groups = new Map<string, Omit<T, 'orderId'>[]>();
  for (const { orderId, ...row } of rows) {
    const group = groups.get(orderId);
    if (group === undefined) groups.set(orderId, [row]);
    else group.push(row);
  }
  return groups;
};

/**
 * Loads whole orders, in four statements whatever their number, and locks them unless somebody only wants to look.
 * Ids that are no order's are missing.
 */
export const loadOrders = async (
  tx: Tx,
  ids: readonly string[],
  purpose: Purpose = 'lock',
): Promise<Map<string, Order>> => {
  if (ids.length === 0) return new Map();
  const rows = await readOrders(tx, ids, purpose);
  // After the lock, in statements of their own: they see what the lock's last holder committed.
  const [lines, shipments, promises] = await Promise.all([
    readLines(tx, ids).then(groupByOrder),
    readShipments(tx, ids).then(groupByOrder),
    readPromises(tx, ids).then(groupByOrder),
  ]);
  return new Map(
    rows.map((row) => {
      const {
        sellerId: _,
        paymentStatus,
        verifiedAt,
        paymentProvider,
        paymentReference,
        capturedMinor,
        ...rest
      } = row;
      const order = orderFromRecord({
        ...rest,
        payment: {
          status: paymentStatus,
          verifiedAt,
          provider: paymentProvider,
          reference: paymentReference,
          capturedMinor,
        },
        lines: (lines.get(row.id) ?? []) as OrderLine[],
        shipments: (shipments.get(row.id) ?? []) as Shipment[],
        promises: (promises.get(row.id) ?? []) as GivenPromise[],
      });
      return [row.id, order];
    }),
  );
};
