import type { Instant } from '../../domain/calendar/instant.ts';
import type { Language } from '../../domain/languages.ts';
import type { LinkAction } from '../../platform/link-tokens.ts';
import { type Html, html } from '../html.ts';
import { languageLinks } from '../language-links.ts';
import type { Page } from '../layout.ts';
import type { FieldError } from '../returns/form/field-errors.ts';
import type { FormState } from '../returns/form/fields.ts';
import type { SentForm } from '../returns/form/sent-form.ts';
import { textsOf } from '../returns/texts/index.ts';
import type { LinkTexts } from '../returns/texts/link-texts.ts';
import type { Conversation, Reader, Side } from './ports.ts';
import { messageTextsOf } from './texts/index.ts';
import type { MessageTexts } from './texts/message-texts.ts';

export const messageLinkActions = [
  'reply_to_message',
  'write_to_seller',
] as const satisfies readonly LinkAction[];
export type MessageLinkAction = (typeof messageLinkActions)[number];

export const sideOf = (action: MessageLinkAction): Side =>
  action === 'reply_to_message' ? 'seller' : 'buyer';

/** What a part of a page needs to speak: the words, and its reader's clock. */
export interface MessageVoice {
  readonly texts: MessageTexts;
  /** What all pages of links say. */
  readonly common: LinkTexts;
  readonly language: Language;
  readonly zone: string;
}

export const voiceOf = (language: Language, zone: string): MessageVoice => ({
  texts: messageTextsOf[language],
  common: textsOf[language],
  language,
  zone,
});

/** A link that has been read, with all that its pages show. */
export interface MessageView {
  readonly action: MessageLinkAction;
  readonly token: string;
  readonly sellerId: string;
  readonly conversation: Conversation;
  readonly shopName: Reader['shopName'];
  readonly voice: MessageVoice;
  readonly now: Instant;
}

/**
 * A form as it is shown: empty, or with what was sent and what is wrong with it. `refusal` says why the rules
 * did not let it pass.
 */
export const formState = (
  { action, voice: { texts, common } }: MessageView,
  sent?: SentForm,
  { errors = [], refusal }: { errors?: readonly FieldError[]; refusal?: string } = {},
): FormState => {
  const { body } = sideOf(action) === 'seller' ? texts.reply : texts.write;
  const labels: Readonly<Record<string, string>> = { act: texts.reply.legend, body };
  return {
    // With an answer goes the field that it is in; what acts by itself is chosen anew.
    value: (name) => (name === 'act' && sent?.get(name) !== 'reply' ? null : (sent?.get(name) ?? null)),
    errors,
    labelOf: (name) => labels[name] ?? null,
    words: refusal === undefined ? common : { ...common, faults: { ...common.faults, refused: refusal } },
  };
};

/** What a page is about: the order's number, where there is one. */
const subjectOf = ({ conversation: { thread }, voice: { texts, common } }: MessageView): string =>
  thread.channelOrderId === null ? texts.noOrder : common.order(thread.channelOrderId);

/** A page of a link, in its frame: whose it is, its order, other languages. */
export const messagePage = (
  view: MessageView,
  { title, main, faulty = false }: { title: string; main: Html; faulty?: boolean },
): Page => {
  const { conversation, shopName, voice } = view;
  const { texts, common, language, zone } = voice;
  return {
    language,
    title: `${faulty ? `${common.error}: ` : ''}${title} · ${subjectOf(view)}`,
    header: html`<span class="name">${shopName ?? conversation.thread.channel}</span>${languageLinks(language, common.language)}`,
    main,
    footer: html`<p>${texts.timeZone(zone)}</p>`,
  };
};

/** The head of a page: of which order, what it is about. */
export const pageHead = (view: MessageView, title: string): Html =>
  html`<p class="eyebrow">${subjectOf(view)}</p>
<h1>${title}</h1>`;

/** The form of a link: posted to the link itself, in the language in which it is read. */
export const messageForm = (
  { voice: { language } }: MessageView,
  { errors }: FormState,
  { fields, button }: { fields: Html; button: string },
): Html => html`<form method="post" action="?lang=${language}"${errors.length > 0 && html` aria-describedby="errors"`}>
${fields}
<p class="actions"><button type="submit">${button}</button></p>
</form>`;
