// Everything the core needs from outside. Adapters live in `vscode` and `transports`, fakes in the
// tests. What may fail in daily use fails as a value; an adapter does not reject its promises.
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { BufferRange } from '../model/bufferRange';
import type { CancelSignal } from './cancelSignal';
import type { Credentials } from '../model/credentials';
import type { HttpRequest, HttpResult } from '../model/httpExchange';
import type { LanguageServer } from './languageServer';
import type { LastingPorts } from './lastingPorts';
import type {
  PlanUpdate,
  PresentedDocument,
  PresentedMessage,
  PresentedPlan,
} from '../model/presented';
import type { Prompts } from './prompts';
import type { Route } from './route';
import type { Target } from '../model/target';
import type { TargetDefinitions } from '../model/target';
import type { WindowMemory } from './windowMemory';

export type { Choice, Prompts, TextQuestion } from './prompts';
export type { Countdown, Look, WindowMemory } from './windowMemory';
export type {
  PlanSection,
  PlanUpdate,
  PresentedDiff,
  PresentedDocument,
  PresentedMessage,
  PresentedPlan,
} from '../model/presented';

/** All ports; a use case names the ones it needs with `Pick`. */
export interface Ports extends LastingPorts {
  readonly transport: Transport;
  readonly server: LanguageServer;
  readonly documents: Documents;
  readonly secrets: SecretStore;
  readonly environment: Environment;
  readonly files: Files;
  readonly memory: WindowMemory;
  readonly clock: Clock;
  readonly zone: TimeZone;
  readonly crypto: Crypto;
  readonly confirmation: Confirmation;
  readonly progress: ProgressRunner;
  readonly presenter: Presenter;
  readonly clipboard: Clipboard;
  readonly prompts: Prompts;
  readonly trust: Trust;
  readonly settings: Settings;
  readonly targets: TargetStore;
  readonly sandbox: Sandbox;
  readonly route: Route;
  readonly inFlight: InFlight;
  readonly log: Log;
}

/** Sends one HTTP request. Never follows redirects, never retries, never relaxes TLS checks. */
export interface Transport {
  send(request: HttpRequest, limits: SendLimits): Promise<HttpResult>;
}

/** Bounds of one exchange. */
export interface SendLimits {
  /** Milliseconds from the call to the last byte of the body. */
  readonly timeoutMs: number;
  /** A longer body is cut there, counted after decompression. */
  readonly maxBodyBytes: number;
  readonly cancel: CancelSignal;
}

/** The open text documents. */
export interface Documents {
  /** Version of the buffer now; undefined when it has been closed. */
  currentVersion(uri: string): number | undefined;
  /** The text of a range; undefined when the buffer is not at that version any more. */
  textIn(place: BufferRange): string | undefined;
  /** One step of undo. False: not at that version any more, or read-only; nothing was changed. */
  replace(place: BufferRange, text: string): Promise<boolean>;
  /** Makes edits that do not overlap, as one step of undo; otherwise like `replace`. */
  edit(uri: string, version: number, edits: readonly TextEdit[]): Promise<boolean>;
  /** Opens a new, unsaved update file; `name` is what saving suggests, without a folder. */
  openNew(text: string, name: string): Promise<void>;
}

/** The editor's encrypted storage. Keys are chosen by the core. */
export interface SecretStore {
  get(key: string): Promise<SecretLookup>;
  store(key: string, value: string): Promise<SecretWrite>;
  /** Deleting what is not there is `done`. */
  delete(key: string): Promise<SecretWrite>;
  /** The keys that are in use, in no particular order; empty when the storage cannot be read. */
  keys(): Promise<readonly string[]>;
}

/** `unavailable`: the keyring is locked or missing; `detail` never holds a value. */
export type SecretLookup =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** Result of changing the storage. */
export type SecretWrite =
  { readonly kind: 'done' } | { readonly kind: 'unavailable'; readonly detail: string };

/** Environment variables of the extension host. */
export interface Environment {
  get(name: string): string | undefined;
}

/** Files of the user's own, which other tools keep. Never files of a workspace. */
export interface Files {
  /** A path that starts with `~/` is below the user's home folder. At most a megabyte is read. */
  read(path: string): Promise<FileLookup>;
}

