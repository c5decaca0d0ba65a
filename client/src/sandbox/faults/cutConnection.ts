// Breaks the connection at a chosen point of the answer.
import { STATUS_CODES } from 'node:http';
import { replyHeaders } from '../http/sendReply';
import type { Exchange } from './exchange';

/** Without a single byte of an answer. */
export function cutAtOnce({ response }: Exchange): void {
  response.socket?.destroy();
}

/** After the status line, in the middle of a header. */
export function cutInHeaders({ response, reply }: Exchange): void {
  const { socket } = response;
  const start = `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ''}\r\ncontent-ty`;
  socket?.write(start, () => socket.destroy());
}

/** After half of the body that the headers promise. */
export function cutInBody({ response, reply, envelope }: Exchange): void {
  const body = Buffer.from(reply.body, 'utf8');
  response.writeHead(reply.status, {
    ...replyHeaders(reply, envelope),
    'content-length': String(Math.max(body.length, 2)),
  });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}
