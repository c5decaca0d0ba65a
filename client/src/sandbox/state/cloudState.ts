// What the sandbox holds in memory, and the only place that changes it.
import { createHash, randomBytes } from 'node:crypto';
import type { ConnectionUpdate } from '../checks/connectionUpdate';
import { updateLogLines } from './connectionLog';
import { mergeUpdate } from './mergeUpdate';
import type {
  Connection,
  ConnectionStatus,
  CustomerGateway,
  Gateway,
  Seeds,
  SettledStatus,
} from './resources';

/** The project's resources. Times in milliseconds since 1970. */
export class CloudState {
  readonly projectId: string;
  readonly gateways: readonly Gateway[];
  readonly customerGateways: readonly CustomerGateway[];
  readonly #seeds: Seeds;
  readonly #settleMs: number;
  readonly #connections = new Map<string, Connection>();
  readonly #pskDigests = new Map<string, string>();
  readonly #salt = randomBytes(16);

  /** `settleMs` is how long a changed connection stays in PENDING_UPDATE. */
  constructor(seeds: Seeds, settleMs: number) {
    this.#seeds = seeds;
    this.#settleMs = settleMs;
    this.projectId = seeds.projectId;
    this.gateways = seeds.gateways;
    this.customerGateways = seeds.customerGateways;
    this.reset();
  }

  get connections(): readonly Connection[] {
    return [...this.#connections.values()];
  }

  connection(id: string): Connection | undefined {
    return this.#connections.get(id);
  }

  gateway(id: string): Gateway | undefined {
    return this.gateways.find((gateway) => gateway.id === id);
  }

  customerGateway(id: string): CustomerGateway | undefined {
    return this.customerGateways.find((gateway) => gateway.id === id);
  }

  /** Applies a checked update and starts the time in PENDING_UPDATE. Returns the new state. */
  apply(connection: Connection, update: ConnectionUpdate, now: number): Connection {
    const settlesAt = now + this.#settleMs;
    const { psk, ...visible } = update;
    const changed: Connection = {
      ...mergeUpdate(connection, visible),
      updated_at: new Date(now).toISOString(),
      settlesAt,
      log: [...connection.log, ...updateLogLines(connection, now, settlesAt)],
    };
    this.#connections.set(changed.id, changed);
    if (psk !== undefined) this.#pskDigests.set(changed.id, this.#digest(psk));
    return changed;
  }

  /** Decides how a connection rests from now on, and at the end of an update that is under way. */
  settleAs(id: string, status: SettledStatus): 'done' | 'unknown-connection' {
    const connection = this.#connections.get(id);
    if (connection === undefined) return 'unknown-connection';
    this.#connections.set(id, { ...connection, status });
    return 'done';
  }

  /** Whether the last update of the connection's key set exactly this one. Keys are kept hashed. */
  preSharedKeyIs(id: string, psk: string): boolean {
    return this.#pskDigests.get(id) === this.#digest(psk);
  }

  /** Back to the seeds. */
  reset(): void {
    this.#pskDigests.clear();
    this.#connections.clear();
    for (const connection of this.#seeds.connections) {
      this.#connections.set(connection.id, connection);
    }
  }

  #digest(psk: string): string {
    return createHash('sha256').update(this.#salt).update(psk).digest('hex');
  }
}

/** The status at a moment: computed when asked, so that no timer has to run. */
export function statusAt(connection: Connection, now: number): ConnectionStatus {
  return now < connection.settlesAt ? 'PENDING_UPDATE' : connection.status;
}
