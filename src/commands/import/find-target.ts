import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import { findRunning } from '../../platform/embedded/running.ts';
import { readEmbeddedSecrets } from '../../platform/embedded/secrets.ts';

/** A running Navette and how to get in. The key is never logged. */
export interface Target {
  readonly url: string;
  readonly key: string;
}

export interface TargetOptions {
  readonly url: string | undefined;
  readonly key: string | undefined;
}

/** Reading secrets would make them where there are none. */
const findEmbeddedKey = ({ dataDir }: Config): string | null =>
  existsSync(join(dataDir, 'secrets.json')) ? readEmbeddedSecrets(dataDir).apiKey : null;

/**
 * Flags win over the environment, and that over the installation that runs embedded from this folder. Asked
 * again at each attempt: an embedded Navette that was started anew may have another port, and while it is
 * away its address is the last one known.
 *
 * @throws Error that says what to give, at the first question.
 */
export const createTargetFinder = (config: Config, options: TargetOptions): (() => Target) => {
  let lastEmbedded: string | null = null;
  return () => {
    const running = config.databaseUrl === null ? findRunning(config.dataDir) : null;
    lastEmbedded = running?.apiUrl ?? lastEmbedded;
    const url = options.url ?? config.publicUrl ?? lastEmbedded ?? `http://localhost:${config.port || 3000}`;
    if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
      throw new Error('--url must be an address such as http://localhost:3000');
    }
    // The key of the folder is given to nobody but the installation of the folder.
    const ours = options.url === undefined || options.url === lastEmbedded;
    const key = options.key ?? config.apiKey ?? (ours ? findEmbeddedKey(config) : null);
    if (key === null) {
      throw new Error('An API key is needed: --key or API_KEY. `navette keys create import` makes one.');
    }
    return { url: url.replace(/\/+$/, ''), key };
  };
};
