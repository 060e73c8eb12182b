import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let built: string;
let folder: string;

const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const remove = (name: string) => rmSync(join(folder, name), { recursive: true });

const files = () => ['.', 'src', 'dist', 'dist/src'].flatMap((name) => readdirSync(join(folder, name)));

const run = (script: 'build' | 'navette', ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'src/launch', `${script}.js`), ...args],
    { cwd: tmpdir(), encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
};

/** A small program in the shape of this one, built once. It says which of the two runs, and what it was asked. */
beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'navette-launch-'));
  folder = join(built, 'first');
  mkdirSync(folder);
  cpSync('src/launch', join(folder, 'src/launch'), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(name, join(folder, name));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  write('src/word.ts', "export const word: string = 'hello';\n");
  write(
    'src/cli.ts',
    "import { word } from './word.ts';\nconsole.log(word, import.meta.url.slice(-6), ...process.argv.slice(2));\n",
  );
  for (const name of ['queues', 'workers', 'db']) write(`${name}/nothing.ts`, 'export {};\n');
  expect(run('build')).toEqual({ status: 0, output: '' });
}, 60_000);

afterAll(() => rmSync(built, { recursive: true, force: true }));

/** Each test has a copy, whose files are all younger than the build: times must not matter. */
beforeEach(() => {
  folder = mkdtempSync(join(built, 'copy-'));
  cpSync(join(built, 'first'), folder, { recursive: true });
});

describe('The start', () => {
  it('runs a build of these very sources', () => {
    expect(run('navette', 'demo', '--exit')).toEqual({ status: 0, output: 'hello cli.js demo --exit\n' });
  });

  it('runs the sources where nothing is built', () => {
    remove('dist');
    expect(run('navette', 'demo', '--exit')).toEqual({ status: 0, output: 'hello cli.ts demo --exit\n' });
  });

  it.each([
    ['was edited', () => write('src/word.ts', "export const word = 'changed';\n"), 'changed'],
    ['is new', () => write('db/new.ts', 'export {};\n'), 'hello'],
    ['was removed', () => remove('queues/nothing.ts'), 'hello'],
  ])('runs the sources when one of them %s since the build, and writes nothing', (_what, change, word) => {
    change();
    const before = files();
    expect(run('navette')).toEqual({ status: 0, output: `${word} cli.ts\n` });
    expect(files()).toEqual(before);
  });

  it('refuses a build of other sources where the tools to run them are missing', () => {
    write('src/word.ts', "export const word = 'changed';\n");
    remove('node_modules');
    expect(run('navette')).toMatchObject({ status: 1, output: expect.stringContaining('npm install') });
  });

  it('runs a build that was delivered without sources', () => {
    remove('src/cli.ts');
    remove('node_modules');
    expect(run('navette')).toEqual({ status: 0, output: 'hello cli.js\n' });
  });
});

describe('The build', () => {
  it('does not fail an installation without development tools', () => {
    remove('dist');
    remove('node_modules');
    expect(run('build')).toMatchObject({ status: 0, output: expect.stringContaining('not built') });
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it('takes the place of the last one, leaves nothing beside it, and is no judge of types', () => {
    write('src/word.ts', 'export const word: number = String(1);\n');
    expect(run('build')).toEqual({ status: 0, output: '' });
    expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
    expect(run('navette')).toEqual({ status: 0, output: '1 cli.js\n' });
  });
});
