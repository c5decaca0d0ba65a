// The transport against servers on the loopback interface that misbehave in every way that HTTP allows.
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HttpRequest, HttpResult } from '../../../client/src/core/model/httpExchange';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { cancelSource, type CancelSource } from '../../support/client/cancelSource';
import { httpServer, rawServer, type LoopbackServer } from '../../support/client/loopbackServer';
import { poll } from '../../support/poll';

const open: LoopbackServer[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function started(server: Promise<LoopbackServer>): Promise<string> {
  const running = await server;
  open.push(running);
  return running.origin;
}

interface Options {
  readonly request?: Partial<HttpRequest>;
  readonly timeoutMs?: number;
  readonly maxBodyBytes?: number;
  readonly source?: CancelSource;
}

async function send(origin: string, options: Options = {}): Promise<HttpResult> {
  const source = options.source ?? cancelSource();
  const request = {
    method: 'GET',
    url: `${origin}/v5/x`,
    headers: {},
    ...options.request,
  } as const;
  const result = await fetchTransport.send(request, {
    timeoutMs: options.timeoutMs ?? 10_000,
    maxBodyBytes: options.maxBodyBytes ?? 1000,
    cancel: source.signal,
  });
  expect(source.listenerCount()).toBe(0);
  return result;
}

const raw = (text: string | Buffer) => started(rawServer((socket) => socket.end(text)));

describe('an answer', () => {
  test('arrives with status, headers, body and time; the request as it was given', async () => {
    let received = '';
    const origin = await started(
      rawServer((socket, head) => {
        received = head;
        socket.end(
          'HTTP/1.1 201 Made\r\nX-Request-Id: r1\r\nContent-Length: 9\r\n\r\n{"a":"é"}'.replace(
            '9',
            '10',
          ),
        );
      }),
    );
    const body = '{"b":"ü \u{1F600}"}';
    const headers = { 'Content-Type': 'application/json', 'X-Sdk-Date': '20260101T000000Z' };
    const result = await send(origin, { request: { method: 'PUT', headers, body } });
    expect(result).toMatchObject({
      kind: 'response',
      status: 201,
      statusText: 'Made',
      body: '{"a":"é"}',
      truncated: false,
      notUtf8: false,
    });
    expect(result).toHaveProperty(['headers', 'x-request-id'], 'r1');
    expect(result.elapsedMs).toBeGreaterThan(0);
    expect(received).toMatch(/^PUT \/v5\/x HTTP\/1\.1\r\n/);
    expect(received).toMatch(/content-type: application\/json\r\n/i);
    expect(received).toMatch(new RegExp(`content-length: ${Buffer.byteLength(body)}\r\n`, 'i'));
    expect(received).toMatch(new RegExp(`host: ${origin.slice(7)}\r\n`, 'i'));
    expect(received.split('\r\n\r\n')[1]).toBe(Buffer.from(body).toString('latin1'));
  });

  test.each([301, 302, 303, 307, 308])('%i is not followed', async (status) => {
    let followed = 0;
    const other = await started(
      httpServer((_request, response) => {
        followed += 1;
        response.end();
      }),
    );
    const origin = await started(
      httpServer((_request, response) => {
        response.writeHead(status, { location: `${other}/steal` }).end();
      }),
    );
    const headers = { 'X-Auth-Token': 'secret' };
    expect(await send(origin, { request: { method: 'PUT', headers, body: '{}' } })).toMatchObject({
      kind: 'response',
      status,
      headers: { location: `${other}/steal` },
    });
    expect(followed).toBe(0);
  });

  test('may have no body: 204', async () => {
    expect(await send(await raw('HTTP/1.1 204 No Content\r\n\r\n'))).toMatchObject({
      status: 204,
      body: '',
    });
  });

  test('may be empty', async () => {
    expect(await send(await raw('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))).toMatchObject({
      status: 200,
      body: '',
      truncated: false,
    });
  });

  test('of bytes that are not UTF-8 is shown as far as possible', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n';
    const origin = await raw(
      Buffer.concat([Buffer.from(head), Buffer.from([0x61, 0xff, 0xc3, 0x62])]),
    );
    expect(await send(origin)).toMatchObject({ body: 'a\uFFFD\uFFFDb', notUtf8: true });
  });

  test('that starts with a byte order mark is text', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n';
    const origin = await raw(
      Buffer.concat([Buffer.from(head), Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])]),
    );
    expect(await send(origin)).toMatchObject({ body: '{}', notUtf8: false });
  });
});

describe('a body beyond the limit', () => {
  const sized = (bytes: number) =>
    started(
      httpServer((_request, response) => {
        response.end('x'.repeat(bytes));
      }),
    );

  test.each([
    [1000, 1000, false],
    [1001, 1000, true],
  ])('of %i bytes keeps %i', async (bytes, kept, truncated) => {
    const result = await send(await sized(bytes));
    expect(result).toMatchObject({ kind: 'response', truncated, body: 'x'.repeat(kept) });
  });

  test('is cut between characters without being called broken', async () => {
    const origin = await started(
      httpServer((_request, response) => {
        response.end('é'.repeat(600));
      }),
    );
    const result = await send(origin, { maxBodyBytes: 1001 });
    expect(result).toMatchObject({ truncated: true, notUtf8: false, body: 'é'.repeat(500) });
  });

  test('does not have to end', async () => {
    const origin = await started(
      httpServer((_request, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(10_000))) {
            // as fast as the client takes it
          }
        };
        response.on('drain', more);
        more();
      }),
    );
    expect(await send(origin, { maxBodyBytes: 100_000 })).toMatchObject({
      truncated: true,
      body: 'x'.repeat(100_000),
    });
  });

  test('is counted after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const origin = await started(
      httpServer((_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      }),
    );
    const before = process.memoryUsage().rss;
    const result = await send(origin, { maxBodyBytes: 1_000_000 });
    expect(result).toMatchObject({ truncated: true, body: '\0'.repeat(1_000_000) });
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });
});

