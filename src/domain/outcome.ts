/** A refusal by a business rule: expected, never retried, shown to the caller as `{ code, detail }`. */
export interface Refusal {
  readonly code: string;
  readonly detail: string;
}

/** What a decision gives: a value, or the rule's refusal. Refusals are values, never exceptions. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (code: string, detail: string): Outcome<never> => ({
  ok: false,
  refusal: { code, detail },
});
