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

/** Tells, once the connection has done with an answer, whether all of it was handed over. */
export function ended(response: ServerResponse): Promise<'complete' | 'broken'> {
  if (response.destroyed) return Promise.resolve('broken');
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve(response.writableFinished ? 'complete' : 'broken');
    });
  });
}
