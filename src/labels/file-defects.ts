/** What is wrong with a file: it is of another kind, or of this kind but broken or out of measure. */
export interface FileDefect {
  readonly code: 'label_type_mismatch' | 'label_damaged' | 'label_too_large';
  readonly detail: string;
}

export const mismatch = (detail: string): FileDefect => ({ code: 'label_type_mismatch', detail });
export const damaged = (detail: string): FileDefect => ({ code: 'label_damaged', detail });
export const tooLarge = (detail: string): FileDefect => ({ code: 'label_too_large', detail });
