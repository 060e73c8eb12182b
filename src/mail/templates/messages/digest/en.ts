import type { DigestTexts } from './digest-texts.ts';

export const en: DigestTexts = {
  subject: (day, channel) => `Summary of ${day} (${channel})`,
  opening: (channel) => `This is waiting for your answer or your attention in the channel ${channel}.`,
  messagesHeading: 'Messages waiting for an answer',
  returnsHeading: 'Return requests waiting for an answer',
  refundsHeading: 'Refunds to look at',
  claimsHeading: 'Claims to submit or to follow',
  ordersHeading: 'Orders to look at',
  order: (orderNumber) => `Order ${orderNumber}`,
  beforeOrder: 'Before an order',
  overdue: 'overdue',
  answerBy: (moment) => `Answer by ${moment}`,
  refundNotice: {
    refund_declined: 'Refund declined by the payment provider',
    refund_failed: 'Refund failed after all: the buyer does not have the money',
    refund_needs_person: 'Outcome not known: check with the provider before you refund again',
    refund_due: 'Return to be refunded: the time is running, or has run out',
  },
  claimNotice: {
    claim_eligible: 'Money to claim',
    claim_closing: 'Not claimed yet: the time runs out soon',
    claim_expired: 'Time to claim has run out',
    claim_delivered: 'Delivered after the claim: tell the carrier',
    claim_submitted: 'Claim submitted by itself',
  },
  more: (count) => `and ${count} more`,
  messageLabel: (which) => `Answer the message (${which})`,
  returnLabel: (which) => `Deal with the return request (${which})`,
  refundLabel: (which) => `Refund the return (${which})`,
  claimLabel: (which) => `Submit the claim (${which})`,
  withoutNumber: 'before an order',
  actElsewhere: (channel) =>
    `Please deal with it in your own system, connected to Navette’s API, or in your seller account (${channel}).`,
  onceADay: 'You get this summary once a day, because the channel is set that way.',
};
