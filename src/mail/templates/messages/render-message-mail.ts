import type { Language } from '../../../domain/languages.ts';
import { type RenderedMail, renderMail } from '../render-mail.ts';
import { composeBuyerAnswer } from './buyer/compose-buyer-answer.ts';
import { conversationOf } from './conversation.ts';
import type { MessageMail, MessageMailSubject } from './message-mail-kinds.ts';
import { composeSellerMail } from './seller/compose-seller-mail.ts';
import { subjectLine } from './subject-line.ts';

export type { MessageMail, MessageMailSubject } from './message-mail-kinds.ts';

/**
 * The mail about a conversation, in the language of whoever gets it; it names nobody's address. Messages,
 * subjects and numbers come from strangers: they are escaped, and what could begin a header of its own is a
 * blank.
 */
export const renderMessageMail = (
  mail: MessageMail,
  language: Language,
  { timeZone, ...subject }: MessageMailSubject,
): RenderedMail => {
  const conversation = conversationOf(subject);
  const content =
    mail.kind === 'buyer_answer'
      ? composeBuyerAnswer(mail, language, conversation)
      : composeSellerMail(mail, language, { ...conversation, timeZone });
  return renderMail({ ...content, subject: subjectLine(content.subject) }, language);
};
