import type { TrackingTexts } from './tracking-texts.ts';

export const en: TrackingTexts = {
  order: (number) => `Order ${number}`,
  headlines: {
    pending: {
      title: 'Payment being verified',
      sentence:
        'The order has been received. The delivery date will appear here once its payment is verified.',
    },
    unshipped: { title: 'Being prepared', sentence: 'The order is being made ready to ship.' },
    partly_shipped: {
      title: 'Partly shipped',
      sentence: 'Part of the order is on its way; the rest is being prepared.',
    },
    shipped: { title: 'On its way', sentence: 'The order has been handed to the carrier.' },
    delivered: { title: 'Delivered', sentence: 'The order has arrived.' },
    cancelled: {
      title: 'Cancelled',
      sentence:
        'This order was cancelled and will not be delivered. For any question, please contact the shop.',
    },
    unfulfillable: {
      title: 'Cannot be delivered',
      sentence:
        'Unfortunately this order cannot be shipped. The shop has been told; please contact it for what comes next.',
    },
    returned_to_sender: {
      title: 'Returned to the sender',
      sentence:
        'The parcel could not be delivered and went back to the sender. Please contact the shop for what comes next.',
    },
  },
  progress: 'Progress',
  steps: { ordered: 'Ordered', shipped: 'Shipped', delivered: 'Delivered' },
  expected: 'Expected delivery',
  deliveredOn: 'Delivered on',
  late: 'The expected date has passed. If nothing happens soon, please contact the shop.',
  parcel: 'Parcel',
  parcelOf: (position, count) => `Parcel ${position} of ${count}`,
  carrier: 'Carrier',
  trackingNumber: 'Tracking number',
  shippedOn: 'Shipped on',
  history: 'Tracking history',
  statuses: {
    accepted: 'Accepted by the carrier',
    in_transit: 'In transit',
    out_for_delivery: 'Out for delivery',
    delivered: 'Delivered',
    exception: 'The carrier reports a problem',
    damaged: 'The carrier reports damage',
    lost: 'The carrier reports the parcel lost',
    returning: 'On its way back to the sender',
    returned_to_sender: 'Returned to the sender',
  },
  noScans: 'No news from the carrier yet. It may take until the day after shipping for the first to appear.',
  localTimes: 'Times are those of the place of delivery.',
  utcTimes: 'Times are in UTC.',
  language: 'Language',
  notFound: {
    title: 'This page does not exist',
    sentence:
      'The link may be incomplete. Please open it again from your message, or ask the shop for a new one.',
  },
  tooMany: {
    title: 'One moment, please',
    sentence: 'This page was opened very often. Please try again in a minute.',
  },
};
