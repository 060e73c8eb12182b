import { type Html, html, trusted } from '../../html.ts';
import type { FieldError, FieldFault } from './field-errors.ts';

/** What a form shows in its fields: what was typed, and what is wrong with it. */
export interface FormState {
  /** Null: nothing has been typed yet. */
  value(name: string): string | null;
  readonly errors: readonly FieldError[];
  /** What a field is called, where its fault alone would not say which one it is; null: it would. */
  labelOf(name: string): string | null;
  readonly words: {
    readonly faults: Readonly<Record<FieldFault, string>>;
    readonly errorSummary: string;
    readonly optional: string;
  };
}

const idOf = (name: string): string => `f-${name}`;

const faultOf = (state: FormState, name: string): string | null => {
  const found = state.errors.find(({ field }) => field === name);
  return found === undefined ? null : state.words.faults[found.fault];
};

const named = (label: string | null, fault: string): string =>
  label === null ? fault : `${label} – ${fault}`;

/** All faults above the form, each a link to its field. Focused when the page comes, so that it is read out. */
export const errorSummary = ({ errors, words, labelOf }: FormState): Html | null =>
  errors.length === 0
    ? null
    : html`<div class="errors" id="errors" role="alert" tabindex="-1" autofocus>
<h2>${words.errorSummary}</h2>
<ul>${errors.map(({ field, fault }) =>
        field === ''
          ? html`<li>${words.faults[fault]}</li>`
          : html`<li><a href="#${idOf(field)}">${named(labelOf(field), words.faults[fault])}</a></li>`,
      )}</ul>
</div>`;

const errorLine = (state: FormState, name: string): Html | null => {
  const fault = faultOf(state, name);
  return fault === null ? null : html`<p class="error" id="${idOf(name)}-error">${fault}</p>`;
};

const hintLine = (name: string, hint: string | undefined): Html | null =>
  hint === undefined ? null : html`<p class="hint" id="${idOf(name)}-hint">${hint}</p>`;

/** `aria-describedby` of a field: its hint and its fault. */
const described = (state: FormState, name: string, hint?: string): Html | null => {
  const fault = faultOf(state, name);
  const ids = [
    ...(hint === undefined ? [] : [`${idOf(name)}-hint`]),
    ...(fault === null ? [] : [`${idOf(name)}-error`]),
  ];
  if (ids.length === 0) return null;
  return html` aria-describedby="${ids.join(' ')}"${fault !== null && html` aria-invalid="true"`}`;
};

export interface TextField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Until somebody types. */
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly maxLength: number;
  readonly autocomplete?: string;
  readonly required?: boolean;
  readonly optional?: boolean;
  /** Rows of a text area; else one line. */
  readonly rows?: number;
  /** Short ones stand beside each other where there is room. */
  readonly short?: boolean;
}

export const textField = (state: FormState, field: TextField): Html => {
  const { name, label, hint, value = '', type = 'text', maxLength, autocomplete = 'off' } = field;
  const typed = state.value(name) ?? value;
  const required = field.required === true && trusted(' required');
  const about = described(state, name, hint);
  return html`<div class="field${field.short && ' short'}">
<label for="${idOf(name)}">${label}${field.optional && html` <span class="soft">(${state.words.optional})</span>`}</label>
${hintLine(name, hint)}${errorLine(state, name)}
${
  field.rows === undefined
    ? html`<input id="${idOf(name)}" name="${name}" type="${type}" value="${typed}" maxlength="${maxLength}" autocomplete="${autocomplete}"${required}${about}>`
    : // The parser drops one line feed after the tag: without ours it would be the reader's.
      html`<textarea id="${idOf(name)}" name="${name}" rows="${field.rows}" maxlength="${maxLength}"${required}${about}>
${typed}</textarea>`
}
</div>`;
};

export const numberField = (
  state: FormState,
  { name, label, value, most }: { name: string; label: string; value: number; most: number },
): Html => html`<div class="field count">
<label for="${idOf(name)}">${label}</label>
${errorLine(state, name)}
<input id="${idOf(name)}" name="${name}" type="number" inputmode="numeric" min="0" max="${most}" step="1" required value="${state.value(name) ?? value}"${described(state, name)}>
</div>`;

export const fileField = (
  state: FormState,
  { name, label, hint, accept }: { name: string; label: string; hint: string; accept: string },
): Html => html`<div class="field">
<label for="${idOf(name)}">${label}</label>
${hintLine(name, hint)}${errorLine(state, name)}
<input id="${idOf(name)}" name="${name}" type="file" accept="${accept}"${described(state, name, hint)}>
</div>`;

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly lang?: string;
}

/** A select; `first`, where there is one, is no choice. */
export const selectField = (
  state: FormState,
  field: {
    name: string;
    label: string;
    first?: string;
    value?: string;
    options: readonly Option[];
    autocomplete?: string;
    required?: boolean;
  },
): Html => {
  const { name, label, first, value = '', options, autocomplete = 'off' } = field;
  const chosen = state.value(name) ?? value;
  return html`<div class="field">
<label for="${idOf(name)}">${label}</label>
${errorLine(state, name)}
<select id="${idOf(name)}" name="${name}" autocomplete="${autocomplete}"${field.required && trusted(' required')}${described(state, name)}>
${first !== undefined && html`<option value="">${first}</option>`}
${options.map(
  (option) =>
    html`<option value="${option.value}"${option.value === chosen && trusted(' selected')}>${option.label}</option>`,
)}
</select>
</div>`;
};

export interface Radio {
  readonly value: string;
  readonly label: string | Html;
  readonly hint?: string;
  /** Shown under it, and where the browser can tell, only while it is chosen. */
  readonly more?: Html;
}

/** One of several; `value` is chosen until somebody chooses. */
export const radioField = (
  state: FormState,
  {
    name,
    legend,
    value,
    options,
  }: { name: string; legend: string; value: string; options: readonly Radio[] },
): Html => {
  const chosen = state.value(name) ?? value;
  return html`<fieldset${described(state, name)}>
<legend>${legend}</legend>
${errorLine(state, name)}
${options.map(
  (option, n) => html`<div class="option">
<label><input type="radio" name="${name}" value="${option.value}"${n === 0 && html` id="${idOf(name)}"`}${option.value === chosen && trusted(' checked')}> <span>${option.label}${option.hint !== undefined && html`<span class="hint">${option.hint}</span>`}</span></label>
${option.more && html`<div class="more">${option.more}</div>`}
</div>`,
)}
</fieldset>`;
};

/**
 * What makes a form act: never chosen beforehand, not even again after a fault, so that nothing but a person
 * who means it sends it.
 */
export const choiceField = (state: FormState, label: string): Html => html`<div class="field">
${errorLine(state, 'choice')}
<label class="choice"><input id="${idOf('choice')}" type="checkbox" name="choice" value="yes" required autocomplete="off"${described(state, 'choice')}> <span>${label}</span></label>
</div>`;
