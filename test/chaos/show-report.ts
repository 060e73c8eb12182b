import { faultKinds } from './faults/fault-kinds.ts';
import type { Finding } from './invariants/invariant.ts';
import type { ChaosReport, FaultFigures } from './report.ts';

const count = (value: number): string => value.toLocaleString('en');
const seconds = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} s`);

/** Columns as wide as their widest cell; all but the first are figures, to the right. */
const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const faultTable = (faults: readonly FaultFigures[]): string =>
  columns([
    ['fault', 'injected', 'measured', 'recovered, median', 'worst', 'last of its work'],
    ...faults.map(({ fault, injected, measured, medianSeconds, worstSeconds, lastWorkSeconds }) => [
      faultKinds[fault].title,
      count(injected),
      count(measured),
      seconds(medianSeconds),
      seconds(worstSeconds),
      seconds(lastWorkSeconds),
    ]),
  ]);

const totals = (report: ChaosReport): string => {
  const { acceptedRequests, acceptedLines, acceptedToDone } = report;
  const faults = report.faults.reduce((sum, { injected }) => sum + injected, 0);
  return columns(
    [
      ['faults injected', count(faults)],
      ['HTTP requests', count(report.requests)],
      ['of them answered 5xx or broken off', count(report.troubles)],
      ['callers who never asked again', count(report.abandoned)],
      ['accepted', count(acceptedRequests + acceptedLines)],
      ['of them requests', count(acceptedRequests)],
      ['of them lines of batches', count(acceptedLines)],
      ['lost', count(report.lost)],
      ['doubled', count(report.doubled)],
      ['mails', count(report.mails)],
      ['mails repeated, same Message-ID', count(report.repeatedMails)],
      ...Object.entries(report.refunds).map(([state, refunds]) => [`refunds ${state}`, count(refunds)]),
      [
        'refunded, both books',
        (report.refundsMinor / 100).toLocaleString('en', { minimumFractionDigits: 2 }),
      ],
      ['accepted to done, median', seconds(acceptedToDone.p50)],
      ['accepted to done, 99 of 100', seconds(acceptedToDone.p99)],
      ['accepted to done, worst', seconds(acceptedToDone.worst)],
      ['seconds of load', report.loadSeconds.toFixed(0)],
      ['seconds until nothing was left to do', report.quietSeconds.toFixed(0)],
    ].map(([name = '', value = '']) => [name, value]),
  );
};

const verdict = ({ name, meaning, violations, examples }: Finding): string[] => [
  `${violations === 0 ? 'ok      ' : 'VIOLATED'}  ${name}: ${meaning}${violations === 0 ? '' : ` ${count(violations)} times:`}`,
  ...examples.map((example) => `            ${example}`),
];

/** The report as people read it. */
export const showReport = (report: ChaosReport): string =>
  [
    `Seed ${report.seed}, queues on ${report.queues === 'redis' ? 'Redis' : 'PostgreSQL'}`,
    faultTable(report.faults),
    totals(report),
    report.invariants.flatMap(verdict).join('\n'),
    ...(report.notQuiet.length === 0 ? [] : [`NOT QUIET: ${report.notQuiet.join(', ')}`]),
  ].join('\n\n');
