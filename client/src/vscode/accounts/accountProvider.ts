// The stored credentials in the Accounts menu of the editor. Signing in and out from there is the same
// as by command.
import {
  authentication,
  Disposable,
  EventEmitter,
  type Event,
  type AuthenticationProvider,
  type AuthenticationProviderAuthenticationSessionsChangeEvent,
  type AuthenticationSession,
  type SecretStorage,
} from 'vscode';
import type { UseCases } from '../../core/commands/useCases';
import { changeOf, providerId, providerLabel, toSession } from './accountSessions';

/** The part of the core that accounts need. */
type AccountUseCases = Pick<
  UseCases,
  'accounts' | 'currentAccountId' | 'currentTarget' | 'signIn' | 'signOutOf'
>;

/** Registers the provider until the result is disposed. `changed` tells of another target. */
export function registerAccounts(
  useCases: AccountUseCases,
  secrets: SecretStorage,
  changed: Event<void>,
): Disposable {
  const provider = new AccountProvider(useCases);
  return Disposable.from(
    provider,
    // Also when another window signs in or out.
    secrets.onDidChange(() => void provider.refresh()),
    changed(() => {
      // A menu without this line is no reason to disturb anybody: the command is there as well.
      provider.offerSignIn().catch(() => undefined);
    }),
    authentication.registerAuthenticationProvider(providerId, providerLabel, provider, {
      supportsMultipleAccounts: true,
    }),
  );
}

class AccountProvider implements AuthenticationProvider, Disposable {
  readonly #useCases: AccountUseCases;
  readonly #changed = new EventEmitter<AuthenticationProviderAuthenticationSessionsChangeEvent>();
  readonly onDidChangeSessions = this.#changed.event;
  #known: readonly AuthenticationSession[] = [];

  constructor(useCases: AccountUseCases) {
    this.#useCases = useCases;
  }

  async getSessions(): Promise<AuthenticationSession[]> {
    const sessions = (await this.#useCases.accounts()).map(toSession);
    this.#known = sessions;
    return sessions;
  }

  /** Signs in for the current target; the editor shows the error when nothing came of it. */
  async createSession(): Promise<AuthenticationSession> {
    const outcome = await this.#useCases.signIn();
    const id = this.#useCases.currentAccountId();
    const session = (await this.getSessions()).find((each) => each.id === id);
    if (outcome.kind !== 'done' || session === undefined) throw new Error('Not signed in.');
    return session;
  }

  async removeSession(id: string): Promise<void> {
    await this.#useCases.signOutOf(id);
    await this.refresh();
  }

  /** Tells the editor what has changed since it asked last. */
  async refresh(): Promise<void> {
    const before = this.#known;
    const after = await this.getSessions();
    const { added, removed, changed } = changeOf(before, after);
    if (added.length + removed.length + changed.length > 0) {
      this.#changed.fire({ added, removed, changed });
    }
  }

  /** With nobody signed in, the menu gets a line for it as soon as a target of a cloud is selected. */
  async offerSignIn(): Promise<void> {
    const target = this.#useCases.currentTarget();
    if (target === undefined || target.kind === 'sandbox') return;
    if ((await this.#useCases.accounts()).length > 0) return;
    await authentication.getSession(providerId, [], { createIfNone: false });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
