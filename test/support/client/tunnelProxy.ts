// A proxy on 127.0.0.1 that tunnels (CONNECT, RFC 9110 section 9.3.6) to a TLS end of the test, or does
// not: as a test says. Names are not looked up, so a tunnel leads there whatever host is asked for.
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Duplex } from 'node:stream';
import { listen, tlsFile, type LoopbackServer } from './loopbackServer';

/** What becomes of a request for a tunnel. */
export type ProxyMood =
  | { readonly kind: 'lets-through' }
  /** 407 without exactly these credentials. */
  | { readonly kind: 'asks'; readonly user: string; readonly password: string }
  | { readonly kind: 'refuses'; readonly status: string }
  | { readonly kind: 'cuts' }
  | { readonly kind: 'hangs' };

/** The proxy. */
export interface TunnelProxy extends LoopbackServer {
  mood: ProxyMood;
  /** The hosts that tunnels were asked for, with `authorization` as it was sent. */
  readonly asked: { readonly host: string; readonly authorization: string | undefined }[];
}

/** Starts it; `portBehind` is where an HTTP server of the test listens. */
export async function tunnelProxy(portBehind: () => number): Promise<TunnelProxy> {
  const sockets = new Set<Duplex>();
  const keep = <T extends Duplex>(socket: T): T => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const cutAll = (): void => sockets.forEach((socket) => socket.destroy());
  const tls = createTlsServer(
    { key: tlsFile('otherHost.key'), cert: tlsFile('otherHost.pem') },
    (socket) => join(keep(socket), keep(connect(portBehind(), '127.0.0.1'))),
  );
  const end = await listen(tls, 'https', cutAll);
  const server = createServer((_request, response) => {
    response.writeHead(405).end();
  });
  const origin = await listen(server, 'http', () => {
    cutAll();
    server.closeAllConnections();
  });
  const proxy: TunnelProxy = {
    ...origin,
    mood: { kind: 'lets-through' },
    asked: [],
    close: async () => {
      await origin.close();
      await end.close();
    },
  };
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    keep(socket);
    const authorization = request.headers['proxy-authorization'];
    proxy.asked.push({ host: request.url ?? '', authorization });
    serve(proxy.mood, socket, { authorization, port: end.port, keep });
  });
  return proxy;
}

interface Tunnel {
  readonly authorization: string | undefined;
  readonly port: number;
  readonly keep: (socket: Socket) => Socket;
}

function serve(mood: ProxyMood, socket: Socket, { authorization, port, keep }: Tunnel): void {
  const refuse = (status: string, header = ''): unknown =>
    socket.end(`HTTP/1.1 ${status}\r\n${header}Content-Length: 0\r\n\r\n`);
  const open = (): void => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    join(socket, keep(connect(port, '127.0.0.1')));
  };
  switch (mood.kind) {
    case 'lets-through':
      open();
      return;
    case 'asks': {
      const expected = Buffer.from(`${mood.user}:${mood.password}`).toString('base64');
      if (authorization === `Basic ${expected}`) open();
      else
        refuse('407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="office"\r\n');
      return;
    }
    case 'refuses':
      refuse(mood.status);
      return;
    case 'cuts':
      socket.destroy();
      return;
    case 'hangs':
      return;
  }
}

function join(a: Duplex, b: Duplex): void {
  a.pipe(b).pipe(a);
}
