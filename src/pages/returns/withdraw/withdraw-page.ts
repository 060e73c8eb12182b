import type { Language } from '../../../domain/languages.ts';
import { html } from '../../html.ts';
import { languageLinks } from '../../language-links.ts';
import type { Page } from '../../layout.ts';
import type { FieldError } from '../form/field-errors.ts';
import { errorSummary, type FormState, textField } from '../form/fields.ts';
import type { SentForm } from '../form/sent-form.ts';
import { textsOf } from '../texts/index.ts';
import { withdrawTextsOf } from './texts/index.ts';

/** The first of the two steps of article 11a: which contract, and where the link to confirm goes. */
export const withdrawPage = (
  language: Language,
  sent?: SentForm,
  errors: readonly FieldError[] = [],
): Page => {
  const words = textsOf[language];
  const texts = withdrawTextsOf[language];
  const labels: Readonly<Record<string, string>> = { orderNumber: texts.orderNumber, email: texts.email };
  const state: FormState = {
    value: (name) => sent?.get(name) ?? null,
    errors,
    labelOf: (name) => labels[name] ?? null,
    words,
  };
  return {
    language,
    title: `${errors.length > 0 ? `${words.error}: ` : ''}${texts.title}`,
    header: html`<span></span>${languageLinks(language, words.language)}`,
    main: html`<section class="card"><h1>${texts.title}</h1><p class="lead">${texts.lead}</p>
${errorSummary(state)}
<form method="post" action="?lang=${language}"${errors.length > 0 && html` aria-describedby="errors"`}>
${textField(state, { name: 'orderNumber', label: texts.orderNumber, maxLength: 100, required: true })}
${textField(state, { name: 'email', label: texts.email, hint: texts.emailHint, type: 'email', maxLength: 254, autocomplete: 'email', required: true })}
<p class="actions"><button type="submit">${texts.button}</button></p>
</form></section>`,
  };
};

/** The same for everybody: it names neither number nor address. */
export const withdrawSentPage = (language: Language): Page => {
  const { sent, again } = withdrawTextsOf[language];
  return {
    language,
    title: sent.title,
    header: html`<span></span>${languageLinks(language, textsOf[language].language)}`,
    main: html`<section class="card"><h1>${sent.title}</h1><p class="lead">${sent.sentence}</p>
<p class="actions"><a href="?lang=${language}">${again}</a></p></section>`,
  };
};
