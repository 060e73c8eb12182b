import { closeRequest, replyRequest, rma } from '../../../../queues/schemas/return.schema.ts';
import { text } from '../../../../queues/schemas/values.ts';
import type { ClosureReason } from '../../../domain/returns/reasons.ts';
import { mostClosingMessageCharacters, type Return } from '../../../domain/returns/return.ts';
import { type Checked, checkNewAddress, checkText, faulty } from '../form/check-fields.ts';
import type { FieldError } from '../form/field-errors.ts';
import type { SentForm } from '../form/sent-form.ts';
import type { LinkAct, ReturnLinkPorts } from '../ports.ts';
import { allowedClosures } from './allowed-closures.ts';
import type { ActingLink } from './link-actions.ts';

export interface FormContext {
  readonly return: Return;
  readonly checkUpload: ReturnLinkPorts['checkUpload'];
}

/** What a posted form asks for; or all that is wrong with it at once. */
export const parseAct = async (
  action: ActingLink,
  form: SentForm,
  context: FormContext,
): Promise<Checked<LinkAct>> => {
  switch (action) {
    case 'authorize_return':
      return parseAuthorize(form, context);
    case 'close_return':
      return parseClose(form, context);
    case 'reply_to_return': {
      const message = checkText('message', form.get('message'), replyRequest.shape.message);
      return withChoice(form, message, (value) => ({ name: 'reply', reply: { message: value } }));
    }
    case 'cancel_return':
      return withChoice(form, { ok: true, value: null }, () => ({ name: 'cancel' }));
    case 'confirm_withdrawal':
      return withChoice(form, parseQuantities(form, context.return), (lines) => ({
        name: 'confirm-withdrawal',
        confirm: { lines },
      }));
    default:
      return action satisfies never;
  }
};

/** Nothing acts without the choice that no page preselects. */
const missingChoice = (form: SentForm): readonly FieldError[] =>
  form.get('choice') === 'yes' ? [] : [{ field: 'choice', fault: 'choice_missing' }];

const errorsOf = (checked: Checked<unknown>): readonly FieldError[] => (checked.ok ? [] : checked.errors);

const withChoice = <T>(
  form: SentForm,
  checked: Checked<T>,
  toAct: (value: T) => LinkAct,
): Checked<LinkAct> => {
  const missing = missingChoice(form);
  if (checked.ok && missing.length === 0) return { ok: true, value: toAct(checked.value) };
  return { ok: false, errors: [...errorsOf(checked), ...missing] };
};

type Authorize = Extract<LinkAct, { name: 'authorize' }>['authorize'];

const parseAuthorize = async (form: SentForm, { checkUpload }: FormContext): Promise<Checked<LinkAct>> => {
  const number = parseRma(form);
  const address = parseAddress(form);
  const label = await parseLabel(form, checkUpload);
  const missing = missingChoice(form);
  if (number.ok && address.ok && label.ok && missing.length === 0) {
    const authorize = { rma: number.value, ...address.value, label: label.value };
    return { ok: true, value: { name: 'authorize', authorize } };
  }
  return { ok: false, errors: [...[number, address, label].flatMap(errorsOf), ...missing] };
};

const parseRma = (form: SentForm): Checked<string | null> => {
  if (form.get('rma') === 'generated') return { ok: true, value: null };
  if (form.get('rma') !== 'own') return faulty('rma', 'choose_one');
  return checkText('rmaOwn', form.get('rmaOwn'), rma, form.get('rmaOwn') === '' ? 'required' : 'rma_form');
};

const parseAddress = (form: SentForm): Checked<Pick<Authorize, 'returnAddress' | 'returnAddressId'>> => {
  const choice = form.get('address');
  if (choice === 'new') {
    const made = checkNewAddress(form);
    return made.ok ? { ok: true, value: { returnAddress: made.value, returnAddressId: null } } : made;
  }
  if (!choice.startsWith('saved:')) return faulty('address', 'choose_one');
  const saved = checkText('address', choice.slice('saved:'.length), text(64), 'unknown_return_address');
  return saved.ok ? { ok: true, value: { returnAddress: null, returnAddressId: saved.value } } : saved;
};

const parseLabel = async (
  form: SentForm,
  checkUpload: ReturnLinkPorts['checkUpload'],
): Promise<Checked<Authorize['label']>> => {
  if (form.get('label') === 'generated') return { ok: true, value: { kind: 'generated' } };
  if (form.get('label') !== 'uploaded') return faulty('label', 'choose_one');
  const file = form.file('labelFile');
  if (file === null || file.bytes.length === 0) return faulty('labelFile', 'label_missing');
  if (file.tooLarge) return faulty('labelFile', 'label_too_large');
  const contentType = await checkUpload(file.bytes, file.type);
  if (contentType === null) return faulty('labelFile', 'label_type');
  return {
    ok: true,
    value: { kind: 'uploaded', contentType, base64: Buffer.from(file.bytes).toString('base64') },
  };
};

const parseClose = (form: SentForm, context: FormContext): Checked<LinkAct> => {
  const typed = form.get('message');
  const message: Checked<string | null> =
    typed === ''
      ? { ok: true, value: null }
      : checkText('message', typed, text(mostClosingMessageCharacters));
  const reason = checkReason(form.get('reason'), context.return);
  if (reason.ok && message.ok) {
    return { ok: true, value: { name: 'close', close: { reason: reason.value, message: message.value } } };
  }
  return { ok: false, errors: [reason, message].flatMap(errorsOf) };
};

const checkReason = (typed: string, { withdrawal }: Return): Checked<ClosureReason> => {
  const known = closeRequest.shape.reason.safeParse(typed);
  if (!known.success) return faulty('reason', typed === '' ? 'required' : 'choose_one');
  return allowedClosures(withdrawal).includes(known.data)
    ? { ok: true, value: known.data }
    : faulty('reason', 'reason_not_allowed');
};

const parseQuantities = (
  form: SentForm,
  { lines }: Return,
): Checked<{ lineId: string; quantity: number }[]> => {
  const asked = lines.map(({ lineId, quantity }, n) => {
    const typed = form.get(`quantity-${n}`);
    const fits = /^\d{1,6}$/.test(typed) && Number(typed) <= quantity;
    return { lineId, field: `quantity-${n}`, quantity: fits ? Number(typed) : null };
  });
  const errors = asked
    .filter(({ quantity }) => quantity === null)
    .map(({ field }) => ({ field, fault: 'quantity_invalid' as const }));
  if (errors.length > 0) return { ok: false, errors };
  const chosen = asked.flatMap(({ lineId, quantity }) =>
    quantity === null || quantity === 0 ? [] : [{ lineId, quantity }],
  );
  return chosen.length > 0 ? { ok: true, value: chosen } : faulty('quantity-0', 'nothing_chosen');
};
