import type { SceneReport } from '../stage/play.ts';
import { markOf } from './live.ts';
import { type Paint, width, wrap } from './paint.ts';

const indent = 4;

const ofScene = (report: SceneReport, paint: Paint): string[] => {
  const differences = report.differences.flatMap(({ what, expected, actual }) => [
    ...wrap(`differs: ${what}`, indent),
    ...wrap(`expected ${expected}`, indent + 2),
    ...wrap(`came out ${actual}`, indent + 2),
  ]);
  return [
    '',
    `  ${markOf(report, paint)} ${paint.bold(report.title)}`,
    ...report.lines.flatMap((line) => wrap(line, indent)),
    ...differences.map((line) => paint.bad(line)),
  ];
};

export interface Totals {
  readonly requests: number;
  /** From the start of the process to usable addresses, and from there to the end of the last scene. */
  readonly upSeconds: number;
  readonly playSeconds: number;
}

/** What the day came to, scene by scene, and its figures. */
export const summarize = (reports: readonly SceneReport[], totals: Totals, paint: Paint): string => {
  const checks = reports.reduce((sum, report) => sum + report.checks, 0);
  const differing = reports.reduce((sum, { differences }) => sum + differences.length, 0);
  const verdict =
    differing === 0
      ? paint.good(`All ${checks} checks came out as expected.`)
      : paint.bad(
          `${differing} of ${checks} checks came out otherwise than expected; they are marked ✗ above.`,
        );
  const figures = [
    { name: 'HTTP requests', value: totals.requests.toLocaleString('en') },
    ...reports.flatMap((report) => report.figures),
    {
      name: 'up after',
      value: `${totals.upSeconds.toFixed(1)} s; the day took ${totals.playSeconds.toFixed(1)} s`,
    },
  ];
  return [
    '',
    `  ${paint.dim('─'.repeat(width - 4))}`,
    `  ${paint.bold('A day with Navette')}: what was done over HTTP, and what came out`,
    ...reports.flatMap((report) => ofScene(report, paint)),
    '',
    `  ${paint.bold('Figures')}`,
    ...figures.map(({ name, value }) => `    ${name.padEnd(30)} ${value}`),
    '',
    `  ${verdict}`,
    '',
  ].join('\n');
};

export interface Addresses {
  readonly publicUrl: string;
  readonly user: string;
  readonly password: string;
  readonly key: string;
  readonly log: string;
}

/** What to open and what to try while it stays up. */
export const showAddresses = (
  { publicUrl, user, password, key, log }: Addresses,
  links: SceneReport['links'],
  paint: Paint,
): string => {
  const rows: readonly (readonly [string, string, string?])[] = [
    ['API and its docs', `${publicUrl}/docs`],
    ['Bull Board', `${publicUrl}/queues`, `${user} / ${password}`],
    ['Response time', `${publicUrl}/response-time`, 'the same login'],
    ['Mailbox', `${publicUrl}/mailbox`],
    ['Log', log],
  ];
  return [
    '',
    `  ${paint.bold('To open')}`,
    ...rows.map(
      ([name, url, more]) => `    ${name.padEnd(25)} ${paint.accent(url)}${more ? `   ${more}` : ''}`,
    ),
    '',
    ...links.flatMap(({ label, url }) => [`    ${label}`, `      ${paint.accent(url)}`]),
    '',
    `  ${paint.bold('To try')}`,
    `    curl -H 'Authorization: Bearer ${key}' \\`,
    `      '${publicUrl}/v1/orders?state=delivered'`,
    '',
    '',
  ].join('\n');
};
