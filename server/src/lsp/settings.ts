// The settings of each file, as the client has them. Nobody waits for them: until they arrive the
// defaults hold, and when they differ what was made under them is made anew.
import type { MessageConnection } from 'vscode-jsonrpc';
import { defaultHints, defaultPolicy, readHints, readLinkScope, readPolicy } from '../service';
import type { HintKind, LinkScope, Policy } from '../service';

interface Known {
  readonly policy: Policy;
  /** Grows when the policy changes, so that a report made under another one is no longer current. */
  readonly revision: number;
  readonly hints: ReadonlySet<HintKind>;
  /** Editors ask for links after each edit and cannot be told to ask again, so a change waits for one. */
  readonly links: LinkScope;
}

const unknown: Known = {
  policy: defaultPolicy,
  revision: 0,
  hints: defaultHints,
  links: readLinkScope(undefined),
};

/** The files for which a setting is not what it was, by what the setting decides. */
export interface SettingsChange {
  readonly problems: readonly string[];
  readonly hints: readonly string[];
}

/** Section of the settings that is ours. */
const section = 'vpnconn';

/** The settings of the files of one client. */
export class Settings {
  readonly #connection: MessageConnection;
  readonly #known = new Map<string, Known>();
  /** The last question about each file. */
  readonly #latest = new Map<string, number>();
  #questions = 0;
  #revision = 0;
  /** The client answers questions about settings. */
  #follows = false;
  #listener: (change: SettingsChange) => void = () => undefined;

  constructor(connection: MessageConnection) {
    this.#connection = connection;
  }

  /** Asks the client for settings from now on; `changed` hears of the files whose settings differ. */
  follow(changed: (change: SettingsChange) => void): void {
    this.#listener = changed;
    this.#follows = true;
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

  /** Fetches the settings of a file that was opened; what is known of it holds until they are there. */
  opened(uri: string): void {
    if (!this.#known.has(uri)) this.#known.set(uri, unknown);
    void this.#ask([uri]);
  }

  /** Fetches the settings of files that are not open, unless they are known. */
  added(uris: readonly string[]): void {
    if (!this.#follows) return;
    const added = uris.filter((uri) => !this.#known.has(uri));
    for (const uri of added) this.#known.set(uri, unknown);
    void this.#ask(added);
  }

  /** Forgets a file that is neither open nor in the workspace any longer. */
  forget(uri: string): void {
    this.#known.delete(uri);
    this.#latest.delete(uri);
  }

  async #ask(uris: readonly string[]): Promise<void> {
    if (uris.length === 0) return;
    const question = ++this.#questions;
    for (const uri of uris) this.#latest.set(uri, question);
    const items = uris.map((uri) => ({ scopeUri: uri, section }));
    const answer: unknown = await this.#connection
      .sendRequest('workspace/configuration', { items })
      .catch(() => undefined);
    if (!Array.isArray(answer)) return;
    const problems: string[] = [];
    const hints: string[] = [];
    for (const [index, uri] of uris.entries()) {
      // An answer that a later question has overtaken may be an old one.
      if (this.#latest.get(uri) !== question) continue;
      const news = this.#learn(uri, answer[index]);
      if (news.problems) problems.push(uri);
      if (news.hints) hints.push(uri);
    }
    if (problems.length + hints.length > 0) this.#listener({ problems, hints });
  }

  /** Which of that is news. */
  #learn(uri: string, value: unknown): Readonly<Record<keyof SettingsChange, boolean>> {
    const settings = (value ?? {}) as Readonly<Record<'rules' | 'inlayHints' | 'links', unknown>>;
    const old = this.of(uri);
    const policy = readPolicy(settings.rules);
    const hints = readHints(settings.inlayHints);
    const links = readLinkScope(settings.links);
    const problemsDiffer = JSON.stringify(policy) !== JSON.stringify(old.policy);
    const hintsDiffer = [...hints].join() !== [...old.hints].join();
    const revision = problemsDiffer ? ++this.#revision : old.revision;
    if (problemsDiffer || hintsDiffer || links !== old.links)
      this.#known.set(uri, { policy, revision, hints, links });
    return { problems: problemsDiffer, hints: hintsDiffer };
  }
}
