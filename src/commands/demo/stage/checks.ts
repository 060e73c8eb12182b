import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** What came out otherwise than a scene expects. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
}

const show = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '–'));

const reason = (error: unknown): string => {
  // An answer that has not the form that the API documents.
  if (error instanceof z.ZodError) return z.prettifyError(error).replaceAll(/\s+/g, ' ');
  return error instanceof Error ? error.message : show(error);
};

/** The expectations of one scene, compared with what really came out. Nothing here throws: a scene goes on. */
export class Checks {
  #count = 0;
  readonly #differences: Difference[] = [];

  get count(): number {
    return this.#count;
  }

  get differences(): readonly Difference[] {
    return this.#differences;
  }

  equal<T>(what: string, actual: T, expected: NoInfer<T>): void {
    this.#count += 1;
    if (isDeepStrictEqual(actual, expected)) return;
    this.#differences.push({ what, expected: show(expected), actual: show(actual) });
  }

  /** For what is no equality; `actual` is what a person would look at if it does not hold. */
  holds(what: string, condition: boolean, actual: unknown): void {
    this.#count += 1;
    if (!condition) this.#differences.push({ what, expected: 'to hold', actual: show(actual) });
  }

  /** A scene that broke off. */
  broke(error: unknown): void {
    this.#count += 1;
    this.#differences.push({
      what: 'the scene plays to its end',
      expected: 'no error',
      actual: reason(error),
    });
  }
}
