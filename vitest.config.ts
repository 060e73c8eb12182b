import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest: one of them begun last would keep the others' cores idle. */
const longFiles = [
  'e2e/',
  'integration/embedded-postgres',
  'integration/runtime/every-queue',
  'integration/runtime/killed-worker',
  'integration/queue-backend',
  'unit/labels/read-by-programs',
  'unit/labels/label-zpl',
  'unit/labels/same-bytes',
  'unit/launch/',
].map((name) => `/test/${name}`);

const isLong = ({ moduleId }: TestSpecification): boolean =>
  longFiles.some((name) => moduleId.includes(name));

/** In each project the long files first, on a machine too that has not run them before. */
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isLong), ...own.filter((file) => !isLong(file))];
    });
  }
}

export default defineConfig({
  test: {
    // A test that needs luck is mended, not repeated.
    retry: 0,
    // Test files wait more than they compute: for time limits, for processes that start, for PostgreSQL.
    maxWorkers: Math.max(4, Math.floor(availableParallelism() / 2)),
    sequence: { sequencer: LongFilesFirst },
    teardownTimeout: 20_000,
    // Files of a worker share their modules: what one leaves behind must not matter to the next, as in a real
    // process, and nothing is loaded a hundred times.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,e2e,chaos}/**/*.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          // Limits are there to end what hangs, not to measure.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
