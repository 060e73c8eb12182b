import { type Config, ConfigError, readConfig } from '../../platform/config.ts';
import { bad, type Finding, look, ok } from './finding.ts';

const oldest = [20, 19] as const;

/** `package.json` says the same to npm, which only warns. */
export const checkNode = (version: string): Finding => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isNew = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return isNew
    ? ok(`Node ${version}`)
    : bad(`Node ${version} is too old`, `Install Node ${oldest.join('.')} or newer.`);
};

/** The lines of the message, one for each variable. */
const problemsOf = (error: unknown): string[] => {
  if (!(error instanceof ConfigError)) throw error;
  return error.message.split('\n').flatMap((line) => (line.startsWith('  - ') ? [line.slice(4)] : []));
};

const without = (raw: NodeJS.ProcessEnv, problems: readonly string[]): NodeJS.ProcessEnv => {
  const wrong = new Set(problems.map((problem) => problem.split(' ', 1)[0]));
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name)));
};

/** A value that cannot be read hides that others are missing: so again without it, until nothing new comes. */
const findAllProblems = (raw: NodeJS.ProcessEnv): string[] => {
  const all: string[] = [];
  for (;;) {
    try {
      readConfig(without(raw, all));
      return all;
    } catch (error) {
      const fresh = problemsOf(error).filter((problem) => !all.some((known) => sameVariable(known, problem)));
      if (fresh.length === 0) return all;
      all.push(...fresh);
    }
  }
};

const sameVariable = (one: string, other: string): boolean => one.split(' ', 1)[0] === other.split(' ', 1)[0];

/** The configuration without the variables that are wrong, so that the rest can be looked at all the same. */
const readWhatIsRight = (raw: NodeJS.ProcessEnv, problems: readonly string[]): Config | null => {
  try {
    return readConfig({ ...without(raw, problems), NODE_ENV: 'doctor' });
  } catch {
    return null;
  }
};

/** Half of what Stripe needs is worth a look: refunds then work, but are told of late, or the other way. */
const checkStripe = ({ apiKey, webhookSecret }: Config['stripe']): Finding[] => {
  if (apiKey !== null && webhookSecret === null) {
    return [
      look(
        'Stripe cannot tell of refunds: STRIPE_WEBHOOK_SECRET is not set',
        'Make an endpoint for PUBLIC_URL/webhooks/stripe at Stripe, and set its secret.',
      ),
    ];
  }
  if (apiKey === null && webhookSecret !== null) {
    return [
      look('Stripe cannot be asked for refunds: STRIPE_API_KEY is not set', 'Set it, in the workers too.'),
    ];
  }
  return [];
};

export interface Environment {
  readonly findings: readonly Finding[];
  /** Null: too much is wrong with it to look any further. */
  readonly config: Config | null;
  /** Nothing embedded would be started. */
  readonly production: boolean;
}

export const checkEnvironment = (raw: NodeJS.ProcessEnv): Environment => {
  const production = raw.NODE_ENV === 'production';
  const problems = findAllProblems(raw);
  const config = readWhatIsRight(raw, problems);
  if (problems.length > 0) {
    const mend = 'Set it in the environment; README.md says how it is written.';
    return { findings: problems.map((problem) => bad(problem, mend)), config, production };
  }
  const findings = [ok(`Configuration, for ${production ? 'production' : 'development'}`)];
  const hint = look(
    'NODE_ENV is not production, though DATABASE_URL is set',
    'Where real orders are, set NODE_ENV=production: it refuses made-up secrets and embedded parts.',
  );
  const stripe = config === null ? [] : checkStripe(config.stripe);
  const hinted = !production && config !== null && config.databaseUrl !== null;
  return { findings: [...findings, ...stripe, ...(hinted ? [hint] : [])], config, production };
};
