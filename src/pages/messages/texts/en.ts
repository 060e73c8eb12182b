import type { MessageTexts } from './message-texts.ts';

export const en: MessageTexts = {
  noOrder: 'Without an order',
  timeZone: (zone) => `Time zone: ${zone}`,
  conversation: {
    heading: 'The conversation',
    you: 'You',
    buyer: 'The buyer',
    shop: 'The shop',
    automatic: 'automatic reply',
    undelivered: 'not delivered: the buyer’s mail server refused it',
    asked: 'The message that you are answering',
    earlier: (count) => (count === 1 ? 'One earlier message' : `${count} earlier messages`),
    leftOut: (count) =>
      count === 1 ? 'One older message is not shown.' : `${count} older messages are not shown.`,
  },
  reply: {
    title: 'Reply to the buyer',
    inTime: 'An answer is in time until',
    late: (dueAt) =>
      `The time to answer was over on ${dueAt}. The buyer is still waiting: please answer, even if it counts as late.`,
    answered: (at) => `This message was answered on ${at}.`,
    excluded: 'You have said that this message needs no answer.',
    stillWrite: 'You can still write to the buyer.',
    unreachable: (channel) =>
      `No e-mail address of this buyer is known, so an answer cannot be sent from here. Please answer in the messages of the channel ${channel}.`,
    legend: 'What would you like to do?',
    send: 'Send an answer',
    body: 'Your answer',
    bodyHint: 'At most 4,000 characters. It goes out by e-mail and does not show your address.',
    leaveOut: 'Leave this message out of your response times (optional)',
    none: 'No answer is needed',
    noneHint: 'Nothing is sent, and the message no longer counts in your response times.',
    button: 'Confirm',
    unsent: 'Your text, which was not sent',
  },
  write: {
    title: 'Write to the shop',
    lead: 'Your message goes to the shop, which will answer by e-mail.',
    body: 'Your message',
    bodyHint: 'At most 4,000 characters',
    choice: 'Yes, send this message to the shop',
    button: 'Send message',
  },
  done: {
    reply: { title: 'Answer sent', sentence: 'Your answer is recorded and on its way to the buyer.' },
    'no-response-needed': {
      title: 'No answer is needed',
      sentence: 'This is noted, and nothing was sent to the buyer.',
    },
    record: { title: 'Message sent', sentence: 'The shop has your message and will answer by e-mail.' },
    unknown: { title: 'This link has been used already', sentence: 'It works once.' },
    notCounted: 'The buyer’s message does not count in your response times.',
    undelivered: (channel) =>
      `The buyer’s mail server refused this answer, so it has not arrived. Please answer in the messages of the channel ${channel}.`,
  },
  refusals: {
    unknownMessage: 'This message does not exist any more.',
    other: 'This is not possible for this message.',
  },
  tooLarge:
    'Nothing was done. A message may have at most 4,000 characters: please go back and shorten yours.',
};
