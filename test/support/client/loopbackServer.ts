// HTTP servers on 127.0.0.1 that behave as a test says, down to single bytes.
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';

/** A server that runs. */
export interface LoopbackServer {
  /** `http://127.0.0.1:port`, or https. */
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A server with Node's HTTP. */
export function httpServer(listener: RequestListener): Promise<LoopbackServer> {
  const server = createServer(listener);
  return listen(server, 'http', () => server.closeAllConnections());
}

/** A server that speaks whatever `serve` writes once the request's head has arrived. */
export function rawServer(serve: (socket: Socket, head: string) => void): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    let head = '';
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      const isNew = !head.includes('\r\n\r\n');
      head += chunk.toString('latin1');
      if (isNew && head.includes('\r\n\r\n')) {
        serve(socket, head);
      }
    });
  });
  return listen(server, 'http', () => {
    for (const socket of sockets) {
      socket.destroy();
    }
  });
}

/** An HTTPS server with one of the certificates next to this file. */
export function tlsServer(
  certificate: 'valid' | 'otherHost' | 'expired',
  listener: RequestListener = (_request, response) => response.end('{}'),
): Promise<LoopbackServer> {
  const server = createTlsServer(
    { key: tlsFile(`${certificate}.key`), cert: tlsFile(`${certificate}.pem`) },
    listener,
  );
  server.on('tlsClientError', () => undefined);
  return listen(server, 'https', () => server.closeAllConnections());
}

/** Text of a file in the folder of certificates. */
export function tlsFile(name: string): string {
  return readFileSync(new URL(`tls/${name}`, import.meta.url), 'utf8');
}

/** Listens on any free port; `cut` ends what is still connected when it closes. */
export function listen(server: Server, scheme: string, cut: () => void): Promise<LoopbackServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done());
          cut();
        });
      resolve({ origin: `${scheme}://127.0.0.1:${port}`, port, close });
    });
  });
}
