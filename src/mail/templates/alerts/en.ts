import type { AlertTexts } from './alert-texts.ts';

const reasons = {
  damaged: 'the item is damaged and there is no replacement',
  dangerous_goods: 'an item has since been classed as dangerous goods',
  out_of_stock: 'an item is out of stock',
};

export const en: AlertTexts = {
  payment_expired: ({ orderNumber, channel }, lastDay) => ({
    subject: `Order ${orderNumber} cancelled: payment not verified`,
    paragraphs: [
      `The payment for order ${orderNumber} (${channel}) was not verified by the deadline, ${lastDay}. The order has therefore been cancelled.`,
      'Please do not ship it. If the buyer still wants the items, they need to place a new order.',
    ],
  }),
  not_shipped_by_edd: ({ orderNumber, channel }, lastDay) => ({
    subject: `Order ${orderNumber}: delivery date passed, not shipped`,
    paragraphs: [
      `Order ${orderNumber} (${channel}) was due to arrive by ${lastDay}, and its shipment has not been fully confirmed yet.`,
      'If the parcel has left, please confirm the shipment with its tracking number. If it has not, ship it as soon as you can or cancel the order, and let the buyer know.',
    ],
  }),
  auto_cancelled: ({ orderNumber, channel }, lastDay) => ({
    subject: `Order ${orderNumber} cancelled: not shipped`,
    paragraphs: [
      `The shipment of order ${orderNumber} (${channel}) was not confirmed by the deadline, ${lastDay}. The order has therefore been cancelled automatically, as your settings provide.`,
      'Please do not ship it any more. If the parcel has already left, contact the buyer.',
    ],
  }),
  unfulfillable: ({ orderNumber, channel }, reason) => ({
    subject: `Order ${orderNumber} cannot be shipped`,
    paragraphs: [
      `Order ${orderNumber} (${channel}) cannot be shipped: ${reasons[reason]}.`,
      'The buyer is waiting to hear from you: please let them know and, if they have paid, refund them.',
    ],
  }),
  trackingLabel: 'See the order’s tracking',
};
