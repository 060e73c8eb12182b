import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ShippingSpeed } from '../../src/domain/delivery/policy.ts';
import type { Language } from '../../src/domain/languages.ts';
import type {
  Address,
  Buyer,
  Cancellation,
  Order,
  OrderAlertKind,
  OrderPurpose,
  OrderState,
  ParcelLine,
  PaymentProvider,
} from '../../src/domain/orders/order.ts';
import { instant, minor, sellerId } from '../columns.ts';
import { sellerPolicy, systemPolicy } from '../roles.ts';

/** Why and since when an order cannot be fulfilled. */
type Unfulfillable = NonNullable<Order['unfulfillable']>;

/**
 * An order. States: pending → unshipped → shipped → delivered; cancelled, unfulfillable,
 * returned_to_sender (docs/orders.md). Whoever changes it, or anything under it, locks its row first.
 */
export const order = pgTable(
  'orders',
  {
    id: uuid('id').primaryKey(),
    sellerId: sellerId(),
    channel: text('channel').notNull(),
    channelOrderId: text('channel_order_id').notNull(),
    purpose: text('purpose').$type<OrderPurpose>().notNull(),
    historical: boolean('historical').notNull(),
    state: text('state').$type<OrderState>().notNull(),
    placedAt: instant('placed_at').notNull(),
    shippingSpeed: text('shipping_speed').$type<ShippingSpeed>().notNull(),
    currency: text('currency').notNull(),
    taxIncluded: boolean('tax_included').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** Null while the payment is pending, and after anonymisation. */
    buyer: jsonb('buyer').$type<Buyer>(),
    shipTo: jsonb('ship_to').$type<Address>(),
    paymentStatus: text('payment_status').$type<'pending' | 'verified'>().notNull(),
    verifiedAt: instant('verified_at'),
    paymentProvider: text('payment_provider').$type<PaymentProvider>().notNull(),
    paymentReference: text('payment_reference'),
    capturedMinor: minor('captured_minor'),
    shippingMinor: minor('shipping_minor').notNull(),
    shippingTaxMinor: minor('shipping_tax_minor').notNull(),
    shippingDiscountMinor: minor('shipping_discount_minor').notNull(),
    fulfilmentCentre: text('fulfilment_centre').notNull(),
    cancelledUnits: jsonb('cancelled_units').$type<readonly ParcelLine[]>().notNull().default([]),
    alertsRaised: jsonb('alerts_raised').$type<readonly OrderAlertKind[]>().notNull().default([]),
    unfulfillable: jsonb('unfulfillable').$type<Unfulfillable>(),
    cancellation: jsonb('cancellation').$type<Cancellation>(),
    /** Instants frozen from the policy of the day, see OrderBase. */
    paymentDueAt: instant('payment_due_at'),
    shipByEndsAt: instant('ship_by_ends_at'),
    autoCancelAt: instant('auto_cancel_at'),
    /** What the rates ask (rates.ts): end of the first promise's window, and what happened when. */
    latestAt: instant('latest_at'),
    shippedAt: instant('shipped_at'),
    deliveredAt: instant('delivered_at'),
    calledOffAt: instant('called_off_at'),
    createdAt: instant('created_at').notNull().default(sql`now()`),
    /** The buyer asked to be forgotten: as soon as the order is over. */
    eraseAskedAt: instant('erase_asked_at'),
    /** When its personal data is looked at next; null: not yet, or never again. */
    eraseCheckAt: instant('erase_check_at'),
    erasedAt: instant('erased_at'),
  },
  (t) => [
    // get-order-by-number, and the last wall against one order twice.
    uniqueIndex('orders_number').on(t.sellerId, t.channel, t.channelOrderId),
    // list-orders, newest first; ids are in order of time.
    index('orders_list').on(t.sellerId, t.id),
    // shipping-rates: the orders of a window.
    index('orders_placed').on(t.sellerId, t.placedAt),
    // find-orders-by-number: the buyer's withdrawal page knows no seller and no channel.
    index('orders_channel_order_id').on(t.channelOrderId),
    // app.things_of_buyer: the orders of an address, read by a function that may use this index. Of a
    // digest: an insert into a tree of texts costs much more, and a hash index goes bad where many share an address.
    index('orders_buyer_email')
      .on(sql`hashtextextended(lower(buyer ->> 'email'), 0)`)
      .where(sql`buyer IS NOT NULL`),
    // find-orders-to-erase: those old enough that nobody has looked at, and those whose time has come.
    index('orders_erase_unseen')
      .on(t.sellerId, t.placedAt)
      .where(sql`erase_check_at IS NULL AND erased_at IS NULL`),
    index('orders_erase_check').on(t.sellerId, t.eraseCheckAt).where(sql`erase_check_at IS NOT NULL`),
    check(
      'orders_state',
      sql`state IN ('pending', 'unshipped', 'shipped', 'delivered', 'cancelled', 'unfulfillable', 'returned_to_sender')`,
    ),
    sellerPolicy('orders'),
    systemPolicy('orders'),
  ],
);
