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
  #listener: (uri: string) => void = () => undefined;

  constructor(connection: MessageConnection) {
    this.#connection = connection;
  }

  /** Asks the client for settings from now on; `changed` hears of each file whose settings differ. */
  follow(changed: (uri: string) => void): void {
    this.#listener = changed;
    this.#connection.onNotification('workspace/didChangeConfiguration', () => {
      for (const uri of this.#known.keys()) void this.#ask(uri);
    });
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
    void this.#ask(uri);
  }

  closed(uri: string): void {
    this.#known.delete(uri);
    this.#latest.delete(uri);
  }

  async #ask(uri: string): Promise<void> {
    const question = ++this.#questions;
    this.#latest.set(uri, question);
    const items = [{ scopeUri: uri, section }];
    const answer = await this.#connection
      .sendRequest<readonly unknown[]>('workspace/configuration', { items })
      .catch(() => undefined);
    // An answer that a later question has overtaken may be an old one.
    if (answer === undefined || this.#latest.get(uri) !== question) return;
    const policy = readPolicy((answer[0] as { rules?: unknown } | null | undefined)?.rules);
    if (JSON.stringify(policy) === JSON.stringify(this.of(uri).policy)) return;
    this.#known.set(uri, { policy, revision: ++this.#revision });
    this.#listener(uri);
  }
}
