// `npm run test:soak`: the property tests with many more cases than a normal run. A number as an
// argument sets how many: `npm run test:soak -- 50000`.
import { spawnSync } from 'node:child_process';

const runs = process.argv[2] ?? '10000';
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', 'test/property', '--testTimeout', '3600000'],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, VPNCONN_RUNS: runs },
  },
);
process.exitCode = status ?? 1;
