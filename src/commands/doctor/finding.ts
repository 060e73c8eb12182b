/** `bad` must be mended; `look` works, but somebody should know. */
export type Finding =
  | { readonly level: 'ok'; readonly what: string }
  | { readonly level: 'look' | 'bad'; readonly what: string; readonly mend: string };

export const ok = (what: string): Finding => ({ level: 'ok', what });
export const look = (what: string, mend: string): Finding => ({ level: 'look', what, mend });
export const bad = (what: string, mend: string): Finding => ({ level: 'bad', what, mend });

const marks = { ok: '✓', look: '!', bad: '✗' } as const;

/** Takes passwords out of addresses that an error message may quote. */
const withoutSecrets = (text: string): string => text.replace(/:\/\/[^@\s/]*@/g, '://…@');

export const showFinding = (finding: Finding): string => {
  const head = `${marks[finding.level]} ${finding.what}`;
  return withoutSecrets(finding.level === 'ok' ? head : `${head}\n    → ${finding.mend}`);
};

/** The short reason of a failed connection; drivers hide it in `errors` when a name has two addresses. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
};

export const codeOf = (error: unknown): string | null => {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : null;
};
