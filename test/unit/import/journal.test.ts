import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorPathOf } from '../../../src/commands/import/error-file.ts';
import { openJournal } from '../../../src/commands/import/journal.ts';
import {
  fingerprintOf,
  progressPathOf,
  readProgress,
  writeProgress,
} from '../../../src/commands/import/progress-file.ts';
import { withFile } from './sample-files.ts';

const first = { offset: 0, line: 1 };
const accepted = (line: number, jobId: string, offset?: number) => ({
  answer: { line, jobId },
  position: offset === undefined ? null : { offset, line: line + 1 },
});
const refused = (line: number, offset: number) => ({
  answer: { line, error: { code: 'invalid_request', detail: '1 field is wrong', errors: [] } },
  position: { offset, line: line + 1 },
});

const open = (file: string) => {
  const fingerprint = fingerprintOf(file);
  const found = readProgress(file, fingerprint);
  const resumed = found.kind === 'found' ? found.progress : null;
  return openJournal({ file, fingerprint, resumed, first });
};

test('an import goes on behind the last order whose answers are all there', () =>
  withFile('a.csv', 'content', (file) => {
    const journal = open(file);
    journal.record(accepted(1, 'a', 10));
    journal.record(accepted(2, 'b'));
    journal.close('stopped');
    const again = open(file);
    expect(again.position).toEqual({ offset: 10, line: 2 });
    expect(again.tally).toEqual({ accepted: 1, replayed: 0, orders: 1, errors: {} });
    again.close('stopped');
  }));

test('answers behind the cut are forgotten when the connection was lost, and counted once', () =>
  withFile('a.csv', 'content', (file) => {
    const journal = open(file);
    journal.record(accepted(1, 'a'));
    journal.rewind();
    journal.record(accepted(1, 'a'));
    journal.record(accepted(2, 'a', 20));
    expect(journal.tally).toEqual({ accepted: 2, replayed: 0, orders: 1, errors: {} });
    journal.close('complete');
    expect(existsSync(progressPathOf(file))).toBe(false);
    expect(existsSync(errorPathOf(file))).toBe(false);
  }));

test('errors that a killed import wrote beyond its progress are not there twice', () =>
  withFile('a.csv', 'content', (file) => {
    const journal = open(file);
    journal.record(refused(1, 10));
    journal.close('stopped');
    // What a kill between the two files leaves.
    writeFileSync(errorPathOf(file), '{"line":2,"code":"lost"}\n', { flag: 'a' });
    const again = open(file);
    again.record(refused(2, 20));
    again.close('complete');
    const lines = readFileSync(errorPathOf(file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ line, code }) => [line, code])).toEqual([
      [1, 'invalid_request'],
      [2, 'invalid_request'],
    ]);
  }));

test('another content under the same name is another file', () =>
  withFile('a.csv', 'content', (file) => {
    const journal = open(file);
    journal.record(accepted(1, 'a', 5));
    journal.close('stopped');
    const before = fingerprintOf(file);
    expect(readProgress(file, before).kind).toBe('found');
    writeFileSync(file, 'CONTENT');
    utimesSync(file, new Date(before.modifiedMs), new Date(before.modifiedMs));
    expect(readProgress(file, fingerprintOf(file)).kind).toBe('changed');
  }));

test('progress that cannot be read counts as none', () =>
  withFile('a.csv', 'content', (file) => {
    writeFileSync(progressPathOf(file), '{"version":1');
    expect(readProgress(file, fingerprintOf(file)).kind).toBe('none');
  }));

test('what is written can be read', () =>
  withFile('a.csv', 'content', (file) => {
    const tally = { accepted: 3, replayed: 1, orders: 2, errors: { order_conflict: 1 } };
    const progress = {
      version: 1 as const,
      file: fingerprintOf(file),
      position: { offset: 4, line: 5 },
      tally,
      errorBytes: 0,
    };
    writeProgress(file, progress);
    expect(readProgress(file, fingerprintOf(file))).toEqual({ kind: 'found', progress });
  }));
