/**
 * Makes dist/ beside the old one and swaps them, so that nobody sees half a build. Types are the business
 * of `npm run check`: a build that refused them would make `npm install` fail in the middle of a change.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { distFolder, findTool, fingerprintSources, root } from './sources.js';

/** @param {string} from @param {string} to @returns {boolean} Whether there was something to move, and room for it. */
const move = (from, to) => {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOENT' || code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw error;
  }
};

const build = () => {
  const typescript = findTool('typescript', 'typescript/package.json');
  const before = fingerprintSources();
  if (typescript === null || before === null) {
    console.log('dist/ is not built: TypeScript or the sources are not here.');
    return true;
  }
  const draft = mkdtempSync(`${distFolder}-`);
  chmodSync(draft, 0o755);
  const compiler = join(dirname(typescript), 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', draft], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status === 0) {
    // An edit while the compiler ran: no fingerprint, so nobody takes this build for the sources.
    if (fingerprintSources() === before) writeFileSync(join(draft, 'sources.sha256'), before);
    const old = `${draft}-old`;
    move(distFolder, old);
    move(draft, distFolder);
    rmSync(old, { recursive: true, force: true });
  }
  rmSync(draft, { recursive: true, force: true });
  return status === 0;
};

/**
 * The scripts of package.json begin with `exec`, so that npm's SIGTERM reaches node and not a shell in
 * between, which would die of it and leave node behind. Windows has neither the word nor the problem.
 */
const explainExecToWindows = () => {
  const bin = join(root, 'node_modules', '.bin');
  if (process.platform === 'win32' && existsSync(bin)) writeFileSync(join(bin, 'exec.cmd'), '@%*\r\n');
};

explainExecToWindows();
if (!build()) process.exitCode = 1;
