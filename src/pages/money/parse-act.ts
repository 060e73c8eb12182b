import { text } from '../../../queues/schemas/values.ts';
import {
  mostCancellationReasonCharacters,
  mostRefusalMessageCharacters,
} from '../../domain/cancellations/cancellation-request.ts';
import type { ParcelLine } from '../../domain/orders/order.ts';
import { unitsLeft } from '../../domain/orders/progress.ts';
import { type Checked, checkText, faulty } from '../returns/form/check-fields.ts';
import type { SentForm } from '../returns/form/sent-form.ts';
import type { Matter, MatterOf, MoneyAct } from './ports.ts';

/** What can be done by a link; a refund is only shown. */
export type ActingMatter = Exclude<Matter, MatterOf<'show_refund'>>;

/** What a posted form asks for; or all that is wrong with it at once. */
export const parseAct = (matter: ActingMatter, form: SentForm): Checked<MoneyAct> => {
  switch (matter.action) {
    case 'decide_cancellation':
      return parseDecision(form);
    case 'request_cancellation':
      return parseRequest(matter, form);
    case 'file_claim':
      return chosen(form, { name: 'submit' });
    case 'refund_return':
      return parseRefund(form);
    default:
      return matter satisfies never;
  }
};

/** Nothing acts without the choice that no page preselects. */
const chosen = (form: SentForm, act: MoneyAct): Checked<MoneyAct> =>
  form.get('choice') === 'yes' ? { ok: true, value: act } : faulty('choice', 'choice_missing');

const parseDecision = (form: SentForm): Checked<MoneyAct> => {
  switch (form.get('act')) {
    case 'accept':
      return { ok: true, value: { name: 'cancel' } };
    case 'refuse': {
      const message = checkOptional(form, 'message', mostRefusalMessageCharacters);
      return message.ok ? { ok: true, value: { name: 'refuse-request', message: message.value } } : message;
    }
    default:
      return faulty('act', 'choose_one');
  }
};

const parseRequest = (matter: MatterOf<'request_cancellation'>, form: SentForm): Checked<MoneyAct> => {
  const lines = parseLines(matter, form);
  const reason = checkOptional(form, 'reason', mostCancellationReasonCharacters);
  if (lines.ok && reason.ok) {
    return { ok: true, value: { name: 'request', reason: reason.value, lines: lines.value } };
  }
  return { ok: false, errors: [lines, reason].flatMap((checked) => (checked.ok ? [] : checked.errors)) };
};

/** Null: all that has not left. */
const parseLines = (
  matter: MatterOf<'request_cancellation'>,
  form: SentForm,
): Checked<readonly ParcelLine[] | null> => {
  switch (form.get('act')) {
    case 'whole':
      return { ok: true, value: null };
    case 'some':
      return parseQuantities(matter, form);
    default:
      return faulty('act', 'choose_one');
  }
};

const parseQuantities = (
  { order }: MatterOf<'request_cancellation'>,
  form: SentForm,
): Checked<readonly ParcelLine[]> => {
  const left = new Map(unitsLeft(order).map(({ lineId, quantity }) => [lineId, quantity]));
  const asked = order.lines.flatMap(({ lineId }, n) => {
    const field = `quantity-${n}`;
    const typed = form.get(field);
    if (!left.has(lineId) && typed === '') return [];
    const isNumber = /^\d{1,6}$/.test(typed) && Number(typed) <= (left.get(lineId) ?? 0);
    return [{ lineId, field, quantity: isNumber ? Number(typed) : null }];
  });
  const errors = asked
    .filter(({ quantity }) => quantity === null)
    .map(({ field }) => ({ field, fault: 'quantity_invalid' as const }));
  if (errors.length > 0) return { ok: false, errors };
  const lines = asked.flatMap(({ lineId, quantity }) =>
    quantity === null || quantity === 0 ? [] : [{ lineId, quantity }],
  );
  if (lines.length > 0) return { ok: true, value: lines };
  return faulty(asked[0]?.field ?? 'act', 'nothing_chosen');
};

/** With the total that the page showed, so that nobody agrees to another one. */
const parseRefund = (form: SentForm): Checked<MoneyAct> => {
  const shown = form.get('amountMinor');
  if (!/^\d{1,12}$/.test(shown)) return faulty('', 'refused');
  return chosen(form, { name: 'settle-return', amountMinor: Number(shown) });
};

const checkOptional = (form: SentForm, field: string, most: number): Checked<string | null> => {
  const typed = form.get(field);
  return typed === '' ? { ok: true, value: null } : checkText(field, typed, text(most));
};
