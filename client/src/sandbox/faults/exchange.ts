// One answer on its way: what faults need in order to bend it.
import type { ServerResponse } from 'node:http';
import type { Reply } from '../http/reply';
import type { Envelope } from '../http/sendReply';

/** The answer that would be given, and the connection to give it on. */
export interface Exchange {
  readonly response: ServerResponse;
  readonly reply: Reply;
  readonly envelope: Envelope;
}

/** Waits, at most until the client has left or the sandbox closes. */
export function pause(ms: number, response: ServerResponse): Promise<'over' | 'client-left'> {
  if (response.destroyed) return Promise.resolve('client-left');
  return new Promise((resolve) => {
    const onClose = () => {
      clearTimeout(timer);
      resolve('client-left');
    };
    const timer = setTimeout(() => {
      response.off('close', onClose);
      resolve('over');
    }, ms);
    response.once('close', onClose);
  });
}

/** Resolves when the answer has been handed over or the connection is gone. */
export function closed(response: ServerResponse): Promise<void> {
  if (response.destroyed || response.closed) return Promise.resolve();
  return new Promise((resolve) => {
    response.once('close', resolve);
  });
}
