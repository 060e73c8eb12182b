import { startCanaries } from '../../queues/canary.ts';
import { startDispatcher } from '../../queues/ledger/dispatcher.ts';
import { startRetention } from '../../queues/ledger/retention.ts';
import { startSweeper } from '../../queues/ledger/sweeper.ts';
import { getContract, type QueueName, registry } from '../../queues/registry.ts';
import { createGateways } from '../../workers/adapters/payments/gateways.ts';
import { createHandlers } from '../../workers/handlers/index.ts';
import { startSweeps } from '../../workers/privacy/start-sweeps.ts';
import { startWorkers } from '../../workers/runtime/start-workers.ts';
import { parseMailFrom } from '../mail/addresses.ts';
import { createMailTransport } from '../mail/transport.ts';
import type { Services } from './services.ts';

export interface Role {
  /** Takes nothing new and resolves when what runs has finished. */
  stop(): Promise<void>;
}

/** The workers, whose mails hold links that begin with `publicUrl`, and what keeps the ledger and BullMQ together: dispatcher, sweeper, canaries, retention. */
export const startWorkerRole = (services: Services, publicUrl: string): Role => {
  const { config, database, backend, producer, logger, metrics, linkSecrets } = services;
  const concurrencyOf = (queue: string): number =>
    config.concurrency.get(queue) ?? getContract(queue as QueueName).concurrency;
  const transport = createMailTransport({
    smtpUrl: config.smtpUrl,
    mailFrom: config.mailFrom,
    mailbox: database.system,
  });
  const dispatcher = startDispatcher({
    sql: database.system,
    producer,
    logger,
    contracts: registry,
    concurrencyOf,
  });
  const sweeper = startSweeper({ sql: database.system, producer, contracts: registry, logger });
  const canaries = startCanaries(producer, logger);
  const retention = startRetention({
    sql: database.system,
    contracts: registry,
    days: config.retentionDays,
    logger,
  });
  const sweeps = startSweeps({ database, logger });
  const workers = startWorkers({
    backend,
    database,
    contracts: registry,
    handlers: createHandlers({
      transport,
      gateways: createGateways({ database, stripe: config.stripe }),
      mailDomain: parseMailFrom(config.mailFrom)?.domain ?? 'localhost',
      links: { publicUrl, linkSecrets },
    }),
    concurrencyOf,
    logger,
    metrics,
    onRoom: dispatcher.nudge,
  });
  return {
    stop: async () => {
      await Promise.all([
        dispatcher.stop(),
        canaries.stop(),
        sweeper.stop(),
        retention.stop(),
        sweeps.stop(),
      ]);
      await workers.close();
      transport.close();
    },
  };
};
