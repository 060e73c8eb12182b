import { type Column, columnsOf } from './columns.ts';

export const orderColumns: readonly Column[] = [
  ...columnsOf(
    'text',
    false,
    'channel channelOrderId placedAt purpose shippingSpeed currency fulfilmentCentre',
  ),
  ...columnsOf('text', false, 'payment.status payment.verifiedAt payment.provider payment.reference'),
  ...columnsOf('text', false, 'buyer.name buyer.email buyer.language'),
  ...columnsOf(
    'text',
    false,
    'shipTo.name shipTo.line1 shipTo.line2 shipTo.postalCode shipTo.city shipTo.region',
  ),
  ...columnsOf('text', false, 'shipTo.country shipTo.phone'),
  ...columnsOf(
    'integer',
    false,
    'payment.capturedMinor shippingMinor shippingTaxMinor shippingDiscountMinor',
  ),
  ...columnsOf('boolean', false, 'historical taxIncluded'),
  ...columnsOf('json', false, 'lines'),
  ...columnsOf('text', true, 'lineId sku title'),
  ...columnsOf('integer', true, 'quantity unitPriceMinor discountMinor taxMinor unitCostMinor'),
  ...columnsOf('boolean', true, 'returnable dangerousGoods'),
];
