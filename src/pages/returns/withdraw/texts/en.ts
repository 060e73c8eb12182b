import type { WithdrawTexts } from './withdraw-texts.ts';

export const en: WithdrawTexts = {
  title: 'Withdraw from a contract',
  lead: 'Here you can withdraw from something that you bought at a distance, without giving a reason. We send you an e-mail with a link: the withdrawal takes effect when you confirm it there.',
  orderNumber: 'Order number',
  email: 'E-mail address of the order',
  emailHint: 'The one that you gave when you ordered.',
  button: 'Withdraw from contract here',
  sent: {
    title: 'Look into your mailbox',
    sentence:
      'If this number and this address belong together, an e-mail with the link to confirm is on its way. It may take a few minutes; please look into your spam folder too.',
  },
  again: 'Correct the number or the address',
  tooMany:
    'Too many requests have come from your connection. Please try again later, or write to the shop: a plain letter or e-mail is enough to withdraw.',
};
