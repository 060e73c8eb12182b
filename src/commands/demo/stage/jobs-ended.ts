import type { Stage } from './scene.ts';

const outcomes = ['done', 'rejected', 'failed'] as const;
export type JobsEnded = Readonly<Record<(typeof outcomes)[number], number>>;

const sample = /^navette_jobs_total\{([^}]*)\} (\d+)/gm;

/** Jobs that have ended so far, from the metrics that Prometheus would scrape; of one queue or of all. */
export const jobsEnded = async ({ api }: Stage, queue?: string): Promise<JobsEnded> => {
  const ended = { done: 0, rejected: 0, failed: 0 };
  for (const [, labels = '', value] of (await api.text('/metrics')).matchAll(sample)) {
    if (queue !== undefined && !labels.includes(`queue="${queue}"`)) continue;
    for (const outcome of outcomes) {
      if (labels.includes(`outcome="${outcome}"`)) ended[outcome] += Number(value);
    }
  }
  return ended;
};
