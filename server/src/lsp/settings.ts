// The settings of each file, as the client has them. Nobody waits for them: until they arrive the
// defaults hold, and when they differ the diagnostics are made anew.
import type { MessageConnection } from 'vscode-jsonrpc';
import { defaultPolicy, readPolicy, type Policy } from '../service';

interface Known {
  readonly policy: Policy;
  /** Grows with every change, so that a report made under other settings is no longer current. */
  readonly revision: number;
}

const unknown: Known = { policy: defaultPolicy, revision: 0 };

/** Section of the settings that is ours. */
const section = 'vpnconn';

export class Settings {
  readonly #connection: MessageConnection;
  readonly #known = new Map<string, Known>();
  /** The last question about each file. */
  readonly #latest = new Map<string, number>();
  #questions = 0;
  #revision = 0;
  #listener: (uris: readonly string[]) => void = () => undefined;

  constructor(connection: MessageConnection) {
    this.#connection = connection;
  }

  /** Asks the client for settings from now on; `changed` hears of the files whose settings differ. */
  follow(changed: (uris: readonly string[]) => void): void {
    this.#listener = changed;
    this.#connection.onNotification(
      'workspace/didChangeConfiguration',
      () => void this.#ask([...this.#known.keys()]),
    );
  }

  /** Asks a client that wants to be asked to tell of changes (`dynamicRegistration`). */
  subscribe(): void {
    const method = 'workspace/didChangeConfiguration';
    const registration = { id: 'settings', method, registerOptions: { section } };
    void this.#connection
      .sendRequest('client/registerCapability', { registrations: [registration] })
      .catch(() => undefined);
  }

  /** What holds for a file now. */
  of(uri: string): Known {
    return this.#known.get(uri) ?? unknown;
  }

  /** Fetches the settings of a file that was opened. */
  opened(uri: string): void {
    this.#known.set(uri, unknown);
    void this.#ask([uri]);
  }

  closed(uri: string): void {
    this.#known.delete(uri);
    this.#latest.delete(uri);
  }

  async #ask(uris: readonly string[]): Promise<void> {
    if (uris.length === 0) return;
    const question = ++this.#questions;
    for (const uri of uris) this.#latest.set(uri, question);
    const items = uris.map((uri) => ({ scopeUri: uri, section }));
    const answer = await this.#connection
      .sendRequest<readonly unknown[]>('workspace/configuration', { items })
      .catch(() => undefined);
    if (answer === undefined) return;
    const changed = uris.filter((uri, index) => {
      // An answer that a later question has overtaken may be an old one.
      return this.#latest.get(uri) === question && this.#learn(uri, answer[index]);
    });
    if (changed.length > 0) this.#listener(changed);
  }

  /** Whether that is news. */
  #learn(uri: string, value: unknown): boolean {
    const policy = readPolicy((value as { rules?: unknown } | null | undefined)?.rules);
    if (JSON.stringify(policy) === JSON.stringify(this.of(uri).policy)) return false;
    this.#known.set(uri, { policy, revision: ++this.#revision });
    return true;
  }
}
