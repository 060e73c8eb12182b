import { median } from '../support/median.ts';
import type { BenchResult, Round } from './row.ts';

export interface Judged {
  readonly ours: number;
  readonly reference: number;
  readonly ratio: number;
  /** Null: there is no goal. */
  readonly reached: boolean | null;
}

const within = (value: number, { atLeast, atMost }: { atLeast?: number; atMost?: number }): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

/** Medians of both sides; the ratio is that of the medians. */
export const judge = ({ rounds, goal }: Pick<BenchResult, 'rounds' | 'goal'>): Judged => {
  const of = (side: keyof Round): number => median(rounds.map((round) => round[side]));
  const ours = of('ours');
  const reference = of('reference');
  const ratio = ours / reference;
  const reached =
    goal.kind === 'none' ? null : within(goal.kind === 'ratio' ? ratio : ours, goal as { atLeast?: number });
  return { ours, reference, ratio, reached };
};

const number = (value: number): string =>
  Number.isNaN(value)
    ? '–'
    : value.toLocaleString('en', value < 10 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 });

const goalText = ({ goal, unit }: BenchResult): string => {
  if (goal.kind === 'none') return '–';
  if (goal.kind === 'absolute') return `≤ ${number(goal.atMost)} ${unit}`;
  return goal.atLeast === undefined ? `≤ ${goal.atMost}x` : `≥ ${goal.atLeast}x`;
};

const verdict = (reached: boolean | null): string => {
  if (reached === null) return '';
  return reached ? 'reached' : 'missed';
};

/** The results as a Markdown table, columns aligned. */
export const toTable = (results: readonly BenchResult[]): string => {
  const cells = [
    ['what', 'ours', 'reference', '', 'ratio', 'goal', ''],
    ...results.map((result) => {
      const { ours, reference, ratio, reached } = judge(result);
      return [
        result.what,
        `${number(ours)} ${result.unit}`,
        Number.isNaN(reference) ? '–' : `${number(reference)} ${result.unit}`,
        result.reference,
        Number.isNaN(ratio) ? '–' : `${number(ratio)}x`,
        goalText(result),
        verdict(reached),
      ];
    }),
  ];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
};
