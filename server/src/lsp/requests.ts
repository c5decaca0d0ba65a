// Which requests are answered, and how those that make no sense: nothing before the greeting, nothing
// behind the good-bye (LSP 3.17, "Server lifecycle"), and an error for one without the right parameters.
import { ResponseError, type CancellationToken, type MessageConnection } from 'vscode-jsonrpc';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { describe } from './guard';
import { malformedParameter } from './parameters';
import type { Log } from './runtime';

/** Answers one request. Its parameters have what `malformedParameter` looks for. */
type Handler<Params> = (params: Params, token: CancellationToken) => unknown;

/** What is done at the greeting and at the good-bye. */
export interface Lifecycle {
  readonly initialize: (params: InitializeParams) => InitializeResult;
  readonly shutdown: () => void;
}

/** All requests of one connection. */
export class Requests {
  readonly #log: Log;
  readonly #lifecycle: Lifecycle;
  readonly #handlers = new Map<string, Handler<never>>();
  #stage: 'new' | 'greeted' | 'ended' = 'new';

  constructor(connection: MessageConnection, log: Log, lifecycle: Lifecycle) {
    this.#log = log;
    this.#lifecycle = lifecycle;
    this.on('initialize', (params: InitializeParams) => this.#greet(params));
    // A handler of one method gets the token in the place of parameters that are missing, and a list of
    // parameters one by one; the handler of all methods gets what was sent.
    connection.onRequest((method: string, params: unknown, token: CancellationToken) =>
      this.#answer(method, params, token),
    );
  }

  /** Registers the handler of a method. */
  on<Params>(method: string, handler: Handler<Params>): void {
    this.#handlers.set(method, handler);
  }

  async #answer(method: string, params: unknown, token: CancellationToken): Promise<unknown> {
    const refused = this.#refusedNow(method);
    if (refused !== undefined) return refused;
    if (method === 'shutdown') return this.#sayGoodbye();
    const handler = this.#handlers.get(method);
    if (handler === undefined) return refusal('methodNotFound', 'There is no such method.');
    if (typeof params !== 'object' || params === null || Array.isArray(params))
      return refusal('invalidParams', 'The parameters must be an object.');
    const malformed = malformedParameter(method, params);
    if (malformed !== undefined)
      return refusal('invalidParams', `The parameter "${malformed}" is missing or malformed.`);
    try {
      return await handler(params as never, token);
    } catch (error) {
      this.#log.error(`${method} failed: ${describe(error)}`);
      return refusal('internalError', 'The request failed.');
    }
  }

  #refusedNow(method: string): ResponseError<never> | undefined {
    if (this.#stage === 'ended') return refusal('invalidRequest', 'The server was shut down.');
    const isGreeting = method === 'initialize';
    if (this.#stage === 'new' && !isGreeting)
      return refusal('notInitialized', 'The server was not initialized yet.');
    if (this.#stage === 'greeted' && isGreeting)
      return refusal('invalidRequest', 'The server was initialized before.');
    return undefined;
  }

  #greet(params: InitializeParams): InitializeResult {
    const result = this.#lifecycle.initialize(params);
    this.#stage = 'greeted';
    return result;
  }

  #sayGoodbye(): null {
    this.#stage = 'ended';
    this.#lifecycle.shutdown();
    return null;
  }
}

/** Error codes of JSON-RPC 2.0; the last one is of LSP. */
const codes = {
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internalError: -32603,
  notInitialized: -32002,
} as const;

function refusal(code: keyof typeof codes, message: string): ResponseError<never> {
  return new ResponseError(codes[code], message);
}
