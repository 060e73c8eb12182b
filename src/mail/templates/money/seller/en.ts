import type { SellerTexts } from './seller-texts.ts';

export const en: SellerTexts = {
  cancellation: {
    requested: ({ orderNumber, channel }, whole) => ({
      subject: `Order ${orderNumber}: cancellation request to answer`,
      opening: whole
        ? `The buyer asks to cancel order ${orderNumber} (${channel}).`
        : `The buyer asks to cancel items of order ${orderNumber} (${channel}).`,
      next: [
        'Please decide before anything leaves: once the shipment is confirmed, nothing of it can be cancelled any more. What has been paid is refunded if you accept.',
      ],
    }),
    heading: 'Items to cancel',
    reason: 'The buyer’s reason:',
    actHere: 'The link below lets you accept the request, or refuse it with a message.',
    actLabel: 'Answer the request',
  },
  refund: {
    declined: ({ orderNumber, channel }, amount) => ({
      subject: `Order ${orderNumber}: refund of ${amount} declined`,
      opening: `The payment provider has declined the refund of ${amount} for order ${orderNumber} (${channel}). The buyer has not received the money.`,
      next: [
        'Please look at the reason. The amount can be refunded again once the cause is gone; if it stays, agree another way with the buyer.',
      ],
    }),
    failed: ({ orderNumber, channel }, amount) => ({
      subject: `Order ${orderNumber}: refund of ${amount} failed after all`,
      opening: `The payment provider has taken back the refund of ${amount} for order ${orderNumber} (${channel}), which had succeeded before. The buyer does not have the money.`,
      next: [
        'The amount can be refunded again. Please ask the provider for the cause first, and tell the buyer, who had heard that the money was on its way.',
      ],
    }),
    needsPerson: ({ orderNumber, channel }, amount, why) => ({
      subject: `Order ${orderNumber}: check the refund of ${amount}`,
      opening: {
        unresolved: `Nobody can tell whether the refund of ${amount} for order ${orderNumber} (${channel}) was carried out: the payment provider gave no clear answer, and asking again did not settle it.`,
        contradicted: `About the refund of ${amount} for order ${orderNumber} (${channel}) the payment provider now says otherwise than what it had said for good.`,
      }[why],
      next: [],
    }),
    codeLabel: 'The provider’s answer',
    detailLabel: 'In its words',
    refundLabel: 'Refund in Navette',
    paymentLabel: 'Payment at the provider',
    stepsHeading: 'What to do',
    steps: (path) => [
      'Look in the provider’s books whether the money went to the buyer.',
      `Tell Navette how it ended, through its API: ${path}.`,
      'Do not refund this amount again before that: the buyer might be paid twice.',
    ],
    due: ({ orderNumber, channel }, notice, dueAt) => ({
      subject: `Order ${orderNumber}: ${notice === 'warning' ? 'refund due soon' : 'refund overdue'}`,
      opening:
        notice === 'warning'
          ? `The buyer of order ${orderNumber} (${channel}) has sent items back and waits for the money. Please refund it by ${dueAt} at the latest.`
          : `The buyer of order ${orderNumber} (${channel}) has sent items back and has not been refunded: the time ran out on ${dueAt}. Please refund the money as soon as you can.`,
      next: [],
    }),
    rule: {
      receipt: 'This is the time that you have set for refunds after goods have come back.',
      withdrawal:
        'This is the time that the law sets for a withdrawal (Directive 2011/83/EU, article 13). No restocking fee may be withheld.',
    },
    actHere: 'The link below shows what is due, and lets you refund it.',
    actLabel: 'Look at it and refund',
  },
  books: {
    differ: (provider, day) => ({
      subject: `${provider}: refunds to check, ${day}`,
      opening: `The daily comparison of ${day} has found refunds on which Navette and ${provider} do not agree.`,
      next: [
        'Please look each of them up at the provider. Navette changes nothing about them by itself: do not refund any of them again before the matter is clear, or a buyer might be paid twice.',
      ],
    }),
    heading: 'Differences',
    kind: {
      missing_there: 'Paid by our books, missing at the provider',
      missing_here: 'Paid at the provider, unknown to Navette',
      amount_differs: 'Paid with another amount at the provider',
      state_differs: 'Paid on one side only',
      booked_twice: 'Booked more than once at the provider',
    },
    ours: (amount) => `Amount in Navette: ${amount}`,
    theirs: (amount) => `Amount at the provider: ${amount}`,
    refund: (refundId) => `Refund ${refundId}`,
    more: (count) => `and ${count} more`,
  },
  claim: {
    eligible: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Order ${orderNumber}: ${kind === 'lost' ? 'parcel lost' : 'items damaged in transit'}, ${amount} to claim`,
      opening:
        kind === 'lost'
          ? `A parcel of order ${orderNumber} (${channel}) counts as lost: it was not delivered in time, nor in the week after that. You can claim ${amount} for it.`
          : `Items of order ${orderNumber} (${channel}) were damaged in transit. You can claim ${amount} for them.`,
      next: [],
    }),
    submitted: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Order ${orderNumber}: claim for ${amount} submitted`,
      opening:
        kind === 'lost'
          ? `A parcel of order ${orderNumber} (${channel}) counts as lost. As you have set, the claim for ${amount} has been submitted by itself.`
          : `Items of order ${orderNumber} (${channel}) were damaged in transit. As you have set, the claim for ${amount} has been submitted by itself.`,
      next: [
        'Navette has recorded the claim but does not write to the carrier: send it the evidence, which is ready as a PDF in Navette’s API, and please record the decision there when you know it.',
      ],
    }),
    closing: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Order ${orderNumber}: claim for ${amount} closes soon`,
      opening:
        kind === 'lost'
          ? `You have not yet claimed ${amount} for the lost parcel of order ${orderNumber} (${channel}).`
          : `You have not yet claimed ${amount} for the damaged items of order ${orderNumber} (${channel}).`,
      next: [],
    }),
    expired: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Order ${orderNumber}: claim for ${amount} expired`,
      opening:
        kind === 'lost'
          ? `The time to claim ${amount} for the lost parcel of order ${orderNumber} (${channel}) has run out.`
          : `The time to claim ${amount} for the damaged items of order ${orderNumber} (${channel}) has run out.`,
      next: [
        kind === 'lost'
          ? 'There is nothing more to do about it. So that it does not happen again, your refund policy in Navette can have claims for lost parcels submitted by themselves.'
          : 'There is nothing more to do about it. Next time, please submit the claim with its photographs as soon as you hear of it.',
      ],
    }),
    delivered: ({ orderNumber, channel }, amount, deliveredAt) => ({
      subject: `Order ${orderNumber}: delivered after the claim for ${amount}`,
      opening: `The parcel of order ${orderNumber} (${channel}), for which you have claimed ${amount} as lost, has been delivered after all. Time of delivery: ${deliveredAt}.`,
      next: [
        'Please tell the carrier before it finds out itself, and give back what it may have paid already. If the buyer has been refunded or has got a replacement, settle with them what becomes of the parcel.',
      ],
    }),
    carrierLabel: 'Carrier',
    trackingLabel: 'Tracking number',
    beforeLabel: 'To be submitted before',
    needsPhotos: 'Photographs of the damage are needed before the claim can be submitted.',
    actHere: 'The link below shows the claim, and lets you submit it.',
    actHereWithPhotos: 'The link below shows the claim, and lets you add photographs and submit it.',
    actLabel: 'Submit the claim',
  },
  actElsewhere: (channel) =>
    `Please deal with it in your own system, connected to Navette’s API, or in your seller account (${channel}).`,
};
