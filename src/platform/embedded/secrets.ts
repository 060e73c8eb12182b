import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const secrets = z.object({
  apiKey: z.string(),
  operatorPassword: z.string(),
  linkSecret: z.string(),
});

/** Secrets of a development installation, made once and kept beside its data, readable by its owner only. */
export type EmbeddedSecrets = z.infer<typeof secrets>;

const make = (): EmbeddedSecrets => ({
  apiKey: `nav_${randomBytes(24).toString('base64url')}`,
  operatorPassword: randomBytes(12).toString('base64url'),
  linkSecret: randomBytes(32).toString('base64url'),
});

/** Reads the folder's secrets, or makes them; two processes that make them at once end with the same. */
export const readEmbeddedSecrets = (dataDir: string): EmbeddedSecrets => {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
};
