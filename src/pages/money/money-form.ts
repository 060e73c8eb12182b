import { type Html, html } from '../html.ts';
import type { FieldError } from '../returns/form/field-errors.ts';
import type { FormState } from '../returns/form/fields.ts';
import type { SentForm } from '../returns/form/sent-form.ts';
import { type MoneyView, titleOf } from './money-view.ts';

/** Of the answers to a question those that have fields of their own, which are kept with them. */
const keptAnswers: ReadonlySet<string> = new Set(['refuse', 'some']);

/**
 * A form as it is shown: empty, or with what was sent and what is wrong with it; what acts by itself is chosen anew.
 * `refusal` says why the rules did not let it pass.
 */
export const formState = (
  { matter: { order }, voice: { texts, common } }: MoneyView,
  sent?: SentForm,
  { errors = [], refusal }: { errors?: readonly FieldError[]; refusal?: string } = {},
): FormState => {
  const labels = new Map<string, string>([
    ...order.lines.map(({ lineId }, n): [string, string] => [`quantity-${n}`, titleOf(order, lineId)]),
    ['message', common.close.message],
    ['reason', texts.ask.reason],
  ]);
  return {
    value: (name) => {
      const typed = sent?.get(name) ?? null;
      return name === 'act' && typed !== null && !keptAnswers.has(typed) ? null : typed;
    },
    errors,
    labelOf: (name) => labels.get(name) ?? null,
    words: refusal === undefined ? common : { ...common, faults: { ...common.faults, refused: refusal } },
  };
};

/** The form of a link: posted to the link itself, in the language in which it is read. */
export const moneyForm = (
  { voice: { language } }: MoneyView,
  { errors }: FormState,
  { fields, button }: { fields: Html; button: string },
): Html => html`<form method="post" action="?lang=${language}"${errors.length > 0 && html` aria-describedby="errors"`}>
${fields}
<p class="actions"><button type="submit">${button}</button></p>
</form>`;
