// The ports of a window whose target is a sandbox of the test, over real HTTP.
import { demoCredentials } from '../../../client/src/sandbox/auth/demoCredentials';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import type { Ports } from '../../../client/src/core/ports/ports';
import type { Sandbox } from '../../../client/src/sandbox/startSandbox';
import type { FakeTime } from './fakeTime';

/** Time stands still unless somebody waits; both sides live in the same. */
export function sandboxPorts(
  { endpoint }: Pick<Sandbox, 'endpoint'>,
  { clock, timer }: FakeTime,
): Pick<Ports, 'transport' | 'clock' | 'timer' | 'sandbox'> {
  const credentials = { kind: 'access-key', ...demoCredentials.accessKey } as const;
  return {
    transport: fetchTransport,
    clock,
    timer,
    sandbox: { running: () => ({ endpoint, credentials }) },
  };
}
