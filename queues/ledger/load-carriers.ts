import type { DueJob } from '../../db/repositories/jobs/pick-due-jobs.ts';
import { bundleCarrier, type Carrier, singleCarrier } from '../carrier.ts';

export interface Loading {
  readonly bundleSize: number;
  readonly concurrency: number;
  /** More is due than was picked. */
  readonly backlog: boolean;
}

const chunk = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

/**
 * Which rows travel together. One by one while workers can take them so; under a backlog in full
 * bundles; in between in as many smaller bundles as workers run at once, so that none idles. Rows
 * that broke a bundle travel alone.
 */
export const loadCarriers = (
  rows: readonly DueJob[],
  { bundleSize, concurrency, backlog }: Loading,
): Carrier[] => {
  if (bundleSize === 1 || (rows.length <= concurrency && !backlog))
    return rows.map((row) => singleCarrier(row));
  const solo = rows.filter((row) => row.solo);
  const together = rows.filter((row) => !row.solo);
  const size = backlog ? bundleSize : Math.min(bundleSize, Math.ceil(together.length / concurrency));
  return [
    ...solo.map((row) => singleCarrier(row)),
    ...chunk(together, size).map((part) => {
      const [only] = part;
      return part.length === 1 && only !== undefined ? singleCarrier(only) : bundleCarrier(part);
    }),
  ];
};
