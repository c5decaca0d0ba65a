// Something on the way that changes requests: forwards to another loopback server, bent as a test says.
import { request as forward, type IncomingHttpHeaders } from 'node:http';
import { httpServer, type LoopbackServer } from './loopbackServer';

/** A request as it is passed on. */
export interface PassedOn {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Passes every request on to `origin`, after `bend` has had its way with it. */
export function meddlingProxy(
  origin: string,
  bend: (request: PassedOn) => PassedOn,
): Promise<LoopbackServer> {
  return httpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '/', headers, method } = request;
      const bent = bend({ path, headers, body: Buffer.concat(chunks).toString('utf8') });
      const options = {
        method,
        headers: withoutHeader(bent.headers, 'content-length'),
        agent: false,
      };
      const onward = forward(new URL(bent.path, origin), options, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      onward.end(bent.body);
    });
  });
}

/** All headers but one. */
export function withoutHeader(headers: IncomingHttpHeaders, name: string): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}
