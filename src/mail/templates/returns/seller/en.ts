import { closureReasonWords } from '../../../../domain/returns/words.ts';
import type { SellerTexts } from './seller-texts.ts';

export const en: SellerTexts = {
  requested: ({ orderNumber, channel }, requestedBy) => ({
    subject: `Order ${orderNumber}: return request to answer`,
    opening: {
      buyer: `The buyer asks to return items of order ${orderNumber} (${channel}).`,
      gift_recipient: `Somebody who was given items of order ${orderNumber} (${channel}) as a gift asks to return them.`,
      seller: `Your return request for order ${orderNumber} (${channel}) still has to be authorised.`,
    }[requestedBy],
    next: requestedBy === 'gift_recipient' ? ['Whether there is a refund is for you to decide.'] : [],
  }),
  answerBefore: (moment) => `Please answer before ${moment}. A mere message counts as an answer too.`,
  warningsHeading: 'Worth knowing',
  warning: (code, others) =>
    ({
      duplicate_request:
        others > 1
          ? `There are ${others} other open requests for the same items.`
          : 'There is another open request for the same items.',
      outside_return_window: 'The request came after your return window had ended.',
      not_returnable: 'One of the items is marked as not returnable.',
      no_return_address: 'No return address is saved for this channel.',
      withdrawal_late: 'The withdrawal was stated after the 14 days that the law gives.',
      withdrawal_unconfirmed: 'The buyer has not confirmed the withdrawal yet.',
      cancelled_before_shipping: 'Items that had not left yet have been cancelled.',
    })[code],
  advice: (code, cost, value) =>
    code === 'keep_item'
      ? `The return would cost you about ${cost}, for items that cost the buyer ${value}. It may be better to refund in full and not have the items sent back: close the request with the reason “${closureReasonWords.en.refund_without_return}”.`
      : `The buyer would pay about ${cost} in postage, for items that cost ${value}. Make sure that they know, and offer a credit if you can.`,
  actHere: 'You can authorise the request, close it, or answer it with a message.',
  actElsewhere: (channel) =>
    `Please deal with the request in your own system, connected to Navette’s API, or in your seller account (${channel}).`,
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Order ${orderNumber}: return cancelled by the buyer`,
    opening: `The buyer has cancelled the return request for order ${orderNumber} (${channel}).`,
    next: ['There is nothing for you to do: the buyer keeps the items, and can make a new request later.'],
  }),
  withdrawn: ({ orderNumber, channel }) => ({
    subject: `Order ${orderNumber}: the buyer withdraws`,
    opening: `The buyer has exercised the right of withdrawal for order ${orderNumber} (${channel}). It needs no reason.`,
    next: [],
  }),
  needsAddress:
    'No return address is saved. Please give one for this return through Navette’s API: the buyer is waiting for the documents to send the items back.',
  unitsCancelled: (units) =>
    units === 1
      ? 'One item had not left yet: it has been cancelled, so please do not ship it.'
      : `${units} items had not left yet: they have been cancelled, so please do not ship them.`,
  refundBy: (day) =>
    `Refund the buyer by ${day} at the latest, without a restocking fee. For items already shipped you may wait until they arrive, or for proof that they were sent. If the whole order is withdrawn, refund the standard delivery as well.`,
  mayCloseLate:
    'The withdrawal was stated after the 14 days that the law gives: you can accept it, or close the return for that reason.',
  mayCloseExempt:
    'The return is authorised by law. You can close it only if the law exempts the items from the right of withdrawal.',
  escalated: ({ orderNumber, channel }) => ({
    subject: `Order ${orderNumber}: guarantee claim by the buyer`,
    opening: `The buyer has taken the return for order ${orderNumber} (${channel}) to the marketplace’s guarantee.`,
    next: [
      'Please answer the claim in your seller account, with what you know of this return. The time to answer the request no longer runs.',
    ],
  }),
  warned: ({ orderNumber, channel }, answerBy) => ({
    subject: `Order ${orderNumber}: return request without an answer`,
    opening: `The return request for order ${orderNumber} (${channel}) is still waiting for your answer, which is due before ${answerBy}.`,
    next: [],
  }),
  breached: ({ orderNumber, channel }, answerBy) => ({
    subject: `Order ${orderNumber}: time to answer has run out`,
    opening: `The return request for order ${orderNumber} (${channel}) has had no answer: the time ran out on ${answerBy}. Please answer as soon as you can.`,
    next: [],
  }),
  mismatch: ({ orderNumber, channel }) => ({
    subject: `Order ${orderNumber}: items received do not match the return`,
    opening: `What has arrived for order ${orderNumber} (${channel}) does not match the return that was authorised.`,
    next: [
      'Please decide about each item through Navette’s API: accept it, send it back to the buyer, or keep it open.',
    ],
  }),
  mismatchHeading: 'Received without authorisation',
  authorizeLabel: 'Authorise the request',
  closeLabel: 'Close the request',
  replyLabel: 'Answer with a message',
};
