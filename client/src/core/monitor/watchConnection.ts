// Monitors a connection until its update has settled. It only reads.
import type { JsonObject } from '../../../../server/src/protocol/messages';
import { secretsOf, type Login } from '../model/credentials';
import { findCredentials, type CredentialsResult } from '../credentials/findCredentials';
import type { Context } from '../redaction/context';
import type { Watch } from '../ports/lastingPorts';
import { once } from '../ports/report';
import type { Problem } from '../model/problem';
import type { ConnectionStatus } from '../model/connectionStatus';
import { inTurn, knownRejected } from '../cloud/rejectedCredentials';
import { fetchConnection, type Fetched } from '../cloud/fetchConnection';
import { downMs, nextLookMs, settleDeadlineMs, startingMs, watchedTime } from './pace';
import type { RemoteConnection } from '../model/remoteConnection';

/** How watching ended. */
export type Watched =
  | { readonly kind: 'settled'; readonly held: JsonObject; readonly status: ConnectionStatus }
  /** The time is up. `status` is the last one that was seen, `problem` why there is none. */
  | {
      readonly kind: 'timed-out';
      readonly status?: ConnectionStatus;
      readonly problem?: Problem;
    }
  /** Nobody can make it continue. */
  | { readonly kind: 'stopped'; readonly problem: Problem }
  | { readonly kind: 'left' };

/** What is monitored, and how patiently. */
export interface WatchOptions {
  readonly connection: RemoteConnection;
  /** Those that the update was sent with; found again by the target when absent. */
  readonly login?: Login;
  /** How long a connection may stay down before that is its end. */
  readonly downMs?: number;
  /** Called when watching waits for the user, once for each reason. */
  readonly waiting?: (problem: Problem) => void;
  /** A sign of life, and for how many milliseconds none will follow. */
  readonly alive?: (pauseMs: number) => Promise<void>;
}

/** What has been seen so far. */
interface Progress {
  readonly watchedMs: number;
  readonly failures: number;
  readonly wasPending: boolean;
  /** `watchedMs` at which the connection was first seen down, as long as it is. */
  readonly downSince: number | undefined;
  readonly last: Fetched | undefined;
}

/**
 * Reads again and again, ever less often, for at most ten minutes of monitoring; time in which the
 * computer slept doesn't count. Failures that can pass are tolerated. Rejected or missing credentials, a
 * missing permission and changed settings wait for the user, and monitoring continues by itself.
 */
export async function watchConnection(
  context: Context,
  options: WatchOptions,
  watch: Watch,
): Promise<Watched> {
  const { alive = () => Promise.resolve(), waiting = () => undefined } = options;
  const told = new Set<string>();
  let login = await firstLogin(context, options);
  let progress: Progress = {
    watchedMs: 0,
    failures: 0,
    wasPending: false,
    downSince: undefined,
    last: undefined,
  };
  for (;;) {
    const began = context.clock.elapsed();
    const asked = progress.last?.kind === 'later' ? progress.last.waitMs : undefined;
    const pause = nextLookMs(progress.watchedMs, progress.failures, asked);
    await alive(pause);
    await context.timer.wait(pause, watch.stop);
    if (watch.stop.isCancelled()) {
      return { kind: 'left' };
    }
    const tried = keyOf(context, login);
    const fetched = await look(context, options.connection, login, watch);
    const watchedMs = progress.watchedMs + watchedTime(context.clock.elapsed() - began, pause);
    progress = advance(progress, fetched, watchedMs);
    const end = endOf(progress, fetched, options.downMs ?? downMs);
    if (end !== undefined) {
      return end;
    }
    watch.report(describe(fetched, watchedMs));
    if (fetched.kind === 'credentials-rejected' || fetched.kind === 'refused') {
      const { problem: why } = fetched;
      once(told, `${why.code} ${tried}`, () => waiting(why));
      const waitMs = 'waitMs' in fetched ? fetched.waitMs : undefined;
      login = await otherLogin(context, options, { tried, waitMs }, watch);
    } else if (login.kind !== 'found') {
      login = await loginFor(context, options.connection);
    }
  }
}