/** `unavailable`: it exists and cannot be read; `detail` never holds its contents. */
export type FileLookup =
  | { readonly kind: 'found'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable'; readonly detail: string };

/** The time. */
export interface Clock {
  /** Wall clock: milliseconds since 1970-01-01T00:00:00Z. It can be set forward and back. */
  now(): number;
  /** Running time: milliseconds since some moment. It never jumps, and may stand still during sleep. */
  elapsed(): number;
}

/** The time zone of the window. */
export interface TimeZone {
  /** By how many minutes its clock is ahead of UTC at a moment. */
  offsetMinutes(at: number): number;
}

/** The two primitives of the signature. Arguments are text, taken as UTF-8; results are lower-case hex. */
export interface Crypto {
  sha256Hex(text: string): string;
  hmacSha256Hex(key: string, text: string): string;
}

/** Asks before something is sent. */
export interface Confirmation {
  /**
   * A modal question. `review`, the default button, means to look at the request first, so that a
   * key pressed too early sends nothing; everything but it and `proceed` counts as `declined`.
   */
  ask(question: ConfirmationQuestion): Promise<'confirmed' | 'review' | 'declined'>;
}

/** A modal question. */
export interface ConfirmationQuestion {
  /** One line, for example `Apply this update to vpn.eu-west-101.…?` */
  readonly title: string;
  /** Several lines of plain text, already redacted. */
  readonly detail: string;
  /** Label of the button that goes on. */
  readonly proceed: string;
  /** Label of the button that shows the request instead. */
  readonly review: string;
}

/** Long work with a visible progress that shows the elapsed seconds and can be cancelled. */
export interface ProgressRunner {
  run<T>(title: string, task: (cancel: CancelSignal) => Promise<T>): Promise<T>;
}

/** Shows results. The core redacts all text before it gets here. */
export interface Presenter {
  /** Opens a read-only virtual document beside the file, keeping the focus. */
  showDocument(document: PresentedDocument): Promise<void>;
  /** Opens the page of a plan beside the file, keeping the focus, in place of an earlier one. */
  showPlan(plan: PresentedPlan): Promise<void>;
  /** Brings the page up to date, when it shows this connection. */
  updatePlan(update: PlanUpdate): void;
  /** Shows a notification with one button per action, and runs the action when its button is used. */
  showMessage(message: PresentedMessage): void;
  /** Selects a range of an open file and scrolls to it. */
  reveal(uri: string, range: Range): Promise<void>;
}

/** The system clipboard. */
export interface Clipboard {
  write(text: string): Promise<void>;
}

/** Workspace trust. */
export interface Trust {
  isTrusted(): boolean;
}

/** Settings of scope `machine`: a workspace cannot set them. */
export interface Settings {
  read(): RequestSettings;
}

/** The settings that decide where and how a request is sent. Absent means: not set. */
export interface RequestSettings {
  /** `vpnconn.endpoint` */
  readonly endpoint?: string;
  /** `vpnconn.region`: what the endpoint serves or, without an endpoint, the default region. */
  readonly region?: string;
  /** `vpnconn.targets`, with a complaint about each entry that is left out. */
  readonly targets?: TargetDefinitions;
  /** `vpnconn.request.timeoutSeconds`; values that make no sense are replaced by the core. */
  readonly timeoutSeconds: number;
  /** `vpnconn.apply.sendOnlyChanges`: leave out what already holds its value. */
  readonly sendsOnlyChanges?: boolean;
  /** `vpnconn.secrets.allowedEnvironmentVariables`: what `!env` reads although it looks like a credential. */
  readonly allowedVariables?: readonly string[];
  /** `vpnconn.completion.liveAccount` switched off: nothing is listed for completion and hints. */
  readonly leavesAccountAlone?: boolean;
}

/** Keeps the selected target in this machine's state, never in a workspace. */
export interface TargetStore {
  current(): Target | undefined;
  select(target: Target): Promise<void>;
}

/** The embedded VPN API at work. */
export interface RunningSandbox {
  /** `http://127.0.0.1:port` */
  readonly endpoint: string;
  /** Those that it accepts. */
  readonly credentials: Credentials;
  /** The project that its connections belong to. */
  readonly projectId?: string;
}

/** The embedded VPN API. */
export interface Sandbox {
  /** Undefined: stopped. */
  running(): RunningSandbox | undefined;
}

/** Allows one request at a time per connection. */
export interface InFlight {
  /** Returns how to release the key, or undefined when it is taken. */
  begin(key: string): (() => void) | undefined;
}

/** The log channel. The core redacts all text before it gets here. */
export interface Log {
  debug(text: string): void;
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
}
