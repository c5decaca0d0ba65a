// Whether the service can have received the request, decided by how far it got, on real connections.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect, createServer, type Socket } from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HttpMethod, HttpResult } from '../../../client/src/core/model/httpExchange';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { cancelSource } from '../../support/client/cancelSource';
import {
  httpServer,
  listen,
  rawServer,
  tlsFile,
  tlsServer,
  type LoopbackServer,
} from '../../support/client/loopbackServer';
import { poll } from '../../support/poll';

const open: LoopbackServer[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function started(server: Promise<LoopbackServer>): Promise<LoopbackServer> {
  const running = await server;
  open.push(running);
  return running;
}

function send(
  origin: string,
  given: { readonly method?: HttpMethod; readonly timeoutMs?: number } = {},
  cancel = cancelSource(),
): Promise<HttpResult> {
  const { method = 'PUT', timeoutMs = 10_000 } = given;
  const body = method === 'GET' ? {} : { body: '{"vpn_connection":{}}' };
  return fetchTransport.send(
    { method, url: `${origin}/v5/p/vpn-connection/c?a=b`, headers: {}, ...body },
    { timeoutMs, maxBodyBytes: 1000, cancel: cancel.signal },
  );
}

function trustTestAuthority(): void {
  const create = tls.createSecureContext;
  vi.spyOn(tls, 'createSecureContext').mockImplementation((options) =>
    create({ ...options, ca: tlsFile('ca.pem') }),
  );
}

/** A TCP server that treats a connection as the test says. */
function tcpServer(serve: (socket: Socket) => void): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  return listen(server, 'https', () => sockets.forEach((socket) => socket.destroy()));
}

/** Passes bytes on to a TLS server, and keeps the client's sockets. */
async function passThrough(
  port: number,
): Promise<LoopbackServer & { readonly sockets: readonly Socket[] }> {
  const sockets: Socket[] = [];
  const server = await tcpServer((socket) => {
    sockets.push(socket);
    const onward = connect(port, '127.0.0.1');
    onward.on('error', () => undefined);
    socket.pipe(onward).pipe(socket);
  });
  return { ...server, sockets };
}

describe('perhaps, because the request was written', () => {
  test('to a server that reads it and resets the connection', async () => {
    const { origin } = await started(rawServer((socket) => socket.resetAndDestroy()));
    expect(await send(origin)).toMatchObject({ code: 'connection-lost', delivered: 'perhaps' });
  });

  test('to a connection that served before and dies', async () => {
    const peers = new Set<number | undefined>();
    let served = 0;
    const { origin } = await started(
      httpServer((request, response) => {
        peers.add(request.socket.remotePort);
        served += 1;
        if (served === 1) response.end('{}');
        else request.socket.resetAndDestroy();
      }),
    );
    expect(await send(origin, { method: 'GET' })).toMatchObject({ status: 200 });
    // The client takes the connection back after it has handed over the body.
    await new Promise((resolve) => setImmediate(resolve));
    expect(await send(origin)).toMatchObject({ code: 'connection-lost', delivered: 'perhaps' });
    expect(peers.size).toBe(1);
  });

  test.each([
    ['EHOSTUNREACH', 'read'],
    ['ENETUNREACH', 'write'],
    ['ENETDOWN', 'read'],
    ['ETIMEDOUT', 'read'],
    ['EPROTO', 'write'],
    ['EADDRNOTAVAIL', 'read'],
  ])('and then the system says %s of the connection (%s)', async (code, syscall) => {
    const { origin, port } = await started(httpServer(() => undefined));
    const fail = (message: unknown): void => {
      const { socket } = message as { readonly socket: Socket };
      if (socket.remotePort !== port) return;
      const error = Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
      setImmediate(() => socket.destroy(error));
    };
    subscribe('undici:client:sendHeaders', fail);
    const result = await send(origin).finally(() => {
      unsubscribe('undici:client:sendHeaders', fail);
    });
    expect(result).toMatchObject({ kind: 'failure', delivered: 'perhaps' });
    expect(result).toHaveProperty('detail', expect.stringContaining(code));
  });

  test('and then TLS fails', async () => {
    trustTestAuthority();
    let isAsked = false;
    const behind = await started(
      tlsServer('valid', () => {
        isAsked = true;
      }),
    );
    const between = await passThrough(behind.port);
    open.push(between);
    const result = send(between.origin);
    await poll('the request', () => isAsked || undefined);
    // A record that nobody encrypted with the key of this connection.
    const record = Buffer.concat([Buffer.from([0x17, 0x03, 0x03, 0, 64]), Buffer.alloc(64, 7)]);
    between.sockets[0]?.write(record);
    expect(await result).toMatchObject({
      kind: 'failure',
      code: 'connection-lost',
      delivered: 'perhaps',
    });
  });

  test('until the time was over, or the user cancelled', async () => {
    let asked = 0;
    const { origin } = await started(
      httpServer(() => {
        asked += 1;
      }),
    );
    const late = await send(origin, { timeoutMs: 200 });
    expect(late).toMatchObject({ code: 'timed-out', delivered: 'perhaps' });
    const source = cancelSource();
    const pending = send(origin, {}, source);
    await poll('the request', () => asked === 2 || undefined);
    source.cancel();
    expect(await pending).toMatchObject({ code: 'cancelled', delivered: 'perhaps' });
  });
});

describe('no, because not a byte of the request was written', () => {
  test('when nothing listens', async () => {
    const server = await httpServer(() => undefined);
    await server.close();
    expect(await send(server.origin)).toMatchObject({
      code: 'connection-refused',
      delivered: 'no',
    });
  });

  test('when the connection is reset in the handshake', async () => {
    const { origin } = await started(
      tcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    );
    expect(await send(origin)).toMatchObject({ code: 'connection-lost', delivered: 'no' });
  });

  test('when the handshake fails', async () => {
    const { origin } = await started(
      tcpServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\n\r\n'))),
    );
    expect(await send(origin)).toMatchObject({ code: 'tls-failed', delivered: 'no' });
  });

  test('when the certificate is not trusted', async () => {
    const { origin } = await started(tlsServer('valid'));
    expect(await send(origin)).toMatchObject({ code: 'certificate-untrusted', delivered: 'no' });
  });

  test('when the time is over in the handshake', async () => {
    const { origin } = await started(tcpServer(() => undefined));
    expect(await send(origin, { timeoutMs: 300 })).toMatchObject({
      code: 'timed-out',
      delivered: 'no',
    });
  });

  test('when it is cancelled in the handshake', async () => {
    let hasHello = false;
    const { origin } = await started(
      tcpServer((socket) =>
        socket.once('data', () => {
          hasHello = true;
        }),
      ),
    );
    const source = cancelSource();
    const pending = send(origin, {}, source);
    await poll('the handshake', () => hasHello || undefined);
    source.cancel();
    expect(await pending).toMatchObject({ code: 'cancelled', delivered: 'no' });
  });
});

test('another fetch, which reports nothing, may have written the request', async () => {
  const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed', { cause: reset }));
  expect(await send('https://127.0.0.1:1')).toMatchObject({ delivered: 'perhaps' });
});
