import { defineConfig } from 'vitest/config';

/** Everything that needs no editor. The e2e suites have their own configuration (vitest.e2e.config.ts). */
export default defineConfig({
  test: {
    include: ['test/{unit,cases,contract,property,lsp,api,simulation}/**/*.test.ts'],
    testTimeout: 90_000,
    pool: 'forks',
    // By default one core is left alone, which is half of a small machine.
    maxWorkers: '100%',
  },
});
