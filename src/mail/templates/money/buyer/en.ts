import type { BuyerTexts } from './buyer-texts.ts';

export const en: BuyerTexts = {
  cancelled: {
    whole: ({ orderNumber, channel }, source) => ({
      subject: `Order ${orderNumber}: cancelled`,
      opening: {
        buyer_request: `As you asked, order ${orderNumber} (${channel}) has been cancelled.`,
        buyer_message: `Following your message, order ${orderNumber} (${channel}) has been cancelled.`,
        seller: `The shop has cancelled order ${orderNumber} (${channel}).`,
        system: `Order ${orderNumber} (${channel}) has been cancelled automatically.`,
      }[source],
      next: [
        source === 'seller' || source === 'system'
          ? 'It will not be shipped. If you still want the items, please place a new order.'
          : 'It will not be shipped, and there is nothing more for you to do.',
      ],
    }),
    part: ({ orderNumber, channel }, source) => ({
      subject: `Order ${orderNumber}: cancelled in part`,
      opening: {
        buyer_request: `As you asked, a part of order ${orderNumber} (${channel}) has been cancelled.`,
        buyer_message: `Following your message, a part of order ${orderNumber} (${channel}) has been cancelled.`,
        seller: `The shop has cancelled a part of order ${orderNumber} (${channel}).`,
        system: `A part of order ${orderNumber} (${channel}) has been cancelled automatically.`,
      }[source],
      next: ['These items will not be shipped. Nothing changes for the rest of your order.'],
    }),
    heading: 'Cancelled items',
    refundLabel: 'Refund under way',
    nothingToRefund:
      'By our records there is no payment to refund. If you see it otherwise, contact the shop where you placed the order.',
  },
  request: {
    received: ({ orderNumber, channel }, whole) => ({
      subject: `Order ${orderNumber}: cancellation request received`,
      opening: whole
        ? `Your request to cancel order ${orderNumber} (${channel}) has arrived, and the shop has been told.`
        : `Your request to cancel items of order ${orderNumber} (${channel}) has arrived, and the shop has been told.`,
      next: [
        'Nothing is cancelled yet: the shop decides, and you will be told by e-mail. If the parcel leaves before that, it can no longer be cancelled; you can then withdraw from the contract or ask for a return.',
      ],
    }),
    heading: 'Items to cancel',
    refused: ({ orderNumber, channel }) => ({
      subject: `Order ${orderNumber}: cancellation request refused`,
      opening: `The shop has not accepted your request to cancel order ${orderNumber} (${channel}). The order goes ahead.`,
      next: [
        'Where the law gives you a right of withdrawal, you can use it from the link below. Otherwise you can ask for a return once the items have arrived.',
      ],
    }),
    lapsed: ({ orderNumber, channel }) => ({
      subject: `Order ${orderNumber}: can no longer be cancelled`,
      opening: `What you asked to cancel of order ${orderNumber} (${channel}) has left already, so your request can no longer be met.`,
      next: [
        'Where the law gives you a right of withdrawal, you can use it from the link below, even before the parcel arrives. Otherwise you can ask for a return once you have it.',
      ],
    }),
    sellerMessage: 'Message from the shop:',
  },
  howToCancel: ({ orderNumber, channel }, situation, hasLink) => {
    const isUnknown = situation === 'unknown_order';
    const what = isUnknown ? `an order (${channel})` : `order ${orderNumber} (${channel})`;
    const page = `Please ask for the cancellation on the page of your order, where you placed it (${channel}).`;
    return {
      subject: isUnknown ? `How to cancel an order (${channel})` : `Order ${orderNumber}: how to cancel`,
      opening: `You have written that you would like to cancel ${what}. This answer was written by a machine. The shop has your message, but a message alone cancels nothing.`,
      next: {
        before_shipping: [
          hasLink
            ? 'The order has not left yet. Please ask for its cancellation from the link below: the shop is told at once, decides, and you get the answer by e-mail.'
            : `The order has not left yet. ${page} The shop then decides, and you get the answer by e-mail.`,
        ],
        shipped: [
          'The order has left already, so it can no longer be cancelled. Where the law gives you a right of withdrawal, you can use it from the link below, even before the parcel arrives. Otherwise you can ask for a return once you have it.',
        ],
        closed: [
          `The order is cancelled already: there is nothing more for you to do. If you have a question, contact the shop where you placed the order (${channel}).`,
        ],
        unknown_order: [
          `We could not tell which order you mean. ${page} If the parcel has left already, you can withdraw from the contract from the link below, where the law gives you that right.`,
        ],
      }[situation],
    };
  },
  requestLabel: 'Ask for the cancellation',
  withdrawLabel: 'Withdraw from the contract',
  refund: {
    made: ({ orderNumber, channel }, amount) => ({
      subject: `Order ${orderNumber}: refund of ${amount}`,
      opening: `The shop has refunded you ${amount} for order ${orderNumber} (${channel}).`,
      next: [],
    }),
    heading: 'What is refunded',
    partOf: (amount) => `${amount}, a part of the price`,
    totalLabel: 'Total refunded',
    shippingLabel: 'Of which shipping',
    taxLabel: 'Of which tax',
    fee: (amount, why) =>
      `A restocking fee of ${amount} has been withheld and is already taken off these amounts.${
        why === null
          ? ''
          : {
              return_to_sender: ' Reason: the parcel came back without having been delivered.',
              buyer_fault:
                ' Reason: the shop’s conditions provide for it, as the return is due neither to the shop nor to the carrier.',
            }[why]
      }`,
    receiptLabel: 'See the refund and its receipt',
  },
  comesBack:
    'The money comes back the way you paid, and there is nothing for you to do. Your bank may need a few working days until you see it.',
};
