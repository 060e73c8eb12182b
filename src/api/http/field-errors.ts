import type { z } from 'zod';
import type { FieldError } from './problem.ts';

/** Nobody reads more; ten thousand bad lines would make an answer larger than the request. */
const mostErrors = 100;

type Path = readonly PropertyKey[];

/** `['lines', 0, 'quantity']` → `lines[0].quantity`. */
export const formatPath = (path: Path): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    root,
  );

const codeOf = (issue: z.core.$ZodIssue): string => (issue.code === 'custom' ? 'invalid_value' : issue.code);

const toFieldError = (issue: z.core.$ZodIssue, input: unknown): FieldError => {
  const path = formatPath(issue.path);
  if (issue.code === 'invalid_type' && valueAt(input, issue.path) === undefined) {
    return { path, code: 'required', message: 'Is required' };
  }
  return { path, code: codeOf(issue), message: issue.message };
};

/**
 * A schema's issues as the problem document lists them, the first of each field: the others mostly follow
 * from it. Holds nothing of the input but its field names.
 */
export const fieldErrors = (error: z.ZodError, input: unknown): FieldError[] => {
  const byPath = new Map<string, FieldError>();
  for (const issue of error.issues) {
    const fieldError = toFieldError(issue, input);
    if (!byPath.has(fieldError.path)) byPath.set(fieldError.path, fieldError);
    if (byPath.size === mostErrors) break;
  }
  return [...byPath.values()];
};
