// Answers that are far too long, on the wire or after unpacking. Both are valid JSON.
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { replyHeaders } from '../http/sendReply';
import type { Exchange } from './exchange';
import { ended } from './exchange';

const start = '{"padding":"';
const end = '"}';
const blockSize = 1024 * 1024;

/** Sends a body of exactly so many bytes, no faster than the client reads. */
export async function sendHugeBody(exchange: Exchange, bytes: number): Promise<void> {
  const { response, reply, envelope } = exchange;
  response.writeHead(reply.status, {
    ...replyHeaders(reply, envelope),
    'content-length': String(bytes),
  });
  await writePadded(response, bytes, (text) => Buffer.from(text));
}

/** Sends a compressed body that unpacks to so many bytes. */
export async function sendGzipBomb(exchange: Exchange, bytes: number): Promise<void> {
  const { response, reply, envelope } = exchange;
  response.writeHead(reply.status, {
    ...replyHeaders(reply, envelope),
    'content-encoding': 'gzip',
  });
  // A gzip file may have several members: the same packed block is sent over and over.
  await writePadded(response, bytes, (text) => gzipSync(text));
}

async function writePadded(
  response: ServerResponse,
  bytes: number,
  pack: (text: string) => Buffer,
): Promise<void> {
  const padding = bytes - start.length - end.length;
  const block = pack('x'.repeat(blockSize));
  const gone = ended(response);
  response.write(pack(start));
  for (let left = padding; left > 0 && !response.destroyed; left -= blockSize) {
    const isTaken = response.write(left >= blockSize ? block : pack('x'.repeat(left)));
    if (!isTaken) await Promise.race([once(response, 'drain'), gone]);
  }
  if (!response.destroyed) response.end(pack(end));
}
