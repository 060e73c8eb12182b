import { surviveDriverFaults } from '../../db/driver-faults.ts';
import type { Config } from '../platform/config.ts';
import { createLogger } from '../platform/logger.ts';
import { stopOnSignal } from '../platform/shutdown.ts';
import { type Running, startNavette } from '../roles/start.ts';

/** Addresses and credentials for the person who has just started it; on standard error, beside the log. */
const greet = ({ services, api }: Running): void => {
  const { config, embedded, operatorPassword, developmentKey } = services;
  const lines = ['', '  Navette is up.'];
  if (api !== null) {
    lines.push(
      `  API         ${api.publicUrl}/v1       docs ${api.publicUrl}/docs`,
      `  Bull Board  ${api.publicUrl}/queues`,
      ...(config.smtpUrl === null ? [`  Mailbox     ${api.publicUrl}/mailbox`] : []),
    );
  } else lines.push('  Workers only: they take jobs from the queues.');
  if (config.databaseUrl === null) {
    lines.push(
      `  Operator    ${config.operator.user} / ${operatorPassword}`,
      `  API key     ${developmentKey}`,
    );
  }
  if (embedded.length > 0) lines.push(`  Embedded    ${embedded.join(', ')}`);
  console.error(`${lines.join('\n')}\n`);
};

/** Runs the roles until a signal. */
export const runRole = async (
  config: Config,
  roles: { readonly api: boolean; readonly workers: boolean },
): Promise<void> => {
  const logger = createLogger({ level: config.logLevel, pretty: process.stdout.isTTY === true });
  surviveDriverFaults(logger);
  const running = await startNavette(config, logger, roles);
  stopOnSignal(running.stop, logger);
  greet(running);
};
