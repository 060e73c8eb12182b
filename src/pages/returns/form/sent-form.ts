/** Text fields alone: the longest message, percent-encoded, is less than 40 KiB. */
export const textFormBytes = 64 * 1024;
/** The seller's own label. */
export const uploadBytes = 2 * 1024 * 1024;
/** A label a little too large still arrives, so that the form can say so by its field. */
export const uploadFormBytes = uploadBytes + 256 * 1024;

/** A withdrawal has a field per line, and an order at most a thousand lines. */
export const mostFields = 1_100;

export interface SentFile {
  readonly bytes: Uint8Array;
  /** As the browser says. */
  readonly type: string;
  readonly tooLarge: boolean;
}

export interface SentForm {
  /** The field's text, trimmed, with line feeds alone; empty when it was not sent. */
  get(name: string): string;
  file(name: string): SentFile | null;
}

export type FormFault = 'wrongType' | 'tooLarge' | 'malformed';

/** With which a form is answered that cannot be read. */
export const formFaultStatus = { wrongType: 415, tooLarge: 413, malformed: 400 } as const satisfies Record<
  FormFault,
  number
>;

export type SentFormResult =
  | { readonly ok: true; readonly form: SentForm }
  | { readonly ok: false; readonly fault: FormFault };
