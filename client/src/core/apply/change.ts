// A change of a connection, complete.
import type { JsonObject } from '../../../../server/src/protocol/json';
import type { Login } from '../model/credentials';
import type { HttpRequest } from '../model/httpExchange';
import type { RemoteConnection } from '../model/remoteConnection';

/** A change that is ready to be sent. */
export interface Change {
  readonly request: HttpRequest;
  /** The complete body, secrets included. It is never stored. */
  readonly body: JsonObject;
  readonly credentials: Login;
  readonly connection: RemoteConnection;
  /** The response to the GET before it; absent when the connection couldn't be read. */
  readonly before?: JsonObject;
  /** Pointers into the body of values that can't be read back. */
  readonly secrets: readonly string[];
}
