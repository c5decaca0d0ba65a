// Writes an answer to the socket as it is.
import type { ServerResponse } from 'node:http';
import type { Reply } from './reply';

/** What every answer of one exchange carries. */
export interface Envelope {
  readonly requestId: string;
  /** The server's time in milliseconds; becomes the Date header. */
  readonly now: number;
}

/** Headers of the answer, in the order in which they are written. */
export function replyHeaders(reply: Reply, envelope: Envelope): Record<string, string> {
  return {
    date: new Date(envelope.now).toUTCString(),
    server: 'vpnconn-sandbox',
    'x-request-id': envelope.requestId,
    ...reply.headers,
  };
}

/** Sends the whole answer at once. */
export function sendReply(response: ServerResponse, reply: Reply, envelope: Envelope): void {
  const body = Buffer.from(reply.body, 'utf8');
  response.writeHead(reply.status, {
    ...replyHeaders(reply, envelope),
    'content-length': String(body.length),
  });
  response.end(body);
}
