import type { BuyerTexts } from './buyer-texts.ts';

export const en: BuyerTexts = {
  requested: ({ orderNumber, channel }, answerBy) => ({
    subject: `Order ${orderNumber}: return request received`,
    opening: `Your return request for order ${orderNumber} (${channel}) has arrived, and the shop has been told.`,
    next: [
      `${answerBy === null ? 'The shop will answer you by e-mail.' : `The shop should answer you before ${answerBy}.`} Please do not send anything back until the return has been authorised.`,
    ],
  }),
  creditSuggested: (cost, value) =>
    `Please note: sending back would cost you about ${cost}, for items that cost ${value}. It has been suggested to the shop to offer you a credit, so wait for its answer before you decide.`,
  cancellable: 'If you change your mind, you can cancel the return as long as it has not been authorised.',
  authorized: ({ orderNumber, channel }) => ({
    subject: `Order ${orderNumber}: return authorised`,
    opening: `Your return for order ${orderNumber} (${channel}) has been authorised.`,
    next: [],
  }),
  closed: ({ orderNumber, channel }, reason) => ({
    subject: `Order ${orderNumber}: return request closed`,
    opening: `The return request for order ${orderNumber} (${channel}) has been closed. Reason: ${reason}.`,
    next: [
      'Please do not send anything. If the parcel has already left, or if you have a question, contact the shop where the order was placed.',
    ],
  }),
  sellerMessage: 'Message from the shop:',
  reply: ({ orderNumber, channel }) => ({
    subject: `Order ${orderNumber}: a message about your return`,
    opening: `The shop has written to you about your return for order ${orderNumber} (${channel}):`,
    next: [
      'To answer, contact the shop where the order was placed: a reply to this e-mail would not reach it.',
    ],
  }),
  replyLeavesOpen: 'Your request stays open. If this message settles the matter, you can cancel the return.',
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Order ${orderNumber}: return cancelled`,
    opening: `You have cancelled your return for order ${orderNumber} (${channel}), and the shop has been told.`,
    next: [
      'You keep the items and need not send anything. If you change your mind, make a new request before the return window ends.',
    ],
  }),
  received: ({ orderNumber, channel }, units, complete) => ({
    subject: `Order ${orderNumber}: ${complete ? 'return received' : 'return received in part'}`,
    opening:
      units === 1
        ? `One item of your return for order ${orderNumber} (${channel}) has arrived at the shop.`
        : `${units} items of your return for order ${orderNumber} (${channel}) have arrived at the shop.`,
    next: [
      complete
        ? 'Your return is complete. The shop will check the items and see to what follows: there is nothing more for you to do.'
        : 'Other items are still expected. If they are on their way, there is nothing for you to do; if not, please send them.',
    ],
  }),
  withdrawalStated: ({ orderNumber, channel }, statedAt) => ({
    subject: `Order ${orderNumber}: please confirm your withdrawal`,
    opening: `You have stated that you withdraw from the contract for order ${orderNumber} (${channel}), on ${statedAt}.`,
    next: [
      'One step is left: the withdrawal takes effect when you confirm it. You need give no reason.',
      'If you no longer wish to withdraw, or if this statement did not come from you, do not confirm it: nothing will be done.',
    ],
  }),
  withdrawalAcknowledged: ({ orderNumber, channel }) => ({
    subject: `Order ${orderNumber}: acknowledgement of your withdrawal`,
    opening: `Your withdrawal from the contract for order ${orderNumber} (${channel}) has been received. Please keep this e-mail as your proof.`,
    next: [],
  }),
  statement: {
    statementLabel: 'Your statement',
    statement: ({ orderNumber, channel }) =>
      `Withdrawal from the contract for the items below, order ${orderNumber} (${channel})`,
    nameLabel: 'Name',
    statedLabel: 'Stated on',
    confirmedLabel: 'Confirmed and submitted on',
    itemsHeading: 'Items concerned',
  },
  withdrawalLate:
    'Your statement came after the 14 days allowed: the shop may refuse it, and you would then be told by e-mail. If it does not, this is what follows.',
  unitsCancelled: (units) =>
    units === 1
      ? 'One item had not left yet: it has been cancelled and need not be sent back.'
      : `${units} items had not left yet: they have been cancelled and need not be sent back.`,
  nothingToReturn: 'You have nothing to send back.',
  returnInTime: 'Please send back what you have received within 14 days of your statement.',
  refundBy: (day, mayWait) =>
    `You will be refunded by ${day} at the latest.${mayWait ? ' The shop may, however, wait until it has received the items, or proof that you have sent them.' : ''}`,
  documents: {
    rmaLabel: 'Return authorisation number (RMA)',
    follow:
      'The shop has yet to give its return address. Please do not send anything for now: the authorisation slip and the label will reach you by e-mail.',
    heading: 'How to send the items back',
    print: {
      attached:
        'Print the attached page and cut it along the line: the authorisation slip is at the top, the label at the bottom.',
      seller_own_attached: 'Print both attached documents: the authorisation slip and the shop’s label.',
      none: 'Print the authorisation slip and the label from the link below.',
    },
    slip: 'Put the authorisation slip inside the parcel.',
    label: 'Stick the label on the outside of the parcel.',
    postage: {
      attached: 'Pay the postage: the label is not prepaid.',
      seller_own_attached:
        'Look on the label to see whether the postage is already paid; if not, please pay it.',
      none: 'Pay the postage: the label is not prepaid.',
    },
    postageRefunded: 'The shop reimburses this postage.',
    replacesSubject: 'new documents',
    replaces:
      'These documents replace those that you were sent before: please use only these, as the address or the label has changed.',
    proof: 'Keep the proof of posting until the return is complete.',
  },
  cancelLabel: 'Cancel the return',
  printLabel: 'Print the return label',
  confirmLabel: 'Confirm the withdrawal',
};
