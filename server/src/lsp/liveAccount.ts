// What the client has listed of the live account, and what it is asked to list: nobody waits for it.
import type { MessageConnection } from 'vscode-jsonrpc';
import type { AccountPlace } from '../protocol/liveResources';
import { LiveNames, noLiveNames } from '../service';
import { notifyClient, onNotification } from './notifications';

/** The account of one client; stays empty for a client that cannot list it. */
export class LiveAccount {
  readonly #connection: MessageConnection;
  readonly #isListed: boolean;
  #names = noLiveNames;
  #told = '';
  #wanted: ReadonlySet<string> = new Set();

  constructor(
    connection: MessageConnection,
    { listsResources }: { readonly listsResources: boolean },
  ) {
    this.#connection = connection;
    this.#isListed = listsResources;
  }

  /** What is known now. */
  get names(): LiveNames {
    return this.#names;
  }

  /** Takes what the client tells; `onNews` is called when it says something new. */
  follow(onNews: () => void): void {
    onNotification(this.#connection, 'vpnconn/liveResources', ({ resources }) => {
      const told = JSON.stringify(resources);
      if (told === this.#told) return;
      this.#told = told;
      this.#names = new LiveNames(resources);
      onNews();
    });
  }

  /**
   * Says which projects are looked at, when some weren't before. Hints ask for all on the screen and
   * completion for the one at the cursor: alternating between the two would restart the list each time.
   */
  want(find: () => readonly AccountPlace[]): void {
    if (!this.#isListed) return;
    const places = find();
    const wanted = new Set(places.map((place) => JSON.stringify(place)));
    if ([...wanted].every((place) => this.#wanted.has(place))) return;
    this.#wanted = wanted;
    notifyClient(this.#connection, 'vpnconn/wantedResources', { places });
  }
}
