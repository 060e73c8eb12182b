import { accept, type Outcome, refuse } from '../outcome.ts';
import type { Message } from './message.ts';

/** The message of a buyer that somebody does something about; refused for one that is not there, or is our own. */
export const questionOf = (message: Message | undefined): Outcome<Message> => {
  if (message === undefined) return refuse('unknown_message', 'There is no such message.');
  return message.direction === 'inbound'
    ? accept(message)
    : refuse('message_not_inbound', 'Only messages of buyers are answered.');
};

/** Addresses by which an answer may reach the buyer; null: not known. */
export interface AnswerAddresses {
  /** Of whoever wrote the message. */
  readonly own: string | null;
  /** Of the buyer of its order. */
  readonly order: string | null;
  /** Of whoever wrote last in its conversation. */
  readonly newest: string | null;
}

/** Where an answer goes: to whoever asked, else to the buyer of the order, else to whoever wrote last. */
export const recipientOf = ({ own, order, newest }: AnswerAddresses): Outcome<string> => {
  const recipient = own ?? order ?? newest;
  return recipient === null
    ? refuse('buyer_unreachable', "No address of the buyer is known: answer in the channel's own system.")
    : accept(recipient);
};
