import type { FullReturn } from '../../../../db/repositories/returns-read/find-return.ts';
import { type Html, html } from '../../html.ts';
import { languageLinks } from '../../language-links.ts';
import type { Page } from '../../layout.ts';
import type { FieldError } from '../form/field-errors.ts';
import type { FormState } from '../form/fields.ts';
import type { SentForm } from '../form/sent-form.ts';
import type { ReturnChannel } from '../ports.ts';
import { titleOf, type Voice, zoneNote } from '../voice.ts';
import type { ReturnLinkAction } from './link-actions.ts';

/** A link that has been read, with all that its pages show. */
export interface LinkView {
  readonly action: ReturnLinkAction;
  readonly token: string;
  readonly full: FullReturn;
  readonly channel: ReturnChannel;
  readonly voice: Voice;
  /** What else can be done now, with links of their own. */
  readonly offers: readonly { readonly action: ReturnLinkAction; readonly href: string }[];
}

/** A form as it is shown: empty, or with what was sent and what is wrong with it. */
export const formState = (
  { action, full, voice: { texts } }: LinkView,
  sent?: SentForm,
  errors: readonly FieldError[] = [],
): FormState => {
  const quantities = full.return.lines.map(({ lineId }, n) => [`quantity-${n}`, titleOf(full, lineId)]);
  const labels = new Map<string, string>([
    ...Object.entries(texts.authorize.fields),
    ...(quantities as [string, string][]),
    ['reason', texts.close.reason],
    ['message', texts[action === 'close_return' ? 'close' : 'reply'].message],
    ['rmaOwn', texts.authorize.rmaField],
    ['rma', texts.authorize.rma],
    ['address', texts.authorize.address],
    ['label', texts.authorize.label],
  ]);
  return {
    value: (name) => sent?.get(name) ?? null,
    errors,
    labelOf: (name) => labels.get(name) ?? null,
    words: texts,
  };
};

/** A page of a link, in its frame: whose it is, its order, what else can be done. */
export const linkPage = (
  view: LinkView,
  { title, main, faulty = false }: { title: string; main: Html; faulty?: boolean },
): Page => {
  const { full, channel, voice } = view;
  const { texts, language } = voice;
  const number = texts.order(full.return.channelOrderId);
  return {
    language,
    title: `${faulty ? `${texts.error}: ` : ''}${title} · ${number}`,
    header: html`<span class="name">${channel.shopName ?? full.return.channel}</span>${languageLinks(language, texts.language)}`,
    main: html`${main}${offersCard(view)}`,
    footer: zoneNote(voice),
  };
};

/** The head of a page: of which order, what it is about. */
export const pageHead = ({ voice: { texts }, full }: LinkView, title: string, lead: string): Html =>
  html`<p class="eyebrow">${texts.order(full.return.channelOrderId)}</p>
<h1>${title}</h1>
<p class="lead">${lead}</p>`;

const offersCard = ({ offers, voice: { texts } }: LinkView): Html | null =>
  offers.length === 0
    ? null
    : html`<section class="card"><h2>${texts.offers.heading}</h2><ul class="offers">${offers.map(
        ({ action, href }) => html`<li><a href="${href}">${texts.offers[action]}</a></li>`,
      )}</ul></section>`;

/** The form of a link: posted to the link itself, in the language in which it is read. */
export const linkForm = (
  { voice: { language } }: LinkView,
  state: FormState,
  { fields, button, files = false }: { fields: Html; button: string; files?: boolean },
): Html => html`<form method="post" action="?lang=${language}"${files && html` enctype="multipart/form-data"`}${
  state.errors.length > 0 && html` aria-describedby="errors"`
}>
${fields}
<p class="actions"><button type="submit">${button}</button></p>
</form>`;
