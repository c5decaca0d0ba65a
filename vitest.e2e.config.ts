import { defineConfig } from 'vitest/config';
import { context } from './test/e2e/support/context';

// Older editors can be told to run a module inside their extension host, newer ones cannot.
const canRunHostSuites = context.editor.vscode.startsWith('1.99.');

/** The suites that need a real editor; started by scripts/e2e.mjs, which sets everything up. */
export default defineConfig({
  test: {
    include: context.screenshots
      ? ['test/e2e/pictures/**/*.test.ts']
      : [
          'test/e2e/browser/**/*.test.ts',
          ...(canRunHostSuites ? ['test/e2e/host/**/*.test.ts'] : []),
        ],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Each file runs an editor and a browser of its own; side by side they starve each other.
    fileParallelism: false,
    reporters: ['verbose'],
  },
});
