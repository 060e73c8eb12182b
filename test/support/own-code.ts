import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packagePath } from '../../src/platform/package-root.ts';

/** In the environment of a test run: where the code lies that its processes run. */
const buildVariable = 'NAVETTE_TEST_BUILD';

/**
 * Compiles what tests start as processes, once for a run: each start from its sources would cost seconds of both
 * cores. Beside dist, which is the installation's own. Gives what removes it.
 */
export const buildOwnCode = async (): Promise<() => void> => {
  const folder = mkdtempSync(packagePath('dist-tests-'));
  // Some tests run it under another account.
  chmodSync(folder, 0o755);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const compiler = packagePath('node_modules/typescript/bin/tsc');
  try {
    await promisify(execFile)(process.execPath, [
      compiler,
      ...['-p', packagePath('test/tsconfig.build.json'), '--outDir', folder],
    ]);
  } catch (error) {
    remove();
    throw error;
  }
  process.env[buildVariable] = folder;
  return remove;
};

/** A file of ours as node runs it: built where this run has a build, else its source. */
export const ownFile = (file: string): string => {
  const folder = process.env[buildVariable];
  return folder === undefined ? packagePath(file) : join(folder, file.replace(/\.ts$/, '.js'));
};

/** Arguments of node that run a file of ours, named from the package's root. */
export const ownCode = (file: string, ...args: readonly string[]): string[] => {
  const path = ownFile(file);
  return path.endsWith('.ts') ? ['--import', 'tsx', path, ...args] : [path, ...args];
};
