// Which engines are told to optimize later.
import { expect, test } from 'vitest';
import { reluctantFlags } from '../../../server/src/optimizing';

test.each([
  ['10.2.154.26-node.37', 2],
  ['11.3.244.8-node.30', 2],
  ['11.6.189.20', 2],
  ['11.7.439.11', 0],
  ['12.4.254.21-node.57', 0],
  ['13.2.152.41-electron.0', 0],
])('V8 %s gets %i flags', (version, count) => {
  expect(reluctantFlags(version)).toHaveLength(count);
});
