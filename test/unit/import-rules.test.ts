import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A file, what it imports (a file of ours, or a package), and whether that is allowed. */
type Case = readonly [from: string, to: string, allowed: boolean];

const cases: readonly Case[] = [
  ['src/domain/orders/x.ts', 'src/domain/money.ts', true],
  ['src/domain/orders/x.ts', 'src/platform/ids.ts', false],
  ['src/domain/orders/x.ts', 'db/client.ts', false],
  ['src/domain/orders/x.ts', 'queues/registry.ts', false],
  ['src/domain/orders/x.ts', 'workers/handler.ts', false],
  ['src/domain/orders/x.ts', 'src/api/app.ts', false],
  ['src/domain/orders/x.ts', 'src/mail/transport.ts', false],
  ['src/domain/orders/x.ts', 'node:fs', false],
  ['src/domain/orders/x.ts', 'zod', false],
  ['src/domain/orders/x.ts', 'temporal-polyfill', true],
  ['src/domain/orders/x.ts', 'date-holidays', true],
  ['src/platform/x.ts', 'src/domain/money.ts', true],
  ['src/platform/x.ts', 'db/client.ts', false],
  ['src/platform/x.ts', 'src/mail/transport.ts', false],
  ['src/platform/x.ts', 'pg', false],
  ['src/platform/embedded/x.ts', 'pg', true],
  ['src/platform/embedded/x.ts', 'queues/registry.ts', false],
  ['db/repositories/jobs/x.ts', 'src/domain/money.ts', true],
  ['db/repositories/jobs/x.ts', 'src/platform/ids.ts', true],
  ['db/repositories/jobs/x.ts', 'db/repositories/mail/y.ts', true],
  ['db/repositories/jobs/x.ts', 'src/mail/transport.ts', false],
  ['db/repositories/jobs/x.ts', 'queues/registry.ts', false],
  ['db/repositories/jobs/x.ts', 'workers/handler.ts', false],
  ['db/repositories/jobs/x.ts', 'bullmq', false],
  ['db/repositories/jobs/x.ts', 'postgres', true],
  ['db/schema/x.ts', 'drizzle-orm/pg-core', true],
  ['queues/ledger/x.ts', 'db/client.ts', true],
  ['queues/ledger/x.ts', 'src/platform/ids.ts', true],
  ['queues/ledger/x.ts', 'workers/handler.ts', false],
  ['queues/ledger/x.ts', 'src/api/app.ts', false],
  ['queues/ledger/x.ts', 'postgres', false],
  ['queues/ledger/x.ts', 'ioredis', false],
  ['queues/backends/x.ts', 'ioredis', true],
  ['queues/backends/x.ts', 'workers/handler.ts', false],
  ['src/labels/x.ts', 'src/domain/money.ts', true],
  ['src/labels/x.ts', 'db/client.ts', false],
  ['src/labels/x.ts', 'pdfkit', true],
  ['src/api/returns/x.ts', 'pdfkit', false],
  ['src/labels/x.ts', 'src/photos/read-photo.ts', false],
  ['src/labels/x.ts', 'sharp', false],
  ['src/photos/x.ts', 'src/domain/money.ts', true],
  ['src/photos/x.ts', 'src/platform/ids.ts', true],
  ['src/photos/x.ts', 'sharp', true],
  ['src/photos/x.ts', 'db/client.ts', false],
  ['src/photos/x.ts', 'src/labels/layout.ts', false],
  ['src/photos/x.ts', 'pdfkit', false],
  ['src/api/claims/x.ts', 'src/photos/read-photo.ts', true],
  ['src/api/claims/x.ts', 'sharp', false],
  ['src/pages/money/x.ts', 'src/photos/read-photo.ts', true],
  ['src/pages/money/x.ts', 'sharp', false],
  ['workers/handlers/x.ts', 'src/photos/read-photo.ts', false],
  ['workers/handlers/x.ts', 'sharp', false],
  ['src/domain/claims/x.ts', 'src/photos/read-photo.ts', false],
  ['src/platform/x.ts', 'src/photos/read-photo.ts', false],
  ['src/platform/embedded/x.ts', 'src/photos/read-photo.ts', false],
  ['src/mail/x.ts', 'src/photos/read-photo.ts', false],
  ['db/repositories/claims/x.ts', 'src/photos/read-photo.ts', false],
  ['db/repositories/claims/x.ts', 'sharp', false],
  ['queues/ledger/x.ts', 'src/photos/read-photo.ts', false],
  ['queues/backends/x.ts', 'src/photos/read-photo.ts', false],
  ['workers/runtime/x.ts', 'src/photos/read-photo.ts', false],
  ['src/roles/x.ts', 'sharp', false],
  ['workers/adapters/payments/x.ts', 'stripe', true],
  ['workers/adapters/payments/x.ts', 'src/api/app.ts', false],
  ['workers/adapters/payments/x.ts', 'bullmq', false],
  ['workers/payments/x.ts', 'stripe', false],
  ['workers/runtime/x.ts', 'stripe', false],
  ['src/api/webhooks/x.ts', 'stripe', true],
  ['src/api/webhooks/x.ts', 'workers/handler.ts', false],
  ['src/api/webhooks/x.ts', 'sharp', false],
  ['src/api/refunds/x.ts', 'stripe', false],
  ['src/pages/x.ts', 'stripe', false],
  ['src/photos/x.ts', 'stripe', false],
  ['src/platform/x.ts', 'stripe', false],
  ['db/repositories/sandbox/x.ts', 'stripe', false],
  ['queues/ledger/x.ts', 'stripe', false],
  ['src/roles/x.ts', 'stripe', false],
  ['workers/handlers/x.ts', 'lean-qr', false],
  ['src/mail/x.ts', 'db/client.ts', true],
  ['src/mail/x.ts', 'nodemailer', true],
  ['src/mail/x.ts', 'queues/registry.ts', false],
  ['src/api/orders/x.ts', 'src/pages/layout.ts', true],
  ['src/api/orders/x.ts', 'src/labels/layout.ts', true],
  ['src/api/orders/x.ts', 'queues/registry.ts', true],
  ['src/api/orders/x.ts', 'workers/handler.ts', false],
  ['src/api/orders/x.ts', 'src/mail/transport.ts', false],
  ['src/api/orders/x.ts', 'src/roles/start.ts', false],
  ['src/api/orders/x.ts', 'express', true],
  ['src/api/orders/x.ts', 'bullmq', false],
  ['src/api/orders/x.ts', 'drizzle-orm', false],
  ['src/api/orders/x.ts', 'html-to-text', false],
  ['src/api/messages/x.ts', 'html-to-text', true],
  ['src/api/messages/x.ts', 'workers/handler.ts', false],
  ['src/api/messages/x.ts', 'bullmq', false],
  ['src/pages/x.ts', 'html-to-text', false],
  ['src/api/board/x.ts', '@bull-board/api', true],
  ['src/api/board/x.ts', 'workers/handler.ts', false],
  ['src/pages/x.ts', 'workers/handler.ts', false],
  ['src/pages/mailbox/x.ts', 'src/mail/mailbox-transport.ts', true],
  ['src/pages/mailbox/x.ts', 'src/mail/transport.ts', false],
  ['workers/handlers/x.ts', 'src/mail/transport.ts', true],
  ['workers/handlers/x.ts', 'queues/contract.ts', true],
  ['workers/handlers/x.ts', 'src/api/app.ts', false],
  ['workers/handlers/x.ts', 'src/pages/layout.ts', false],
  ['workers/handlers/x.ts', 'bullmq', false],
  ['workers/handlers/x.ts', 'html-to-text', false],
  ['workers/handlers/x.ts', 'express', false],
  ['workers/runtime/x.ts', 'bullmq', true],
  ['workers/runtime/x.ts', 'src/api/app.ts', false],
  ['src/roles/x.ts', 'workers/handler.ts', true],
  ['src/roles/x.ts', 'test/support/redis.ts', false],
  ['src/roles/x.ts', 'bullmq', false],
  ['src/commands/x.ts', 'src/api/app.ts', true],
  ['db/repositories/jobs/x.ts', 'test/support/redis.ts', false],
  ['src/api/orders/x.ts', 'test/support/redis.ts', false],
];

