import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { packagePath } from '../platform/package-root.ts';

/**
 * Measures this machine as `npm run bench` does, with the same arguments; docs/performance.md. The measurements and what
 * they are compared with are development tools, which a package leaves at home. Gives the exit code.
 */
export const bench = (args: readonly string[]): number => {
  const run = packagePath('test/bench/run.ts');
  if (!existsSync(run) || !existsSync(packagePath('node_modules/tsx'))) {
    console.error(
      'Benchmarks need a checkout with its development tools, and this installation has none: clone the\n' +
        'repository, run "npm install" in it, then "npm run bench".',
    );
    return 1;
  }
  const steps = [[packagePath('src/launch/build.js')], ['--import', 'tsx', run, ...args]];
  for (const step of steps) {
    // From the checkout's own folder: tsx is looked for from where a process stands.
    const { status } = spawnSync(process.execPath, step, { cwd: packagePath('.'), stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return 0;
};
