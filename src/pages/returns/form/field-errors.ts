/** What can be wrong with a field of a form; each language has its words for all of them. */
export const fieldFaults = [
  'choice_missing',
  'choose_one',
  'required',
  'too_long',
  'unstorable',
  'rma_form',
  'rma_taken',
  'country_unknown',
  'postal_code_invalid',
  'region_unknown',
  'no_return_address',
  'unknown_return_address',
  'label_missing',
  'label_type',
  'label_too_large',
  'reason_not_allowed',
  'quantity_invalid',
  'nothing_chosen',
  'units_taken',
  'email_invalid',
  'refused',
] as const;
export type FieldFault = (typeof fieldFaults)[number];

export interface FieldError {
  /** The field's name, by which its message stands; empty: the form as a whole. */
  readonly field: string;
  readonly fault: FieldFault;
}
