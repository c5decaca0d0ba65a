// What the windows of one machine share: clocks, the keyring, the settings, and the faults of the editor.
import type { RequestSettings, SecretStore } from '../../client/src/core/ports/ports';
import type { Login } from '../../client/src/core/model/credentials';
import type { NamedTarget, Target } from '../../client/src/core/model/target';
import { storageKey } from '../../client/src/core/credentials/storedCredentials';
import { regionalIamOrigin, regionalOrigin } from '../../client/src/core/targets/regions';
import type { Cloud } from './cloud';
import type { Setup } from './script';
import type { Owner, Timeline } from './timeline';
import { initialCode, pskName, pskValue, secretMark, updateCode } from './values';

/** Milliseconds since 1970 at virtual time 0. */
export const epoch = Date.UTC(2026, 10, 23, 14, 31, 5, 250);

const region = 'eu-west-101';
const rightTarget: NamedTarget = {
  kind: 'named',
  name: 'prod',
  endpoint: 'https://vpn.right.example',
  iamEndpoint: 'https://iam.right.example',
};
const wrongTarget: NamedTarget = {
  kind: 'named',
  name: 'prod',
  endpoint: 'https://vpn.wrong.example',
  iamEndpoint: 'https://iam.wrong.example',
};

/** Addresses that the settings gave, and until when. */
interface Given {
  readonly origin: string;
  until: number;
}

/** One machine. */
export class Machine {
  readonly #timeline: Timeline;
  readonly #setup: Setup;
  readonly #cloud: Cloud;
  readonly #keys = new Map<string, string>();
  readonly #given: Given[] = [];
  #clockAheadMs = 0;
  #keyringLockedUntil = 0;
  #generation = 0;
  #target: Target;
  #settings: RequestSettings = { timeoutSeconds: 30 };
  /** Faults of the editor, until a virtual time. */
  presenter: { readonly until: number; readonly fault: 'hangs' | 'rejects' } = {
    until: 0,
    fault: 'hangs',
  };
  serverSilentUntil = 0;

  constructor(timeline: Timeline, setup: Setup, cloud: Cloud) {
    this.#timeline = timeline;
    this.#setup = setup;
    this.#cloud = cloud;
    this.#target = setup.target === 'regional' ? { kind: 'regional', region } : rightTarget;
    for (let code = 0; code <= 20; code += 1) {
      this.#keys.set(`value:${pskName(updateCode(code))}`, pskValue(updateCode(code)));
    }
    this.#keys.set(`value:${pskName(initialCode)}`, pskValue(initialCode));
    this.configure('right');
    this.signIn();
  }

  /** The addresses of the service and of IAM that are the right ones. */
  get hosts(): { readonly vpn: string; readonly iam: string } {
    return this.#setup.target === 'regional'
      ? { vpn: regionalOrigin(region), iam: regionalIamOrigin(region) }
      : { vpn: rightTarget.endpoint, iam: rightTarget.iamEndpoint ?? '' };
  }

  /** The wall clock, in milliseconds since 1970. */
  get wallClock(): number {
    return epoch + this.#timeline.now + this.#clockAheadMs;
  }

  /** By how much the wall clock is ahead of the true time. */
  get clockAheadMs(): number {
    return this.#clockAheadMs;
  }

  /** Sets the wall clock forward or back. */
  setClock(byMs: number): void {
    this.#clockAheadMs += byMs;
  }

  /** Sets the wall clock right. */
  correctClock(): void {
    this.#clockAheadMs = 0;
  }

  /** Running time in milliseconds since the machine was switched on. */
  get runningMs(): number {
    return this.#timeline.now - this.#timeline.sleptMs;
  }

  /** Stores new credentials that the service accepts, and no others. */
  signIn(): void {
    this.#generation += 1;
    const login = this.#newLogin(this.#generation);
    const targets = this.#setup.target === 'regional' ? [this.#target] : [rightTarget, wrongTarget];
    for (const target of targets) this.#keys.set(storageKey(target), JSON.stringify(login));
  }

  /** Changes the entry of the named target; a region has none. */
  configure(entry: 'right' | 'wrong' | 'gone'): void {
    const { now } = this.#timeline;
    for (const given of this.#given) given.until = Math.min(given.until, now);
    if (this.#setup.target === 'regional') {
      this.#give(this.hosts.vpn, this.hosts.iam);
      return;
    }
    const target = entry === 'wrong' ? wrongTarget : rightTarget;
    const definition = { target, credentials: 'any', production: false } as const;
    const definitions = entry === 'gone' ? [] : [definition];
    this.#settings = { timeoutSeconds: 30, targets: { definitions, complaints: [] } };
    if (entry !== 'gone') {
      this.#target = target;
      this.#give(target.endpoint, target.iamEndpoint ?? '');
    }
  }

  /** Whether the settings give this address, or did so at most `graceMs` ago. */
  isGiven(origin: string, graceMs: number): boolean {
    return this.#given.some(
      (given) => given.origin === origin && given.until + graceMs >= this.#timeline.now,
    );
  }

  get settings(): RequestSettings {
    return this.#settings;
  }

  get target(): Target {
    return this.#target;
  }

  /** The secret storage can't be used for a while. */
  lockKeyring(until: number): void {
    this.#keyringLockedUntil = until;
  }

  /** The secret storage as one window sees it. */
  secretStoreFor(owner: Owner, called: () => void): SecretStore {
    const locked = { kind: 'unavailable', detail: 'keyring is locked' } as const;
    const operate = <T, L>(ifLocked: L, effect: () => T): Promise<T | L> => {
      called();
      return this.#timeline.call(owner, 3, () =>
        this.#timeline.now < this.#keyringLockedUntil ? ifLocked : effect(),
      );
    };
    return {
      get: (key) =>
        operate(locked, () => {
          const value = this.#keys.get(key);
          return value === undefined
            ? ({ kind: 'absent' } as const)
            : ({ kind: 'found', value } as const);
        }),
      store: (key, value) =>
        operate(locked, () => {
          this.#keys.set(key, value);
          return { kind: 'done' } as const;
        }),
      delete: (key) =>
        operate(locked, () => {
          this.#keys.delete(key);
          return { kind: 'done' } as const;
        }),
      keys: () => operate([], () => [...this.#keys.keys()]),
    };
  }

  #newLogin(generation: number): object {
    const { login } = this.#setup;
    switch (login) {
      case 'access-key': {
        const accessKey = `ACCESSKEY${generation}`;
        this.#cloud.accept(accessKey);
        return { kind: login, accessKey, secretKey: `${secretMark}-sk-${generation}` };
      }
      case 'password': {
        // The same user with another password.
        const [user, password] = ['user', `${secretMark}-pw-${generation}`];
        this.#cloud.accept(`${user}/${password}`);
        return { kind: login, user, password, domain: 'example' };
      }
      case 'token': {
        const token = `${secretMark}-tok-${generation}`;
        this.#cloud.acceptToken(token);
        return { kind: login, token } satisfies Login;
      }
    }
  }

  #give(...origins: readonly string[]): void {
    for (const origin of origins) this.#given.push({ origin, until: Number.POSITIVE_INFINITY });
  }
}
