#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { bench } from './commands/bench.ts';
import { demo } from './commands/demo/demo.ts';
import { doctor } from './commands/doctor.ts';
import { importOrders } from './commands/import.ts';
import { jobs } from './commands/jobs.ts';
import { keys } from './commands/keys.ts';
import { migrate } from './commands/migrate.ts';
import { runRole } from './commands/run-role.ts';
import { help, UsageError } from './commands/usage.ts';
import { readConfig } from './platform/config.ts';
import { packageVersion } from './platform/package-root.ts';

const options = {
  seller: { type: 'string' },
  queue: { type: 'string' },
  url: { type: 'string' },
  key: { type: 'string' },
  restart: { type: 'boolean' },
  exit: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const readArguments = () => {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The command line was not understood');
  }
};

const run = async (): Promise<void> => {
  if (process.argv[2] === 'bench') {
    // Its arguments are its own.
    process.exitCode = bench(process.argv.slice(3));
    return;
  }
  const { values, positionals } = readArguments();
  const [command, action, target] = positionals;
  if (values.version === true) {
    console.log(packageVersion());
    return;
  }
  if (values.help === true || command === undefined || command === 'help') {
    console.log(help);
    return;
  }
  if (command === 'doctor') {
    // Before the environment is read: what is wrong with it is what the doctor is asked for.
    process.exitCode = await doctor(process.env);
    return;
  }
  const config = readConfig(process.env);
  switch (command) {
    case 'start':
      return runRole(config, { api: true, workers: true });
    case 'api':
      return runRole(config, { api: true, workers: false });
    case 'worker':
      return runRole(config, { api: false, workers: true });
    case 'migrate':
      return migrate(config);
    case 'demo':
      return demo(config, { exit: values.exit === true });
    case 'keys':
      return keys(config, { action, target, seller: values.seller });
    case 'import': {
      const { url, key, restart = false } = values;
      process.exitCode = await importOrders(config, { file: action, url, key, restart });
      return;
    }
    case 'jobs':
      return jobs(config, { action, target, queue: values.queue });
    default:
      throw new UsageError(`There is no command ${command}`);
  }
};

run().catch((error: unknown) => {
  const usage = error instanceof UsageError;
  console.error(error instanceof Error ? error.message : error);
  if (usage) console.error(`\n${help}`);
  process.exit(usage ? 2 : 1);
});
