// Keeps one language server: starts it, starts it again on demand, and answers for it when it does
// not answer.
import type { WorkspaceFilesParams } from '../../../../server/src/protocol/messages';
import type {
  Notifications,
  RequestParams,
  RequestResult,
  Requests,
} from '../../../../server/src/protocol/methods';
import type { LanguageServer } from '../../core/ports/languageServer';
import type { Log } from '../../core/ports/ports';
import type { Unavailable } from '../../core/ports/unavailable';
import type { ServerConnection, ServerEvents, ServerState } from './languageClient';
import { createRestartQueue } from './restart';
import { withDeadline } from './withDeadline';

/** Milliseconds until something that should take a fraction of a second counts as failed. */
export interface Deadlines {
  readonly start: number;
  readonly answer: number;
}

/** Makes a connection; called once for every start. */
export type Connect = (events: ServerEvents) => Promise<ServerConnection>;

const usualDeadlines: Deadlines = { start: 30_000, answer: 10_000 };
const noAnswer = 'no answer';

/** The language server as the rest of the extension sees it. */
export class LanguageServerHost implements LanguageServer {
  readonly #connect: Connect;
  readonly #events: ServerEvents;
  readonly #log: Log;
  readonly #deadlines: Deadlines;
  readonly #queue = createRestartQueue(() => this.#replace());
  #state: ServerState = 'stopped';
  #connection: ServerConnection | undefined;
  #generation = 0;
  #firstStart: Promise<void> | undefined;
  #ended = false;

  /** Nothing is started yet. */
  constructor(connect: Connect, events: ServerEvents, log: Log, deadlines = usualDeadlines) {
    this.#connect = connect;
    this.#events = events;
    this.#log = log;
    this.#deadlines = deadlines;
  }

  state(): ServerState {
    return this.#state;
  }

  /** Starts the server, or ends it and starts it again. Never rejects: the state tells. */
  restart(): Promise<void> {
    return this.#queue();
  }

  /** Ends the server for good, also while it is starting. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#connection?.end();
    this.#change('stopped');
  }

  refreshCodeLenses(): void {
    this.#connection?.refreshCodeLenses();
  }

  /** A command can come before any file was opened, and so before the server was started. */
  async request<M extends keyof Requests>(
    method: M,
    params: RequestParams<M>,
  ): Promise<RequestResult<M> | Unavailable> {
    await this.ensureStarted();
    if (this.#connection === undefined) {
      return { kind: 'unavailable', detail: `it is ${this.#state}` };
    }
    const result = this.#connection.request(method, params);
    try {
      return await withDeadline(result, this.#deadlines.answer, noAnswer);
    } catch (error) {
      return { kind: 'unavailable', detail: nameOf(error) };
    }
  }

  /** Goes to a server that runs or starts; without one it is lost. */
  notify<M extends keyof Notifications>(method: M, params: Notifications[M]): void {
    this.#connection?.notify(method, params);
  }

  /**
   * Hands over files that aren't open. Resolves when the server has worked through them, however long that
   * takes; rejects without a server.
   */
  async sendFiles(files: WorkspaceFilesParams): Promise<void> {
    if (this.#connection === undefined) throw new Error('There is no language server.');
    await this.#connection.request('vpnconn/workspaceFiles', files);
  }

  /** Starts the server unless that has been done already; resolves when the first start is over. */
  async ensureStarted(): Promise<void> {
    if (this.#generation === 0 && !this.#ended) this.#firstStart = this.restart();
    await this.#firstStart;
  }

  async #replace(): Promise<void> {
    const previous = this.#connection;
    this.#connection = undefined;
    this.#generation += 1;
    await previous?.end();
    if (this.#ended) return;
    this.#change('starting');
    try {
      const connection = await this.#connect(this.#eventsOf(this.#generation));
      this.#connection = connection;
      if (this.#hasEnded()) {
        await connection.end();
        return;
      }
      await withDeadline(connection.start(), this.#deadlines.start, noAnswer);
      this.#log.info(`The language server runs: ${connection.description()}`);
      if (!this.#hasEnded()) this.#change('running');
    } catch (error) {
      this.#log.error(`The language server did not start: ${nameOf(error)}`);
      if (!this.#hasEnded()) this.#change('failed');
    }
  }

  /** A connection that has been replaced, or whose window closes, has nothing to say any more. */
  #eventsOf(generation: number): ServerEvents {
    const isCurrent = (): boolean => generation === this.#generation && !this.#ended;
    return {
      stateChanged: (state) => {
        if (isCurrent()) this.#change(state);
      },
      gaveUp: () => {
        if (isCurrent()) this.#events.gaveUp();
      },
      resourcesWanted: (places) => {
        if (isCurrent()) this.#events.resourcesWanted(places);
      },
    };
  }

  /** It may have changed during an await, which the compiler does not see. */
  #hasEnded(): boolean {
    return this.#ended;
  }

  #change(state: ServerState): void {
    this.#state = state;
    this.#events.stateChanged(state);
  }
}

/** Our own words or the kind of the error; the message of any other may quote the document. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return error.message === noAnswer ? noAnswer : error.name;
}
