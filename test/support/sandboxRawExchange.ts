// One HTTP exchange as bytes: what a tolerant client would hide, such as a header that breaks off.
import { connect } from 'node:net';

export interface RawAnswer {
  /** Everything the server sent, as Latin-1. */
  readonly bytes: string;
  /** Milliseconds from the request to the first byte, and to the end of the connection. */
  readonly firstByteMs: number;
  readonly endMs: number;
}

/** Sends a request and collects the answer until the server ends the connection. */
export function rawExchange(
  url: string,
  request: { method: string; headers: Readonly<Record<string, string>>; body?: string },
): Promise<RawAnswer> {
  const { hostname, port, pathname, search } = new URL(url);
  const body = request.body ?? '';
  const head = [
    `${request.method} ${pathname}${search} HTTP/1.1`,
    ...Object.entries({
      ...request.headers,
      connection: 'close',
      'content-length': String(Buffer.byteLength(body)),
    }).map(([name, value]) => `${name}: ${value}`),
  ].join('\r\n');
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const elapsed = () => performance.now() - started;
    const chunks: Buffer[] = [];
    let firstByteMs = Number.POSITIVE_INFINITY;
    const socket = connect(Number(port), hostname, () => socket.write(`${head}\r\n\r\n${body}`));
    socket.setTimeout(15_000, () => socket.destroy(new Error('no end of the answer')));
    socket.on('data', (chunk) => {
      firstByteMs = Math.min(firstByteMs, elapsed());
      chunks.push(chunk);
    });
    socket.on('error', reject);
    socket.on('close', () => {
      resolve({ bytes: Buffer.concat(chunks).toString('latin1'), firstByteMs, endMs: elapsed() });
    });
  });
}
