// The embedded VPN API: an HTTP server on the loopback interface that behaves as the API page says.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AcceptedCredentials } from './auth/acceptedCredentials';
import { AccessKeyLock } from './auth/accessKeyLock';
import { demoAcceptedCredentials } from './auth/demoCredentials';
import { TokenStore } from './auth/tokenStore';
import { adminPrefix, handleAdmin } from './admin';
import type { Misbehaviour } from './faults/misbehaviour';
import { MisbehaviourQueue } from './faults/misbehaviourQueue';
import type { SandboxParts } from './handleRequest';
import { handleRequest } from './handleRequest';
import type { LoggedRequest } from './requestLog';
import { RequestLog } from './requestLog';
import { resetSandbox } from './resetSandbox';
import { seeds as demoSeeds } from './seeds/seeds';
import { CloudState } from './state/cloudState';
import type { Seeds, SettledStatus } from './state/resources';

/** Everything has a default. */
export interface SandboxOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly credentials?: AcceptedCredentials;
  readonly seeds?: Seeds;
  /** How long a changed connection stays in PENDING_UPDATE, in milliseconds; default 4000. */
  readonly settleMs?: number;
  /** Milliseconds since 1970; default: the system's clock. */
  readonly clock?: () => number;
  /** Hears of every request when it is over. */
  readonly onRequest?: (entry: LoggedRequest) => void;
}

/** A sandbox that is running. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT`, for the VPN service and for IAM alike. */
  readonly endpoint: string;
  readonly port: number;
  readonly projectId: string;
  readonly credentials: AcceptedCredentials;
  /** What has been asked so far, oldest first, without secrets. */
  readonly requests: readonly LoggedRequest[];
  /** Makes requests go wrong from now on. */
  misbehave(misbehaviour: Misbehaviour): void;
  /** Decides the status in which a connection rests, now or at the end of its update. */
  settleAs(connectionId: string, status: SettledStatus): 'done' | 'unknown-connection';
  /** Whether the last key sent for a connection was exactly this one. */
  preSharedKeyIs(connectionId: string, psk: string): boolean;
  /** Ends all tokens, as a password change does. */
  expireTokens(): void;
  /** Back to how it started; the port stays. */
  reset(): void;
  /** Cuts all connections and frees the port. */
  close(): Promise<void>;
}

/** Rejects only when the port cannot be had. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const credentials = options.credentials ?? demoAcceptedCredentials;
  const seeds = options.seeds ?? demoSeeds;
  const parts: SandboxParts = {
    state: new CloudState(seeds, options.settleMs ?? 4000),
    identity: {
      credentials,
      lock: new AccessKeyLock(),
      tokens: new TokenStore(credentials.tokens),
    },
    misbehaviours: new MisbehaviourQueue(),
    log: new RequestLog(options.onRequest ?? (() => undefined)),
    clock: options.clock ?? (() => Date.now()),
  };
  const server = createServer((message, response) => {
    void route(message, response, parts).catch((error: unknown) => {
      answerDefect(response, error);
    });
  });
  const port = await listen(server, options.port ?? 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    projectId: seeds.projectId,
    credentials,
    get requests() {
      return parts.log.entries;
    },
    misbehave: (misbehaviour) => parts.misbehaviours.add(misbehaviour),
    settleAs: (id, status) => parts.state.settleAs(id, status),
    preSharedKeyIs: (id, psk) => parts.state.preSharedKeyIs(id, psk),
    expireTokens: () => parts.identity.tokens.expireAll(),
    reset: () => resetSandbox(parts),
    close: () => close(server),
  };
}

async function route(
  message: IncomingMessage,
  response: ServerResponse,
  parts: SandboxParts,
): Promise<void> {
  const isAdmin = message.url?.startsWith(adminPrefix) === true;
  await (isAdmin ? handleAdmin : handleRequest)(message, response, parts);
}

/** An exception is a defect of the sandbox; it says so instead of looking like the cloud. */
function answerDefect(response: ServerResponse, error: unknown): void {
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
  response.end(`Defect in the sandbox: ${error instanceof Error ? error.message : 'unknown'}`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Closing a server that is already closed is no error here. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
