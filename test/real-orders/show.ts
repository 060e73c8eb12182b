import type { Comparison } from './compare.ts';
import type { Phase, Sent } from './send-all.ts';

const number = (value: number): string => value.toLocaleString('en');
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const line = (label: string, text: string): string => `  ${label.padEnd(34)}${text}`;

const showComparison = (title: string, { delivered, late, medianDays }: Comparison): string[] => [
  `${title}: ${number(delivered)} delivered orders`,
  line('late against our promise', `${number(late.ours)} (${percent(late.ours, delivered)})`),
  line("late against the shop's promise", `${number(late.theirs)} (${percent(late.theirs, delivered)})`),
  line('median promise, ours', `${medianDays.ours} days`),
  line("median promise, the shop's", `${medianDays.theirs} days`),
  line('median of what it took', `${medianDays.taken} days`),
];

const reasonsOf = (phases: readonly Phase[], status: string): string[] => {
  const counts = new Map<string, number>();
  for (const { name, jobs } of phases) {
    for (const job of jobs) {
      if (job.status !== status) continue;
      const reason = `${name}: ${job.error?.code ?? 'no reason given'}`;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => line('', `${number(count)} × ${reason}`));
};

const count = (phases: readonly Phase[], status: string): number =>
  phases.reduce((sum, { jobs }) => sum + jobs.filter((job) => job.status === status).length, 0);

const hasPromise = ({ result }: Phase['jobs'][number]): boolean =>
  typeof result === 'object' && result !== null && 'promise' in result && result.promise !== null;

export interface Report {
  readonly sent: Sent;
  readonly seconds: number;
  readonly lanes: number;
  readonly centres: number;
  readonly training: Comparison;
  readonly later: Comparison;
}

export const showReport = ({ sent, seconds, lanes, centres, training, later }: Report): string => {
  const { phases, listed, refusedLines, cancellationsUnsent } = sent;
  const jobs = phases.reduce((sum, phase) => sum + phase.jobs.length, 0);
  const of = (name: string): number => phases.find((phase) => phase.name === name)?.sent ?? 0;
  const first = [...listed.values()].filter(({ latest }) => latest !== null).length;
  const afterShipping = phases.find(({ name }) => name === 'shipments')?.jobs.filter(hasPromise).length ?? 0;
  const states = new Map<string, number>();
  for (const { state } of listed.values()) states.set(state, (states.get(state) ?? 0) + 1);
  return [
    'What went in and came out',
    line(
      'orders',
      `${number(listed.size)} (${[...states].map(([state, n]) => `${number(n)} ${state}`).join(', ')})`,
    ),
    line('promises', `${number(first)} at the order, ${number(afterShipping)} at the shipment`),
    line('shipments', number(of('shipments'))),
    line('scans', number(of('scans'))),
    line('lines refused at intake', number(Object.values(refusedLines).reduce((sum, n) => sum + n, 0))),
    ...Object.entries(refusedLines).map(([code, n]) => line('', `${number(n)} × ${code}`)),
    line('jobs rejected', number(count(phases, 'rejected'))),
    ...reasonsOf(phases, 'rejected'),
    line('jobs failed', number(count(phases, 'failed'))),
    ...reasonsOf(phases, 'failed'),
    ...(cancellationsUnsent > 0
      ? [line('cancelled by the shop, not sent', `${number(cancellationsUnsent)} (no such endpoint yet)`)]
      : []),
    line('policy', `${centres} centres, ${number(lanes)} lanes, learned from the first half`),
    '',
    ...showComparison('First half (the policy was learned from it)', training),
    '',
    ...showComparison('Second half (the policy had not seen it)', later),
    '',
    'Time',
    ...phases
      .filter(({ sent: things }) => things > 0)
      .map(({ name, sent: things, jobs: ended, seconds: took }) => {
        const perSecond = Math.round(things / Math.max(took, 0.001));
        return line(
          name,
          `${number(things)} in ${number(ended.length)} jobs, ${took.toFixed(1)} s, ${number(perSecond)}/s`,
        );
      }),
    line(
      'all of it',
      `${number(jobs)} jobs, ${seconds.toFixed(1)} s, ${number(Math.round(jobs / seconds))} jobs/s`,
    ),
  ].join('\n');
};
