import { isConnectionError } from '../../../db/errors.ts';
import type { Refusal } from '../../domain/outcome.ts';
import { type ProblemCode, problemKinds } from './problem-kinds.ts';

/** One wrong field. `path` is written as in JavaScript, `lines[0].quantity`; empty: the body as a whole. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the document (RFC 9457, extension members). */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Replaces the kind's name in the document: the code of the domain's rule that refused. */
  readonly code?: string;
}

/** An answer that is an error: thrown anywhere below an endpoint, written as RFC 9457 in one place. */
export class Problem extends Error {
  readonly kind: ProblemCode;
  readonly details: ProblemDetails;

  constructor(kind: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? problemKinds[kind].title);
    this.name = 'Problem';
    this.kind = kind;
    this.details = details;
  }

  get status(): number {
    return problemKinds[this.kind].status;
  }

  /** The document; `publicUrl` is where /docs is found. */
  toDocument(publicUrl: string): Record<string, unknown> {
    const { title } = problemKinds[this.kind];
    const { detail, errors, extensions, code } = this.details;
    return {
      type: `${publicUrl}/docs#problem-${this.kind}`,
      title,
      status: this.status,
      detail: detail ?? title,
      code: code ?? this.kind,
      ...(errors === undefined ? {} : { errors }),
      ...extensions,
    };
  }
}

export const invalidRequest = (errors: readonly FieldError[]): Problem =>
  new Problem('invalid_request', {
    detail: errors.length === 1 ? '1 field is wrong' : `${errors.length} fields are wrong`,
    errors,
  });

/** A rule's refusal, where it can be answered at once. */
export const refused = ({ code, detail }: Refusal): Problem => new Problem('refused', { code, detail });

/** Seconds that a client waits while PostgreSQL is away; it is back within that after a fail-over. */
const retryAfterSeconds = '5';

/** The problem that a thrown value means, or null for what nobody expected. */
export const problemOf = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error;
  if (isConnectionError(error)) {
    return new Problem('database_unavailable', { headers: { 'retry-after': retryAfterSeconds } });
  }
  return null;
};
