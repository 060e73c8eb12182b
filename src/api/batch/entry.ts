import type { FieldError } from '../http/problem.ts';

/** Why a line was not accepted. */
export interface LineError {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** In a conflict: the job that made what exists. */
  readonly jobId?: string;
}

/** What one line, or several rows of one order, ask for. */
export interface BatchEntry {
  /** Numbers of its lines; each gets the same result. */
  readonly lines: readonly number[];
  /** How much was read for it, about as much as it holds in memory. */
  readonly bytes: number;
  readonly content:
    | { readonly ok: true; readonly value: unknown }
    | { readonly ok: false; readonly error: LineError };
}

/** Turns a stream into entries, chunk by chunk. */
export interface EntryReader {
  push(chunk: Buffer): BatchEntry[];
  end(): BatchEntry[];
}

/** The largest line: an order of a thousand lines with long titles. */
export const lineLimitBytes = 1024 * 1024;

export const badEntry = (lines: readonly number[], error: LineError): BatchEntry => ({
  lines,
  bytes: 0,
  content: { ok: false, error },
});

export const lineTooLong = (line: number): BatchEntry =>
  badEntry([line], { code: 'line_too_long', detail: `The line exceeds ${lineLimitBytes} bytes` });

export const notUtf8 = (line: number): BatchEntry =>
  badEntry([line], { code: 'invalid_encoding', detail: 'The line is not UTF-8' });
