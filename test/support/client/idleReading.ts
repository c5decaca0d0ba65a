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
          ? answer(200, { vpn_connection: { name: 'site-a', status: 'ACTIVE' } })
          : ports.transport.send(request, limits),
    },
  };
}
