// What the client has read of live connections, for the checks of the documents that name them. Kept in
// memory until the server ends; a later reading takes the place of an earlier one.
import type { MessageConnection } from 'vscode-jsonrpc';
import type { LiveConnectionParams } from '../protocol/plan';
import {
  identifierKey,
  nothingLive,
  readLiveFacts,
  type LiveFacts,
  type LiveLookup,
} from '../service';
import { onNotification } from './notifications';

/** The readings of one client. */
export class LiveConnections {
  readonly #known = new Map<string, { readonly source: string; readonly facts: LiveFacts }>();
  #lookup: LiveLookup = nothingLive;
  #revision = 0;

  /** Finds the facts of a connection; another function as soon as it would find something else. */
  get lookup(): LiveLookup {
    return this.#lookup;
  }

  /** Grows with everything that is learnt. */
  get revision(): number {
    return this.#revision;
  }

  /** Takes readings from the client; `onNews` is called when one says something new. */
  follow(connection: MessageConnection, onNews: () => void): void {
    onNotification(connection, 'vpnconn/liveConnection', (params) => {
      if (this.learn(params)) onNews();
    });
  }

  /** Remembers a reading. Returns whether it says something new. */
  learn({ projectId, connectionId, live }: LiveConnectionParams): boolean {
    const key = keyOf(projectId, connectionId);
    const source = JSON.stringify(live);
    if (this.#known.get(key)?.source === source) return false;
    this.#known.set(key, { source, facts: readLiveFacts(live) });
    this.#revision++;
    const known = new Map([...this.#known].map(([name, { facts }]) => [name, facts]));
    this.#lookup = (project, connection) => known.get(keyOf(project, connection));
    return true;
  }
}

function keyOf(project: string, connection: string): string {
  return JSON.stringify([identifierKey(project), identifierKey(connection)]);
}
