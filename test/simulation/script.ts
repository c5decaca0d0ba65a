// One history as data: how the world is at first, and what is done to it. Nothing else but the seed of
// the schedule decides what happens, so a history that fails can be replayed and made shorter.

/** The connections that there are. */
export type Site = 'a' | 'b';

/** The fields that updates send. */
export type Field = 'name' | 'peer_subnets' | 'lifetime' | 'psk';

/** A whole history. */
export interface Script {
  /** Of the schedule: delays and the order of events. */
  readonly seed: number;
  readonly setup: Setup;
  readonly steps: readonly Step[];
  /** When all faults end and the user repairs what only a user can repair, in milliseconds. */
  readonly healsAt: number;
}

/** The world at the beginning. */
export interface Setup {
  /** For each editor window that is open at first, whether its workspace is trusted. */
  readonly windows: readonly boolean[];
  readonly login: 'access-key' | 'password' | 'token';
  readonly target: 'regional' | 'named';
  /** The longest delay of a record operation, in milliseconds. */
  readonly diskMs: number;
  /** The longest delay of each phase of an exchange, in milliseconds. */
  readonly networkMs: number;
  /** Without hard links, a record can be seen, or left behind, half written. */
  readonly hasLinks: boolean;
  /** For how long the connection is pending after an update, in milliseconds. */
  readonly settleMs: number;
  /** The state in which a connection ends after an update of the user. */
  readonly endsAs: 'ACTIVE' | 'DOWN' | 'ERROR';
  /** Whether the connection names its gateway. */
  readonly hasGateway: boolean;
  /** Whether running time goes on while the machine sleeps. */
  readonly runsInSleep: boolean;
  /** For how long tokens are valid, in milliseconds. */
  readonly tokenMs: number;
  /** A disk that can't be written for good, from this time on. */
  readonly readOnlyFrom?: number;
  /** Records that an extension of another version left behind, and one that someone planted. */
  readonly foreignRecords: readonly ('newer' | 'older' | 'planted' | 'torn')[];
}

/** One thing that happens to the world. */
export interface Step {
  readonly when: When;
  readonly action: Action;
}

/** A time in milliseconds, or so long after the n-th event of a kind (from 1). */
export type When =
  | { readonly at: number }
  | { readonly after: Milestone; readonly nth: number; readonly ms: number };

/** Events that steps can wait for. */
export type Milestone =
  | 'journal-written'
  | 'rollback-written'
  | 'update-sent'
  | 'update-received'
  | 'update-ended'
  | 'rollback-sent'
  | 'rollback-received'
  | 'rollback-ended'
  | 'kept';

/** What can happen. `window` is one of four slots; a gesture in an empty one goes to another window. */
export type Action = UserAction | MachineAction | CloudAction | FaultAction;

/** What the user does. */
export type UserAction =
  | {
      readonly kind: 'apply';
      readonly window: number;
      readonly site: Site;
      readonly fields: readonly Field[];
      readonly withRollback: boolean;
    }
  | { readonly kind: 'keep'; readonly window: number; readonly site: Site }
  | { readonly kind: 'roll-back'; readonly window: number; readonly site: Site }
  /** Cancels whatever shows a progress in the window. */
  | { readonly kind: 'cancel'; readonly window: number }
  | { readonly kind: 'open'; readonly window: number; readonly isTrusted: boolean }
  | { readonly kind: 'close'; readonly window: number }
  | { readonly kind: 'trust'; readonly window: number }
  /** The editor restarts the window without trust. */
  | { readonly kind: 'distrust'; readonly window: number }
  /** Stores other, valid credentials. */
  | { readonly kind: 'sign-in' }
  /** The entry of the named target leads elsewhere, or is right again. */
  | { readonly kind: 'settings'; readonly entry: 'right' | 'wrong' | 'gone' };

/** What the machine does. */
export type MachineAction =
  /** `afterCalls`: only when the window has made so many more calls. */
  | { readonly kind: 'crash'; readonly window: number; readonly afterCalls?: number }
  | { readonly kind: 'reboot'; readonly ms: number; readonly opens: readonly boolean[] }
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: 'set-clock'; readonly byMs: number };

/** What happens in the cloud. */
export type CloudAction =
  | { readonly kind: 'admin'; readonly site: Site; readonly fields: readonly Field[] }
  | { readonly kind: 'expire-tokens' }
  | { readonly kind: 'revoke' };

/** The methods of requests; POST is that of IAM. */
export type Method = 'GET' | 'PUT' | 'POST';

/** What fails. */
export type FaultAction =
  | {
      readonly kind: 'cut';
      readonly phase: CutPhase;
      readonly method: Method;
      readonly times: number;
    }
  | {
      readonly kind: 'answer';
      readonly method: Method;
      readonly times: number;
      readonly answer: FalseAnswer;
      /** Whether a PUT takes effect all the same; only answers that leave that open can. */
      readonly isApplied: boolean;
    }
  | { readonly kind: 'slow'; readonly method: Method; readonly times: number; readonly ms: number }
  | { readonly kind: 'network-down'; readonly ms: number; readonly isSilent: boolean }
  | {
      readonly kind: 'disk';
      readonly operations: 'reads' | 'writes' | 'all';
      readonly code: 'EMFILE' | 'EBUSY' | 'EPERM' | 'ENOSPC' | 'EROFS';
      readonly ms: number;
      /** The share of operations that fail. */
      readonly share: number;
    }
  | { readonly kind: 'slow-disk'; readonly ms: number; readonly byMs: number }
  | { readonly kind: 'keyring-locked'; readonly ms: number }
  | { readonly kind: 'presenter'; readonly ms: number; readonly fault: 'hangs' | 'rejects' }
  | { readonly kind: 'server-silent'; readonly ms: number };

/** Where an exchange is cut. */
export type CutPhase = 'connect' | 'upload' | 'before-applying' | 'after-applying' | 'download';

/** An answer that isn't the one that the request deserves. */
export type FalseAnswer =
  | 'unauthorized'
  | 'forbidden'
  | 'conflict'
  | 'too-many'
  | 'too-many-wait'
  | 'server-error'
  | 'bad-gateway'
  | 'redirect'
  | 'page'
  | 'empty-success'
  | 'error-as-success'
  | 'other-connection'
  | 'foreign-404'
  | 'echo';
