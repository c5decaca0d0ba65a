// Reads the certificates that a host shows. Nothing is sent, and the check of the platform stays on:
// the chain is read at the end of the handshake, before the platform refuses it.
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { Certificate, Route } from '../core/ports/route';
import { failureOf } from './failureOf';

/** A chain is never longer; one that refers to itself ends before. */
const longestChain = 10;

/** Connects directly, without a proxy. Resolves in any case, at the latest when the time is over. */
export const inspectTls: Route['inspectTls'] = (origin, { timeoutMs, cancel }) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(origin);
    const host = hostname.replace(/^\[|\]$/g, '');
    const socket = connect({ host, port: Number(port || 443), servername: serverName(host) });
    let certificates: readonly Certificate[] = [];
    let unsubscribe = (): void => undefined;
    const end = (failure: ReturnType<typeof failureOf>['code'] | undefined): void => {
      clearTimeout(timer);
      unsubscribe();
      socket.destroy();
      resolve({ certificates, ...(failure !== undefined && { failure }) });
    };
    const timer = setTimeout(() => end('timed-out'), timeoutMs);
    socket.prependListener('secure', () => {
      certificates = chainOf(socket);
    });
    socket.once('secureConnect', () => end(undefined));
    socket.on('error', (error) => end(failureOf(error, 'connecting').code));
    unsubscribe = cancel.onCancel(() => end('cancelled'));
  });

/** An address is no name, and the protocol forbids to send one as such. */
function serverName(host: string): string {
  return /^[\d.]+$|:/.test(host) ? '' : host;
}

function chainOf(socket: TLSSocket): readonly Certificate[] {
  const chain: Certificate[] = [];
  const seen = new Set<string>();
  let next: Partial<DetailedPeerCertificate> | undefined = socket.getPeerCertificate(true);
  // A host without a certificate has an object without members.
  while (next?.fingerprint256 !== undefined && chain.length < longestChain) {
    if (seen.has(next.fingerprint256)) {
      break;
    }
    seen.add(next.fingerprint256);
    chain.push({
      subject: nameOf(next.subject),
      issuer: nameOf(next.issuer),
      validFrom: next.valid_from ?? '?',
      validTo: next.valid_to ?? '?',
    });
    next = next.issuerCertificate;
  }
  return chain;
}

/** The common name, else the organisation; either may be a list. */
function nameOf(name: { readonly CN?: unknown; readonly O?: unknown } | undefined): string {
  const found = [name?.CN, name?.O].flat().find((part) => typeof part === 'string');
  return found ?? '(without a name)';
}
