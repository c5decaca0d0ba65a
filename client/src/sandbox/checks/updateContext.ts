// What a check of an update looks at besides the update itself.
import type { Refusal } from '../http/reply';
import type { Connection, CustomerGateway, Gateway } from '../state/resources';
import type { ConnectionUpdate } from './connectionUpdate';

/** The update, and what is stored. */
export interface UpdateContext {
  readonly update: ConnectionUpdate;
  readonly stored: Connection;
  readonly gateway: Gateway;
  /** Looks up the customer gateway that the update may name. */
  readonly customerGateway: (id: string) => CustomerGateway | undefined;
}

/** One condition over several fields or over the stored state. */
export type UpdateCheck = (context: UpdateContext) => Refusal | undefined;
