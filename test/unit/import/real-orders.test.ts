import { expect, test } from 'vitest';
import { orderDraft, shipmentRequest } from '../../../queues/schemas/order.schema.ts';
import { trackingEvent } from '../../../queues/schemas/tracking.schema.ts';
import { dayFromDate } from '../../../src/domain/calendar/day.ts';
import { checkDeliveryPolicy } from '../../../src/domain/delivery/policy-check.ts';
import { compare } from '../../real-orders/compare.ts';
import { countWorkdays, learnPolicy, percentile } from '../../real-orders/learn-policy.ts';
import { fromWallClock, parseOrders, toMinor } from '../../real-orders/source-order.ts';
import { toDraft, toEnding, toPayment, toScan, toShipment } from '../../real-orders/to-requests.ts';

const header =
  'order_id,status,purchased_at,payment_approved_at,handed_to_carrier_at,delivered_at,promised_date,customer_zip_prefix,' +
  'customer_city,customer_state,line_no,product_id,seller_zip_prefix,seller_state,price_brl,freight_brl';

interface Changes {
  readonly id?: string;
  readonly status?: string;
  readonly approved?: string;
  readonly handed?: string;
  readonly delivered?: string;
  readonly line?: number;
}

/** A made-up row of the file's shape. */
const row = ({
  id = 'o1',
  status = 'delivered',
  approved = '2017-05-02 10:00:00',
  handed = '2017-05-03 10:00:00',
  delivered = '2017-05-09 15:00:00',
  line = 1,
}: Changes = {}): string =>
  `${id},${status},2017-05-02 09:00:00,${approved},${handed},${delivered},2017-05-20,3438,sao paulo,SP,${line},p1,5424,SP,109.9,17.58`;

const ordersOf = (...rows: string[]) => parseOrders([header, ...rows].join('\n'));
const one = (changes: Changes = {}) => {
  const [order] = ordersOf(row(changes));
  if (order === undefined) throw new Error('There is no order');
  return order;
};

test('the clock on the wall of São Paulo becomes an instant, daylight saving included', () => {
  expect(fromWallClock('2017-07-01 12:00:00')).toBe('2017-07-01T12:00:00-03:00');
  expect(fromWallClock('2017-12-01 12:00:00')).toBe('2017-12-01T12:00:00-02:00');
  // The clock went from 23:59:59 to 01:00:00.
  expect(fromWallClock('2017-10-15 00:30:00')).toBe('2017-10-15T01:30:00-02:00');
});

test('amounts are exact', () => {
  expect(['109.9', '17.58', '75', '75.0', '0.07'].map(toMinor)).toEqual([10_990, 1_758, 7_500, 7_500, 7]);
  expect(() => toMinor('1,50')).toThrow('no amount');
});

test('rows of one order are one order, with its zeros back in the postal code', () => {
  const [order, ...others] = ordersOf(row(), row({ line: 2 }));
  expect(others).toEqual([]);
  expect(order?.lines).toHaveLength(2);
  expect(order?.postalCode).toBe('03438');
});

test('what is sent is what the API takes', () => {
  const order = one();
  const draft = orderDraft.parse(toDraft(order));
  expect(draft).toMatchObject({
    historical: true,
    placedAt: '2017-05-02T12:00:00.000Z',
    currency: 'BRL',
    shippingMinor: 1_758,
    fulfilmentCentre: 'br-sp',
    payment: { status: 'verified', verifiedAt: '2017-05-02T13:00:00.000Z' },
  });
  expect(shipmentRequest.parse(toShipment(order)).shippedAt).toBe('2017-05-03T13:00:00.000Z');
  expect(trackingEvent.parse(toScan(order)).code).toBe('delivered');
});

test('an order without approval is pending, and paid at the latest when it left', () => {
  const left = one({ approved: '' });
  expect(orderDraft.parse(toDraft(left)).payment.status).toBe('pending');
  expect(toPayment(left)?.at).toBe('2017-05-03T10:00:00-03:00');
  expect(toPayment(one())).toBeNull();
});

test('endings are told only of what never left', () => {
  const ending = (status: string, handed = '') => toEnding(one({ status, handed, delivered: '' }));
  expect(ending('unavailable')).toBe('unfulfillable');
  expect(ending('canceled')).toBe('cancelled');
  expect(ending('canceled', '2017-05-03 10:00:00')).toBeNull();
  expect(ending('processing')).toBeNull();
});

test('a percentile is a value that was there', () => {
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  expect(percentile([7], 0.1)).toBe(7);
  expect(percentile([], 0.5)).toBe(0);
});

test('workdays are counted after the first day, up to the last', () => {
  const day = (date: string) => dayFromDate(date) ?? 0;
  const weekday = (number: number) => (number + 3) % 7 < 5;
  expect(countWorkdays(day('2017-05-05'), day('2017-05-08'), weekday)).toBe(1);
  expect(countWorkdays(day('2017-05-05'), day('2017-05-05'), weekday)).toBe(0);
  expect(countWorkdays(day('2017-05-05'), day('2017-05-01'), weekday)).toBe(0);
});

test('the policy that is learned is a valid one, and promises what it was taught', () => {
  const many = Array.from({ length: 40 }, (_, n) => row({ id: `o${n}` }));
  const policy = learnPolicy(ordersOf(...many), ['SP', 'MG']);
  expect(checkDeliveryPolicy(policy)).toEqual([]);
  // Bought and paid on Tuesday, left on Wednesday, arrived on Tuesday after.
  expect(policy.fulfilmentCentres.map(({ id, handlingDays }) => [id, handlingDays])).toEqual([
    ['br-sp', 1],
    ['br-mg', 1],
  ]);
  expect(
    policy.lanes.find(({ from, to }) => from === 'br-sp' && to.postalPrefix === '03')?.transitDays,
  ).toEqual({
    min: 4,
    max: 4,
  });
});

test('late is later than the last promised day, and only where both promised', () => {
  const orders = [...ordersOf(row({ id: 'a' }), row({ id: 'b' }), row({ id: 'c' }))];
  const listed = (id: string, latest: string | null) =>
    [
      id,
      { orderId: id, channelOrderId: id, state: 'delivered', shipBy: null, latest, deliveredAt: null },
    ] as const;
  const found = new Map([listed('a', '2017-05-09'), listed('b', '2017-05-08'), listed('c', null)]);
  expect(compare(orders, found)).toEqual({
    delivered: 2,
    late: { ours: 1, theirs: 0 },
    medianDays: { ours: 6, theirs: 18, taken: 7 },
  });
});
