import type { Language } from '../../../../domain/languages.ts';
import { answerLabels } from '../../answer-labels.ts';
import type { MailBlock } from '../../mail-blocks.ts';
import type { MailContent } from '../../render-mail.ts';
import type { Conversation } from '../conversation.ts';
import type { BuyerAnswerMail } from '../message-mail-kinds.ts';
import { answerSubject } from '../subject-line.ts';
import type { BuyerTexts } from './buyer-texts.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

const textsOf: Record<Language, BuyerTexts> = { fr, en, de, it, es };

/** The shop's words first, then what they answer, then how to write back. */
export const composeBuyerAnswer = (
  { subject, body, question, answerUrl }: BuyerAnswerMail,
  language: Language,
  conversation: Conversation,
): MailContent => {
  const texts = textsOf[language];
  return {
    subject: answerSubject(subject, texts.subject(conversation)),
    paragraphs: [
      ...quote(texts.opening(conversation), body),
      ...(question?.trim() ? quote(texts.yourMessage, question) : []),
      answerUrl === null ? texts.answerElsewhere : texts.answerHere,
    ],
    ...(answerUrl === null ? {} : { action: { label: answerLabels[language], url: answerUrl } }),
    relayed: true,
  };
};

const quote = (heading: string, text: string): readonly MailBlock[] => [heading, { kind: 'quote', text }];
