import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeFailure } from '../../../src/commands/doctor/check-database.ts';
import { checkEnvironment, checkNode } from '../../../src/commands/doctor/check-environment.ts';
import { checkFolder } from '../../../src/commands/doctor/check-folder.ts';
import { bad, reasonOf, showFinding } from '../../../src/commands/doctor/finding.ts';

const levels = (raw: NodeJS.ProcessEnv) =>
  checkEnvironment(raw).findings.map(({ level, what }) => [level, what]);

test('Node is held to the version that package.json names', () => {
  expect(['v20.19.0', 'v20.18.9', 'v22.0.0', 'v18.20.0'].map((version) => checkNode(version).level)).toEqual([
    'ok',
    'bad',
    'ok',
    'bad',
  ]);
});

test('an empty environment is a fair one for development', () => {
  expect(levels({})).toEqual([['ok', 'Configuration, for development']]);
});

test('in production everything that is missing is named, even behind a value that cannot be read', () => {
  const found = levels({ NODE_ENV: 'production', PORT: 'many', API_KEY: 'short' });
  expect(found.every(([level]) => level === 'bad')).toBe(true);
  const named = found.map(([, what]) => what?.split(' ', 1)[0]);
  expect(named).toEqual(
    expect.arrayContaining(['PORT', 'API_KEY', 'DATABASE_URL', 'SMTP_URL', 'LINK_SECRETS']),
  );
});

test('what is right is looked at although something else is wrong', () => {
  const { config } = checkEnvironment({ PORT: 'many', REDIS_URL: 'redis://localhost' });
  expect(config?.redisUrl).toBe('redis://localhost');
  expect(config?.port).toBe(3000);
});

test('a finding says how to mend it, and no password', () => {
  const text = showFinding(bad('Cannot reach redis://bob:secret@host:1', 'Look at postgres://:pw@db/x.'));
  expect(text).toBe('✗ Cannot reach redis://…@host:1\n    → Look at postgres://…@db/x.');
});

test('the reason of two failed addresses is that of the first', () => {
  expect(reasonOf(new AggregateError([new Error('refused ::1'), new Error('refused 127.0.0.1')]))).toBe(
    'refused ::1',
  );
});

test('refusals of PostgreSQL are told apart', () => {
  const what = (code: string) => judgeFailure(Object.assign(new Error('no'), { code })).what;
  expect(what('28P01')).toContain('password');
  expect(what('3D000')).toContain('no such database');
  expect(what('22023')).toContain('roles');
  expect(what('ECONNREFUSED')).toContain('does not answer');
});

test('a folder that is not there yet is judged by the one above it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'navette-doctor-'));
  try {
    expect(checkFolder(join(folder, 'a', 'b')).level).toBe('ok');
    writeFileSync(join(folder, 'file'), '');
    expect(checkFolder(join(folder, 'file')).level).toBe('bad');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