describe('no answer', () => {
  test('from a port where nothing listens: nothing was delivered', async () => {
    const server = await httpServer(() => undefined);
    await server.close();
    expect(await send(server.origin)).toMatchObject({
      kind: 'failure',
      code: 'connection-refused',
      delivered: 'no',
    });
  });

  test.each([
    ['before the headers', ''],
    ['in the headers', 'HTTP/1.1 200 OK\r\nContent-Le'],
  ])('when the connection is cut %s', async (_where, text) => {
    expect(await send(await raw(text))).toMatchObject({
      kind: 'failure',
      code: 'connection-lost',
      delivered: 'perhaps',
    });
  });

  test('when the connection is cut in the body: the status is known', async () => {
    expect(
      await send(await raw('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"a"')),
    ).toMatchObject({
      kind: 'failure',
      code: 'connection-lost',
      delivered: 'perhaps',
      status: 200,
    });
  });

  test('when the connection is reset', async () => {
    const origin = await started(rawServer((socket) => socket.resetAndDestroy()));
    expect(await send(origin)).toMatchObject({ code: 'connection-lost', delivered: 'perhaps' });
  });

  test.each(['SSH-2.0-OpenSSH_9.6\r\n', 'HTTP/9.9 what\r\n\r\n'])('in HTTP: %j', async (text) => {
    expect(await send(await raw(text))).toMatchObject({
      kind: 'failure',
      code: 'malformed-response',
    });
  });

  test('that is what its encoding says', async () => {
    const text = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain';
    expect(await send(await raw(text))).toMatchObject({
      kind: 'failure',
      code: 'malformed-response',
      status: 200,
    });
  });

  test('over TLS from a server that speaks none', async () => {
    const plain = await httpServer((_request, response) => response.end());
    open.push(plain);
    expect(await send(`https://127.0.0.1:${plain.port}`)).toMatchObject({
      kind: 'failure',
      code: 'tls-failed',
      delivered: 'no',
    });
  });
});

describe('the deadline', () => {
  test('leaves no timer behind', async () => {
    const set = vi.spyOn(globalThis, 'setTimeout');
    const clear = vi.spyOn(globalThis, 'clearTimeout');
    const origin = await started(httpServer((_request, response) => response.end('{}')));
    await send(origin, { timeoutMs: 54_321 });
    const at = set.mock.calls.findIndex(([, milliseconds]) => milliseconds === 54_321);
    const timer = set.mock.results[at]?.value;
    expect(timer).toBeDefined();
    expect(clear.mock.calls.some(([cleared]) => cleared === timer)).toBe(true);
  });

  test('covers the headers', async () => {
    const origin = await started(httpServer(() => undefined));
    const result = await send(origin, { timeoutMs: 100 });
    expect(result).toMatchObject({ kind: 'failure', code: 'timed-out', delivered: 'perhaps' });
    expect(result).not.toHaveProperty('status');
    expect(result.elapsedMs).toBeGreaterThanOrEqual(90);
  });

  test('covers the body, however steadily it drips', async () => {
    const origin = await started(
      httpServer((_request, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('x'), 10);
        response.on('close', () => clearInterval(timer));
      }),
    );
    expect(await send(origin, { timeoutMs: 200 })).toMatchObject({
      kind: 'failure',
      code: 'timed-out',
      status: 200,
    });
  });
});

describe('cancelling', () => {
  test('before sending sends nothing', async () => {
    let asked = 0;
    const origin = await started(
      httpServer((_request, response) => {
        asked += 1;
        response.end();
      }),
    );
    const source = cancelSource();
    source.cancel();
    expect(await send(origin, { source })).toMatchObject({ code: 'cancelled', delivered: 'no' });
    expect(asked).toBe(0);
  });

  test.each([
    ['the headers', () => undefined],
    ['the body', (response: { write(text: string): unknown }) => response.write('x')],
  ])('while waiting for %s ends at once and closes the connection', async (_what, answer) => {
    let arrived = false;
    let closed = false;
    const origin = await started(
      httpServer((request, response) => {
        answer(response);
        arrived = true;
        request.socket.on('close', () => {
          closed = true;
        });
      }),
    );
    const source = cancelSource();
    const pending = send(origin, { source });
    await poll('the request', () => arrived || undefined);
    source.cancel();
    expect(await pending).toMatchObject({ code: 'cancelled', delivered: 'perhaps' });
    await poll('the end of the connection', () => closed || undefined);
  });

  test('after the end changes nothing', async () => {
    const origin = await started(httpServer((_request, response) => response.end('{}')));
    const source = cancelSource();
    const result = await send(origin, { source });
    source.cancel();
    expect(result).toMatchObject({ kind: 'response', body: '{}' });
  });
});
