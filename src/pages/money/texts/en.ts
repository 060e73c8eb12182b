import type { MoneyTexts } from './money-texts.ts';

export const en: MoneyTexts = {
  wholeOrder: 'The whole order',
  decide: {
    title: 'Answer the cancellation request',
    lead: 'The buyer would like to cancel before the parcel leaves.',
    request: 'The request',
    requestedAt: 'Made on',
    toCancel: 'To cancel',
    noReason: 'none was given',
    partLeft:
      'Not all of it can still be cancelled: some has left, or is cancelled already. What is left of it:',
    nothingLeft:
      'Nothing of it can be cancelled any more: it has left, or is cancelled already. You can still refuse the request, so that the buyer knows.',
    legend: 'What would you like to do?',
    accept: 'Accept and cancel',
    acceptHint: 'Make sure that nothing of it leaves any more. What was paid for it is refunded by itself.',
    refuse: 'Refuse the request',
    refuseHint: 'The order goes ahead, and the buyer is told by e-mail.',
    button: 'Confirm',
  },
  ask: {
    title: 'Ask to cancel the order',
    lead: 'The shop decides, and you get the answer by e-mail. Until then nothing is cancelled. If the parcel leaves before that, it can no longer be cancelled.',
    notLeft: 'What has not left yet',
    partLeft: 'A part of the order has left already. It can no longer be cancelled.',
    legend: 'What would you like to cancel?',
    rest: 'All that has not left yet',
    some: 'Only some items',
    reason: 'Reason',
    reasonHint: 'At most 500 characters. The shop will read it.',
    button: 'Send request',
  },
  claim: {
    titles: { lost: 'Claim for a lost parcel', damaged: 'Claim for damaged items' },
    leads: {
      lost: 'The parcel was not delivered in time, nor in the week after that. You can claim compensation for it.',
      damaged:
        'Items were damaged in transit. You can claim compensation for them, with photographs of the damage.',
    },
    heading: 'The claim',
    carrier: 'Carrier',
    trackingNumber: 'Tracking number',
    items: 'Items',
    amount: 'Amount',
    closesAt: 'Submit before',
    photosFirst: 'Please add a photograph of the damage first. Then you can submit the claim here.',
    choice: 'Yes, the particulars are right, and I submit this claim',
    button: 'Submit claim',
  },
  photos: {
    heading: 'Photographs of the damage',
    none: 'There is none yet.',
    photo: (number) => `Photograph ${number}`,
    field: 'Add photographs',
    hint: 'JPEG, PNG or WebP; at most 10 MB each and 10 in all. Where they were taken is removed from them.',
    button: 'Add',
    full: 'There are 10 photographs: no more can be added.',
    notAdded: 'This could not be added:',
    faults: {
      missing: 'Choose at least one photograph.',
      wrong_type: 'Not a photograph in JPEG, PNG or WebP.',
      too_large: 'Larger than 10 MB or 50 megapixels.',
      unreadable: 'Damaged or not complete: it cannot be read.',
      full: 'A claim has at most 10 photographs.',
      closed: 'The claim does not take photographs any more.',
    },
    tooLarge: 'The photographs are too large together. Please go back and send fewer of them at a time.',
  },
  refund: {
    title: 'Refund the return',
    lead: 'The money goes back the way it was paid, and the buyer is told by e-mail.',
    back: 'What came back',
    kept: 'What the buyer keeps',
    owed: 'What you refund',
    total: 'Total to refund',
    dueAt: 'In time until',
    overdueSince: 'The buyer is still waiting: this refund was in time until',
    external: (channel) =>
      `This order was paid through ${channel}: its money is refunded there, and your own system reports how that ended.`,
    earlier: 'Refunds for this return so far',
    choice: (amount) => `Yes, I refund ${amount} to the buyer`,
    button: 'Refund',
  },
  shown: {
    title: (amount) => `Refund of ${amount}`,
    sentences: {
      requested: 'The shop has ordered this refund. The payment provider is about to get it.',
      processing: 'The payment provider has this refund and is carrying it out.',
      succeeded:
        'The money comes back the way you paid. Your bank may need a few working days until you see it.',
      declined:
        'The payment provider did not carry out this refund: you have not received the money. The shop has been told; please contact it if you have questions.',
      unknown:
        'The payment provider has not said yet how this refund ended. It is being checked, and there is nothing for you to do.',
      failed:
        'The payment provider took this refund back: you do not have the money. The shop has been told; please contact it if you have questions.',
    },
    heading: 'What is refunded',
    receipt: 'Download the receipt (PDF)',
  },
  done: {
    cancel: { title: 'Request accepted', sentence: 'It is cancelled, and the buyer is told by e-mail.' },
    'refuse-request': {
      title: 'Request refused',
      sentence: 'The order goes ahead, and the buyer is told by e-mail.',
    },
    request: {
      title: 'Request sent',
      sentence: 'The shop has been told and decides. You get the answer by e-mail.',
    },
    submit: {
      title: 'Claim submitted',
      sentence:
        'The evidence for the carrier is ready as a PDF in Navette’s API. Please record the decision there when you know it.',
    },
    'settle-return': {
      title: 'Refund ordered',
      sentence: 'The buyer is told by e-mail as soon as the money is on its way.',
    },
  },
  over: {
    accepted: { title: 'This request is accepted already', sentence: 'There is nothing left to decide.' },
    refused: { title: 'This request is refused already', sentence: 'There is nothing left to decide.' },
    lapsed: {
      title: 'This request has lapsed',
      sentence: 'What it asked for has left, or was cancelled otherwise. There is nothing left to decide.',
    },
    pending: {
      title: 'The payment is not confirmed yet',
      sentence: 'The order can be cancelled only after that. Please come back a little later.',
    },
    calledOff: {
      title: 'This order is cancelled already',
      sentence: 'There is nothing left for you to do.',
    },
    shipped: {
      title: 'This order has left already',
      sentence:
        'It can no longer be cancelled. Where the law gives you a right of withdrawal, you can use it here, even before the parcel arrives. Otherwise you can ask for a return once you have it.',
    },
    requestOpen: {
      title: 'The shop has your request',
      sentence: 'It has not been answered yet, and need not be made again.',
    },
    claimSubmitted: {
      title: 'This claim is submitted already',
      sentence: 'Please record the decision through Navette’s API when you know it.',
    },
    claimDecided: { title: 'This claim is decided already', sentence: 'There is nothing left to submit.' },
    claimExpired: {
      title: 'The time for this claim is over',
      sentence: 'It can no longer be submitted.',
    },
    claimWithdrawn: {
      title: 'This claim was withdrawn',
      sentence: 'The parcel has turned up: there is nothing to claim for it as lost.',
    },
    parcelDelivered: {
      title: 'The parcel has been delivered',
      sentence: 'It can no longer be claimed as lost.',
    },
    parcelReturning: {
      title: 'The parcel is coming back',
      sentence: 'It is on its way back to the sender, or is there, and cannot be claimed as lost.',
    },
    refunded: { title: 'This return is refunded already', sentence: 'Nothing more is owed for it.' },
    refundUnderWay: {
      title: 'The refund is under way already',
      sentence: 'Nothing more is owed for this return.',
    },
    notBack: {
      title: 'Nothing has come back yet',
      sentence: 'You can refund here once the receipt of the items is recorded.',
    },
    nothingOwed: {
      title: 'Nothing is owed for this return',
      sentence: 'There is nothing left to refund for it.',
    },
  },
  requestStates: {
    requested: 'not answered yet',
    accepted: 'accepted',
    refused: 'refused',
    lapsed: 'lapsed',
  },
  claimStates: {
    eligible: 'can be submitted',
    opened: 'can be submitted',
    submitted: 'submitted',
    approved: 'approved',
    reimbursed: 'paid',
    denied: 'denied',
    expired: 'not submitted in time',
    withdrawn: 'withdrawn',
  },
  facts: {
    submittedAt: 'Submitted on',
    decidedAt: 'Decided on',
    approved: 'Granted',
    reimbursed: 'Paid',
    refund: 'Refund',
    noRefund: 'nothing to refund',
  },
  refusals: {
    amountChanged: 'The amount has changed meanwhile. Please look at it again before you confirm.',
    itemsGone: 'Not all of these items can still be cancelled.',
    photosMissing: 'At least one photograph of the damage is needed.',
    paymentUnknown: 'The order does not name its payment at the provider: it cannot be refunded from here.',
    other: 'This is no longer possible.',
  },
  tooLarge: 'Nothing was done. Please go back and shorten your text.',
};
