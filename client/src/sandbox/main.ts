// The sandbox as a program of its own: prints where it listens, what it accepts, and each request.
import { parseArgs } from 'node:util';
import { demoCredentials } from './auth/demoCredentials';
import type { LoggedRequest } from './requestLog';
import { seeds } from './seeds/seeds';
import { startSandbox } from './startSandbox';

const usage = `Usage: sandbox [--port NUMBER] [--settle-ms NUMBER]

  --port       the port to listen on; without it, any free one
  --settle-ms  how long a changed connection stays in PENDING_UPDATE (4000)
`;

const write = (text: string) => process.stdout.write(`${text}\n`);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The sandbox did not start'}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const sandbox = await startSandbox({ ...options, onRequest: (entry) => write(describe(entry)) });
  write(introduction(sandbox.endpoint));
  const stop = () => void sandbox.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function readOptions(): { readonly port: number; readonly settleMs: number } | undefined {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, 'settle-ms': { type: 'string' } },
    });
    const port = Number(values.port ?? '0');
    const settleMs = Number(values['settle-ms'] ?? '4000');
    const isValid = [port, settleMs].every((each) => Number.isInteger(each) && each >= 0);
    return isValid && port < 65536 ? { port, settleMs } : undefined;
  } catch {
    return undefined;
  }
}

function introduction(endpoint: string): string {
  const { accessKey, temporaryAccessKey, token, user } = demoCredentials;
  return [
    `Sandbox VPN API at ${endpoint} (this machine only; nothing here is real)`,
    `  project         ${seeds.projectId}`,
    `  access key      ${accessKey.accessKey}  ${accessKey.secretKey}`,
    `  temporary key   ${temporaryAccessKey.accessKey}  ${temporaryAccessKey.secretKey}`,
    `  security token  ${temporaryAccessKey.securityToken}`,
    `  token           ${token.token}`,
    `  user            ${user.name}  ${user.password}  (domain ${user.domain})`,
    ...seeds.connections.map(
      ({ id, name, style }) => `  connection      ${id}  ${name} (${style})`,
    ),
    `Overview: ${endpoint}/__sandbox/   Requests: ${endpoint}/__sandbox/log`,
  ].join('\n');
}

function describe(entry: LoggedRequest): string {
  const { receivedAt, method, path, authenticated, status, ms, requestId } = entry;
  const end = status === undefined ? entry.outcome : String(status);
  return `${receivedAt} ${method} ${path} ${authenticated} ${end} ${ms ?? 0} ms ${requestId}`;
}
