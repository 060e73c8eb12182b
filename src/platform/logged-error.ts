/** What the log says of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  /** Of PostgreSQL: where it happened, which names no value. */
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: LoggedError;
}

/** Causes of causes: no error of ours has more, and one may name itself. */
const mostCauses = 4;

const textAt = (error: object, name: string): string | undefined => {
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
};

/** The frames alone: the first lines of a stack repeat the message. */
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/** The message, unless it quotes a value, which may be a person's: SQLSTATE class 22, data exceptions. */
export const harmlessMessage = (error: Error): string =>
  /^22[0-9A-Z]{3}$/.test(textAt(error, 'code') ?? '') ? 'PostgreSQL refused a value' : error.message;

const whenText = <K extends string>(name: K, value: string | undefined): { readonly [k in K]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [k in K]?: string };

const loggedAt = (error: Error, depth: number): LoggedError => {
  const { cause } = error;
  return {
    type: error.name,
    message: harmlessMessage(error),
    stack: framesOf(error),
    ...whenText('code', textAt(error, 'code')),
    ...whenText('table', textAt(error, 'table_name')),
    ...whenText('constraint', textAt(error, 'constraint_name')),
    ...(cause instanceof Error && depth < mostCauses ? { cause: loggedAt(cause, depth + 1) } : {}),
  };
};

/**
 * An error as the log may hold it: named fields and no others. PostgreSQL puts the row that it refuses into `detail`
 * and `where`, its driver the statement's parameters, mail servers the address: none of them is for a log.
 */
export const loggedError = (error: unknown): unknown => {
  if (error instanceof Error) return loggedAt(error, 0);
  return { type: typeof error, message: 'Something was thrown that is no error' };
};
