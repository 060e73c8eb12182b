import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { bad, type Finding, ok } from './finding.ts';

/** The folder of the embedded parts, or the nearest one above it that is there. */
export const checkFolder = (dataDir: string): Finding => {
  let folder = resolve(dataDir);
  while (!existsSync(folder)) folder = dirname(folder);
  if (!statSync(folder).isDirectory()) {
    return bad(`${folder} is no folder`, 'Move it away, or set NAVETTE_DATA to another folder.');
  }
  const us = process.getuid?.() ?? 0;
  const { uid } = statSync(folder);
  if (us !== 0 && uid !== us && existsSync(resolve(dataDir))) {
    return bad(
      `${folder} belongs to the account with uid ${uid}`,
      `Give it over (chown -R ${us} ${folder}), or set NAVETTE_DATA to another folder.`,
    );
  }
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return ok(`The data folder ${dataDir} can be written`);
  } catch {
    return bad(
      `${folder} cannot be written`,
      'Give this account the right to, or set NAVETTE_DATA elsewhere.',
    );
  }
};
