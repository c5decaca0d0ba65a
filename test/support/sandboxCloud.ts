// One connection of the sandbox, without the way over HTTP.
import { updateConnection } from '../../client/src/sandbox/endpoints/updateConnection';
import { seeds } from '../../client/src/sandbox/seeds/seeds';
import { CloudState } from '../../client/src/sandbox/state/cloudState';
import { presentWithStatus } from '../../client/src/sandbox/state/presentConnection';
import type { JsonObject } from '../../server/src/protocol/json';

/** Reads and updates the connection; `put` gives `accepted` or the text of the refusal. */
export function sandboxCloud(id: string) {
  const state = new CloudState(seeds, 0);
  const get = (): JsonObject =>
    JSON.parse(
      JSON.stringify({ vpn_connection: presentWithStatus(state.connection(id)!, state, 1) }),
    );
  const put = (body: JsonObject): string => {
    const reply = updateConnection({
      request: {
        ...{ method: 'PUT', path: '/', query: '' },
        headers: [{ name: 'content-type', value: 'application/json' }],
        body: Buffer.from(JSON.stringify(body)),
      },
      ...{ id, state, now: 1, requestId: 'r' },
    });
    return reply.status === 200 ? 'accepted' : reply.body;
  };
  return { get, put };
}