const isFile = (name: string) => name.endsWith('.ts');

/** Other ways to break the rules: file, code, the rule that must speak. */
const offences = [
  ['src/domain/clock.ts', 'export const now = Date.now();', 'plugin'],
  ['src/domain/today.ts', 'export const today = new Date();', 'plugin'],
  ['src/domain/temporal.ts', 'export const at = Temporal.Now.instant();', 'plugin'],
  ['src/domain/dice.ts', 'export const dice = Math.random();', 'plugin'],
  ['src/domain/environment.ts', 'export const home = process.cwd();', 'lint/style/noRestrictedGlobals'],
  [
    'src/domain/late.ts',
    'export const late = () => setTimeout(() => {}, 1);',
    'lint/style/noRestrictedGlobals',
  ],
  ['queues/environment.ts', 'export const url = process.env.REDIS_URL;', 'lint/style/noProcessEnv'],
  ['src/api/lost.ts', 'const work = async () => 1;\nwork();', 'lint/nursery/noFloatingPromises'],
  ['db/guess.ts', 'export const guess = (a: string[]) => a[0]!;', 'lint/style/noNonNullAssertion'],
  [
    'src/cycle/a.ts',
    "import { b } from './b.ts';\nexport const a = () => b;",
    'lint/suspicious/noImportCycles',
  ],
  [
    'src/cycle/b.ts',
    "import type { a } from './a.ts';\nexport const b: typeof a | 1 = 1;",
    'lint/suspicious/noImportCycles',
  ],
  [
    'src/api/unknown.ts',
    "import left from 'left-pad';\nleft();",
    'lint/correctness/noUndeclaredDependencies',
  ],
] as const;

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: unknown };
  }[];
}

let folder: string;
/** The rules that spoke, by file. */
const found = new Map<string, Set<string>>();

const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

const nameOf = ([from]: Case, index: number) => from.replace('x.ts', `x${index}.ts`);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'navette-rules-'));
  for (const name of ['biome.json', '.biome', 'package.json', '.gitignore'])
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  cases.forEach((rule, index) => {
    const [from, to] = rule;
    const path = relative(dirname(from), to);
    const target = isFile(to) ? (path.startsWith('.') ? path : `./${path}`) : to;
    write(nameOf(rule, index), `export type { thing } from '${target}';\n`);
  });
  for (const [name, code] of offences) write(name, `${code}\n`);
  const command = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', '.'];
  let output: string;
  try {
    output = execFileSync('node_modules/.bin/biome', command, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  for (const { category, location } of (JSON.parse(output) as Report).diagnostics) {
    const path = String(location.path);
    found.set(path, (found.get(path) ?? new Set()).add(category));
  }
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('The import rules', () => {
  it.each(cases.map((rule, index) => ({ rule, from: rule[0], to: rule[1], index, allowed: rule[2] })))(
    '$from importing $to: allowed $allowed',
    ({ rule, index, allowed }) => {
      const rules = found.get(nameOf(rule, index)) ?? new Set();
      expect(rules.has('lint/style/noRestrictedImports')).toBe(!allowed);
    },
  );

  it.each(offences)('%s is refused: %s', (name, _code, rule) => {
    expect([...(found.get(name) ?? [])]).toContain(rule);
  });
});
