import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Ledger rows by how a run ended them: done, rejected, failed, waiting (later), retry. */
  readonly jobs: Counter<'queue' | 'outcome'>;
  /** Seconds that a carrier took, bundles and single rows alike. */
  readonly carrierSeconds: Histogram<'queue'>;
}

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    jobs: new Counter({
      name: 'navette_jobs_total',
      help: 'Ledger rows by how a run ended them',
      labelNames: ['queue', 'outcome'],
      registers: [registry],
    }),
    carrierSeconds: new Histogram({
      name: 'navette_carrier_seconds',
      help: 'Time that a BullMQ job took',
      labelNames: ['queue'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
  };
};
