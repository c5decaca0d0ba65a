// The look at the connection that comes before every update, for tests that are about something else.
import type { ProgressRunner, Transport } from '../../../client/src/core/ports/ports';
import { answer } from './fakeTransport';

/**
 * While that look is under way, GETs find an idle connection, and neither the script nor the record of
 * the transport knows of them. Requests for a token go their way.
 */
export function idleReading<T extends { transport: Transport; progress: ProgressRunner }>(
  ports: T,
): T {
  let isReading = false;
  return {
    ...ports,
    progress: {
      run: async (title, task) => {
        if (title !== 'Reading the connection') return ports.progress.run(title, task);
        isReading = true;
        return ports.progress.run(title, task).finally(() => {
          isReading = false;
        });
      },
    },
    transport: {
      send: async (request, limits) =>
        isReading && request.method === 'GET'
          ? answer(200, idle(request.url))
          : ports.transport.send(request, limits),
    },
  };
}

function idle(url: string) {
  return { vpn_connection: { id: url.split('/').at(-1), name: 'site-a', status: 'ACTIVE' } };
}
