// The embedded VPN API, started and stopped by command. Its code is loaded when it is first wanted.
import type { Sandbox as RunningSandbox } from '../../sandbox/startSandbox';
import type { Log, Sandbox } from '../../core/ports/ports';

/** The sandbox port, and how to start and stop it. */
export class SandboxHost implements Sandbox {
  readonly #log: Log;
  readonly #changed: () => void;
  #sandbox: RunningSandbox | undefined;
  #starting: Promise<void> | undefined;

  /** `changed` is called when it has started or stopped. */
  constructor(log: Log, changed: () => void) {
    this.#log = log;
    this.#changed = changed;
  }

  running(): ReturnType<Sandbox['running']> {
    const [first] = this.#sandbox?.credentials.accessKeys ?? [];
    if (this.#sandbox === undefined || first === undefined) return undefined;
    const { accessKey, secretKey } = first;
    return {
      endpoint: this.#sandbox.endpoint,
      credentials: { kind: 'access-key', accessKey, secretKey },
      projectId: this.#sandbox.projectId,
    };
  }

  /** Does nothing when it runs already. Rejects when no port can be had. */
  async start(): Promise<void> {
    if (this.#sandbox !== undefined) return;
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    await this.#starting;
  }

  /** Cuts its connections and frees its port. Waits for a start that is under way. */
  async stop(): Promise<void> {
    await this.#starting?.catch(() => undefined);
    const sandbox = this.#sandbox;
    this.#sandbox = undefined;
    if (sandbox === undefined) return;
    await sandbox.close();
    this.#log.info('Sandbox: stopped');
    this.#changed();
  }

  async #start(): Promise<void> {
    const { startSandbox } = await import('../../sandbox/startSandbox');
    this.#sandbox = await startSandbox({
      onRequest: ({ method, path, status, outcome, ms, requestId }) => {
        this.#log.info(
          `Sandbox: ${method} ${path} ${status ?? outcome} ${ms ?? 0} ms ${requestId}`,
        );
      },
    });
    this.#log.info(`Sandbox: listening at ${this.#sandbox.endpoint}`);
    this.#changed();
  }
}
