// The port that tells how requests travel, without sending any.
import type { HttpFailureCode } from '../model/httpExchange';
import type { CancelSignal } from './cancelSignal';

/** The way to a host; for *Test Cloud Connection* alone, nothing is sent by it. */
export interface Route {
  proxyFor(origin: string): ProxyFinding;
  /** Opens a checked TLS connection, reads the certificates and closes it. */
  inspectTls(
    origin: string,
    limits: { readonly timeoutMs: number; readonly cancel: CancelSignal },
  ): Promise<TlsInspection>;
}

/** Which proxy is taken. `system`: nothing here names one, and the system may. */
export type ProxyFinding =
  | { readonly kind: 'proxy'; readonly address: string; readonly source: string }
  | { readonly kind: 'direct'; readonly why: string }
  | { readonly kind: 'system' };

/** What a host showed; `failure` when the connection was refused or did not come about. */
export interface TlsInspection {
  /** That of the host first, its issuers after it; empty when none could be read. */
  readonly certificates: readonly Certificate[];
  readonly failure?: HttpFailureCode;
}

/** One certificate, as people name it. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string;
}
