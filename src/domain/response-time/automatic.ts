/** What a mail's headers say of who wrote it. */
export interface MailSigns {
  /** The header field Auto-Submitted as it came, or whether a machine wrote it. */
  readonly autoSubmitted: boolean | string | null;
  /** The envelope's return path; empty, or `<>`, on bounces (RFC 5321, section 4.5.5). Null: not told. */
  readonly returnPath: string | null;
}

/**
 * An automatic reply or a bounce. Of Auto-Submitted every value but `no` says so, known or not, and what follows
 * a semicolon is a parameter (RFC 3834, section 5); comments in brackets are none of it.
 */
export const isAutomatic = ({ autoSubmitted, returnPath }: MailSigns): boolean => {
  if (returnPath !== null && /^\s*(?:<\s*>)?\s*$/.test(returnPath)) return true;
  if (autoSubmitted === null) return false;
  if (typeof autoSubmitted === 'boolean') return autoSubmitted;
  const [keyword = ''] = autoSubmitted.replace(/\([^)]*\)/g, '').split(';');
  return keyword.trim() !== '' && keyword.trim().toLowerCase() !== 'no';
};
