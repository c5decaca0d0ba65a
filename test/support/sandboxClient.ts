// A sandbox for one test file, and signed requests to it over real HTTP.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { demoCredentials } from '../../client/src/sandbox/auth/demoCredentials';
import type { Sandbox, SandboxOptions } from '../../client/src/sandbox/startSandbox';
import { startSandbox } from '../../client/src/sandbox/startSandbox';
import type { SignerKey } from './sandboxSigner';
import { signedHeaders } from './sandboxSigner';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is not. */
  readonly json: ReturnType<typeof JSON.parse>;
}

/** A clock that stands still until it is moved. Milliseconds since 1970. */
export class ManualClock {
  now = Date.parse('2026-11-23T12:00:00Z');
  readonly read = (): number => this.now;
  advance(ms: number): void {
    this.now += ms;
  }
}

/** Starts a sandbox before the tests of a file, resets it before each, closes it afterwards. */
export function useSandbox(options: SandboxOptions = {}): SandboxClient {
  const client = new SandboxClient();
  beforeAll(async () => {
    client.clock.now = Date.parse('2026-11-23T12:00:00Z');
    client.sandbox = await startSandbox({ clock: client.clock.read, ...options });
  });
  beforeEach(() => client.sandbox.reset());
  afterAll(() => client.sandbox.close());
  return client;
}

export class SandboxClient {
  sandbox!: Sandbox;
  readonly clock = new ManualClock();
  key: SignerKey = demoCredentials.accessKey;

  connectionPath(id: string): string {
    return `/v5/${this.sandbox.projectId}/vpn-connection/${id}`;
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** An update of one connection; `fields` is what stands in `vpn_connection`. */
  update(id: string, fields: unknown): Promise<Answer> {
    return this.put(this.connectionPath(id), JSON.stringify({ vpn_connection: fields }));
  }

  put(path: string, body: string | Buffer, type = 'application/json'): Promise<Answer> {
    return this.send('PUT', path, { body, headers: { 'content-type': type } });
  }

  /** A signed request by the sandbox's own clock. */
  send(
    method: string,
    path: string,
    request: {
      readonly body?: string | Buffer;
      readonly headers?: Readonly<Record<string, string>>;
      readonly signal?: AbortSignal;
    } = {},
  ): Promise<Answer> {
    const { body, headers, signal } = request;
    const url = this.sandbox.endpoint + path;
    const toSign = { method, url, ...(body === undefined ? {} : { body }) };
    return this.fetch(path, {
      method,
      headers: signedHeaders(this.key, toSign, this.clock.now, headers),
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
  }

  /** A request just as it is given; redirects are not followed. */
  async fetch(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(this.sandbox.endpoint + path, { redirect: 'manual', ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
