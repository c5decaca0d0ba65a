// Reads a request body within the limit that the API gateway documents for signed requests.
import type { IncomingMessage } from 'node:http';

/** The gateway takes bodies of up to 12 MB. */
export const largestBody = 12 * 1024 * 1024;

/** Beyond this the rest is not even read, and the client may find the connection reset. */
const patience = 64 * 1024 * 1024;

/** How reading ended; `aborted` means that the client left in the middle. */
export type BodyReading =
  | { readonly kind: 'read'; readonly body: Buffer }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted' };

/**
 * Collects the body up to the limit. What lies beyond is read and dropped, so that the client gets
 * to see the refusal. Never rejects.
 */
export function readBody(message: IncomingMessage): Promise<BodyReading> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largestBody) chunks.push(chunk);
      if (size > patience) resolve({ kind: 'too-large' });
    });
    message.on('end', () => {
      if (size > largestBody) resolve({ kind: 'too-large' });
      else resolve({ kind: 'read', body: Buffer.concat(chunks) });
    });
    message.on('error', () => {
      resolve({ kind: 'aborted' });
    });
    message.on('close', () => {
      resolve({ kind: 'aborted' });
    });
  });
}