async function look(
  context: Context,
  connection: RemoteConnection,
  login: CredentialsResult,
  { stop }: Watch,
): Promise<Fetched> {
  switch (login.kind) {
    case 'found': {
      const { credentials } = login.found;
      return inTurn(
        context,
        credentials,
        async () =>
          knownRejected(context, credentials) ??
          fetchConnection(context, connection, credentials, stop),
      );
    }
    case 'later':
      return login;
    case 'refused':
      return { kind: 'credentials-rejected', problem: login.problem };
  }
}

/** Checked often, because it costs no request. */
const recheckMs = 5000;

/** Waits for other credentials or settings, or until the service looks at the same ones again. */
async function otherLogin(
  context: Context,
  { connection, alive }: WatchOptions,
  { tried, waitMs = Infinity }: { readonly tried: string; readonly waitMs: number | undefined },
  { stop }: Watch,
): Promise<CredentialsResult> {
  const began = context.clock.elapsed();
  for (;;) {
    const found = await loginFor(context, connection);
    const isOther = found.kind === 'found' && keyOf(context, found) !== tried;
    if (isOther || context.clock.elapsed() - began >= waitMs || stop.isCancelled()) {
      return found;
    }
    await alive?.(recheckMs);
    await context.timer.wait(recheckMs, stop);
  }
}

/** While it stays the same, what was rejected would be rejected again. */
function keyOf({ settings, crypto }: Context, login: CredentialsResult): string {
  const who = login.kind === 'found' ? login.found.credentials : login.kind;
  return crypto.sha256Hex(JSON.stringify([who, settings.read()]));
}

async function firstLogin(context: Context, options: WatchOptions): Promise<CredentialsResult> {
  return options.login === undefined
    ? loginFor(context, options.connection)
    : { kind: 'found', found: { credentials: options.login, origin: 'the update' } };
}

/** The credentials that the target has now, without prompting. */
async function loginFor(
  context: Context,
  { target }: RemoteConnection,
): Promise<CredentialsResult> {
  const result = await findCredentials(target, context);
  if (result.kind === 'found') {
    secretsOf(result.found.credentials).forEach(context.redactor.register);
  }
  return result;
}

function advance(before: Progress, fetched: Fetched, watchedMs: number): Progress {
  const failures = fetched.kind === 'fetched' ? 0 : before.failures + 1;
  if (fetched.kind !== 'fetched') {
    return { ...before, watchedMs, failures, last: fetched };
  }
  const { kind } = fetched.status;
  return {
    watchedMs,
    failures,
    wasPending: before.wasPending || kind === 'pending',
    downSince: kind === 'down' ? (before.downSince ?? watchedMs) : undefined,
    last: fetched,
  };
}

function endOf(progress: Progress, fetched: Fetched, longestDown: number): Watched | undefined {
  switch (fetched.kind) {
    case 'cancelled':
      return { kind: 'left' };
    case 'refused':
      return fetched.problem.code === 'http-404'
        ? { kind: 'stopped', problem: fetched.problem }
        : undefined;
    case 'fetched':
      if (isSettled(progress, fetched.status, longestDown)) {
        return { kind: 'settled', held: fetched.remote, status: fetched.status };
      }
      return isOver(progress) ? { kind: 'timed-out', status: fetched.status } : undefined;
    case 'credentials-rejected':
      return undefined;
    case 'later':
      return isOver(progress) ? { kind: 'timed-out', problem: fetched.problem } : undefined;
  }
}

function isSettled(
  { wasPending, watchedMs, downSince }: Progress,
  { kind }: ConnectionStatus,
  longestDown: number,
): boolean {
  switch (kind) {
    case 'pending':
    case 'other':
    case 'missing':
      return false;
    case 'down':
      return downSince !== undefined && watchedMs - downSince >= longestDown;
    case 'active':
    case 'error':
    case 'frozen':
    case 'unknown':
      return wasPending || watchedMs >= startingMs;
  }
}

function isOver({ watchedMs }: Progress): boolean {
  return watchedMs >= settleDeadlineMs;
}

function describe(fetched: Fetched, watchedMs: number): string {
  const seconds = `${Math.round(watchedMs / 1000)} s`;
  switch (fetched.kind) {
    case 'fetched':
      return fetched.status.text === ''
        ? `no status, ${seconds}`
        : `${fetched.status.text}, ${seconds}`;
    case 'later':
      return `${fetched.problem.message} Trying again, ${seconds}`;
    case 'credentials-rejected':
    case 'refused':
      return 'waiting for you';
    case 'cancelled':
      return seconds;
  }
}
