import type { Config } from '../platform/config.ts';
import { findRunning } from '../platform/embedded/running.ts';
import { checkDatabase } from './doctor/check-database.ts';
import { checkEnvironment, checkNode } from './doctor/check-environment.ts';
import { checkFolder } from './doctor/check-folder.ts';
import { checkMail } from './doctor/check-mail.ts';
import { checkRedis } from './doctor/check-redis.ts';
import { checkService } from './doctor/check-service.ts';
import { type Finding, look, ok, showFinding } from './doctor/finding.ts';

/** The embedded database is looked at while its process runs, and never started for a look. */
const checkEmbeddedDatabase = async (config: Config): Promise<Finding[]> => {
  const running = findRunning(config.dataDir);
  if (running === null) return [ok('PostgreSQL is embedded and starts with Navette')];
  const findings = await checkDatabase(running.databaseUrl, config);
  if (findings.every(({ level }) => level !== 'bad')) return findings;
  return [
    look(
      `The embedded PostgreSQL in ${config.dataDir} does not answer as it should`,
      'Navette was killed, perhaps: `navette start` puts it right. If it runs now, its log says more.',
    ),
  ];
};

const checkQueues = ({ redisUrl }: Config): Promise<Finding[]> =>
  redisUrl === null
    ? Promise.resolve([ok('The queues live on PostgreSQL (REDIS_URL is not set)')])
    : checkRedis(redisUrl);

/** Everything that can be known, each check on its own: one that fails does not hide the next. */
export const examine = async (raw: NodeJS.ProcessEnv): Promise<Finding[]> => {
  const { findings, config, production } = checkEnvironment(raw);
  const first = [checkNode(process.version), ...findings];
  if (config === null) return first;
  const embedded = config.databaseUrl === null;
  const runningUrl = embedded ? (findRunning(config.dataDir)?.apiUrl ?? null) : null;
  const rest = await Promise.all([
    embedded ? (production ? [] : [checkFolder(config.dataDir)]) : [],
    config.databaseUrl !== null
      ? checkDatabase(config.databaseUrl, config)
      : production
        ? []
        : checkEmbeddedDatabase(config),
    checkQueues(config),
    production && config.smtpUrl === null ? [] : checkMail(config),
    checkService(config, runningUrl),
  ]);
  return [...first, ...rest.flat()];
};

/** `doctor`: looks at the set-up and says what to mend. Exit code 1 if something must be mended. */
export const doctor = async (raw: NodeJS.ProcessEnv): Promise<number> => {
  const findings = await examine(raw);
  for (const finding of findings) console.log(showFinding(finding));
  const toMend = findings.filter(({ level }) => level === 'bad').length;
  console.log(
    toMend === 0
      ? '\nAll is well.'
      : `\n${toMend} ${toMend === 1 ? 'thing has' : 'things have'} to be mended.`,
  );
  return toMend === 0 ? 0 : 1;
};
