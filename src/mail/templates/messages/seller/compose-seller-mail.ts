import type { Language } from '../../../../domain/languages.ts';
import type { MailBlock } from '../../mail-blocks.ts';
import type { MailContent } from '../../render-mail.ts';
import { composed, type Wording } from '../../returns/wording.ts';
import { type Written, writtenFor } from '../../returns/written.ts';
import type { MessageMailSubject, SellerMessageMail } from '../message-mail-kinds.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { SellerTexts } from './seller-texts.ts';

const textsOf: Record<Language, SellerTexts> = { fr, en, de, it, es };

interface Composing {
  readonly texts: SellerTexts;
  readonly written: Written;
  readonly conversation: MessageMailSubject;
}

/** What happened, the conversation, what to do; the button below it. */
export const composeSellerMail = (
  mail: SellerMessageMail,
  language: Language,
  conversation: MessageMailSubject,
): MailContent => {
  const texts = textsOf[language];
  const composing = { texts, written: writtenFor(language, conversation.timeZone), conversation };
  const { replyUrl } = mail;
  return {
    ...composed(wordingOf(mail, composing), thread(mail, composing), howToAct(mail, composing)),
    ...(replyUrl === null ? {} : { action: { label: texts.replyLabel, url: replyUrl } }),
  };
};

const wordingOf = (mail: SellerMessageMail, { texts, written, conversation }: Composing): Wording => {
  if (mail.kind === 'seller_undelivered') {
    return texts.undelivered(conversation, mail.answerBy === null ? null : written.moment(mail.answerBy));
  }
  const answerBy = written.moment(mail.answerBy);
  switch (mail.kind) {
    case 'seller_warning':
      return texts.warned(conversation, answerBy);
    case 'seller_breach':
      return texts.breached(conversation, answerBy);
    case 'seller_internal_overdue':
      return texts.internalOverdue(conversation, written.moment(mail.internalDueAt), answerBy);
    case 'seller_message':
      return texts.written(conversation, answerBy);
    default:
      return mail satisfies never;
  }
};

/** Every message under a line that says whose it is, and when it was sent. */
const thread = (
  { thread: messages, earlier }: SellerMessageMail,
  { texts, written }: Composing,
): readonly MailBlock[] => [
  ...(earlier > 0 ? [texts.earlier(earlier)] : []),
  ...messages.flatMap(({ from, sentAt, body }): readonly MailBlock[] => [
    texts.heading[from](written.moment(sentAt)),
    { kind: 'quote', text: body },
  ]),
];

/** What could not be delivered by mail goes the channel's way: to send the seller to the API would try mail again. */
const howToAct = (
  { kind, replyUrl }: SellerMessageMail,
  { texts, conversation }: Composing,
): readonly string[] => {
  if (kind === 'seller_undelivered') return replyUrl === null ? [] : [texts.tryAgainHere];
  return [replyUrl === null ? texts.actElsewhere(conversation.channel) : texts.actHere];
};
