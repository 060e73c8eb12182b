import type { z } from 'zod';
import { address } from '../../../../queues/schemas/order.schema.ts';
import { checkAddress } from '../../../api/orders/check-address.ts';
import type { FieldError, FieldFault } from './field-errors.ts';
import type { SentForm } from './sent-form.ts';

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export const faulty = (field: string, fault: FieldFault): Checked<never> => ({
  ok: false,
  errors: [{ field, fault }],
});

/** A text by the schema of the queue's payload. `malformed`: what a wrong form means here. */
export const checkText = <T>(
  field: string,
  text: string,
  schema: z.ZodType<T>,
  malformed: FieldFault = 'required',
): Checked<T> => {
  const parsed = schema.safeParse(text);
  return parsed.success ? { ok: true, value: parsed.data } : faulty(field, faultOf(parsed.error, malformed));
};

const faultOf = ({ issues }: z.ZodError, malformed: FieldFault): FieldFault => {
  switch (issues[0]?.code) {
    case 'too_small':
      return 'required';
    case 'too_big':
      return 'too_long';
    case 'custom':
      return 'unstorable';
    default:
      return malformed;
  }
};

export const addressFields = [
  'name',
  'line1',
  'line2',
  'postalCode',
  'city',
  'region',
  'country',
  'phone',
] as const;
export type AddressField = (typeof addressFields)[number];

const mayBeEmpty: ReadonlySet<AddressField> = new Set(['line2', 'region', 'phone']);

/** A new address out of its fields, complete and of a place that can exist. */
export const checkNewAddress = (form: SentForm): Checked<z.infer<typeof address>> => {
  const typed = Object.fromEntries(
    addressFields.map((field) => [field, form.get(field) || (mayBeEmpty.has(field) ? null : '')]),
  );
  const parsed = address.safeParse(typed);
  if (!parsed.success) {
    const errors = addressFields.flatMap((field) => {
      const issues = parsed.error.issues.filter(({ path }) => path[0] === field);
      const error = { issues } as unknown as z.ZodError;
      const missing = field === 'country' ? 'country_unknown' : 'required';
      return issues.length === 0 ? [] : [{ field, fault: faultOf(error, missing) }];
    });
    return { ok: false, errors };
  }
  const impossible = [...checkAddress(parsed.data, '')].map(({ path, code }) => ({
    field: path.slice(1),
    fault: code as FieldFault,
  }));
  return impossible.length === 0 ? { ok: true, value: parsed.data } : { ok: false, errors: impossible };
};
