import { existsSync } from 'node:fs';
import type { Config } from '../platform/config.ts';
import { errorPathOf } from './import/error-file.ts';
import { createTargetFinder } from './import/find-target.ts';
import { type ImportOutcome, importFile } from './import/import-file.ts';
import { formatOf } from './import/position.ts';
import { closeConnections } from './import/send-request.ts';
import { showProgress } from './import/show-progress.ts';
import { errorCount } from './import/tally.ts';
import { UsageError } from './usage.ts';

export interface ImportArguments {
  readonly file: string | undefined;
  readonly url: string | undefined;
  readonly key: string | undefined;
  readonly restart: boolean;
}

/** Every line was accepted; stopped before the end; some lines were not accepted. */
const exitCodes = { complete: 0, stopped: 1, withErrors: 3 } as const;

const number = (value: number): string => value.toLocaleString('en');

const mostCodes = 10;

/** What is said at the end, and the exit code. */
export const summarise = (
  file: string,
  outcome: ImportOutcome,
): { readonly text: string; readonly code: number } => {
  const { stopped, tally, line, seconds } = outcome;
  const errors = errorCount(tally);
  const lines = [
    `${number(tally.accepted)} lines accepted, ${number(tally.orders)} orders` +
      (tally.replayed > 0 ? `; ${number(tally.replayed)} of the lines had been accepted before` : ''),
  ];
  if (errors > 0) {
    lines.push(`${number(errors)} lines were not accepted; they are named in ${errorPathOf(file)}:`);
    const byCode = Object.entries(tally.errors).sort(([, a], [, b]) => b - a);
    for (const [code, count] of byCode.slice(0, mostCodes)) lines.push(`  ${number(count)} × ${code}`);
  }
  lines.push(`${seconds.toFixed(1)} s`);
  if (stopped !== null) {
    lines.push(
      `Stopped before line ${number(line)}: ${stopped}`,
      'The same command goes on from there; with --restart it begins anew.',
    );
  }
  const code = stopped !== null ? 'stopped' : errors > 0 ? 'withErrors' : 'complete';
  return { text: lines.join('\n'), code: exitCodes[code] };
};

/** `import <file>`: sends orders to a running Navette. Answers the exit code. */
export const importOrders = async (config: Config, options: ImportArguments): Promise<number> => {
  const { file, url, key, restart } = options;
  if (file === undefined) throw new UsageError('import needs a file of orders, .csv or .ndjson');
  const format = formatOf(file);
  if (format === null) throw new UsageError(`${file} is no .csv, .ndjson or .jsonl file`);
  if (!existsSync(file)) throw new Error(`There is no file ${file}`);
  const findTarget = createTargetFinder(config, { url, key });
  findTarget();
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const view = showProgress(process.stderr.isTTY === true);
    const outcome = await importFile({ file, format, findTarget, restart, view, signal: stopping.signal });
    const { text, code } = summarise(file, outcome);
    console.log(text);
    return code;
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    closeConnections();
  }
};
