// Where a field or a problem is explained: an anchor of the generated page docs/reference.md.

const page = 'https://github.com/vpnconn/vpnconn/blob/main/docs/reference.md';

/** The anchor of a problem (`tunnel/host`) or a field (`/vpn_connection/peer_subnets/*`) in the page. */
export function referenceAnchor(name: string): string {
  return name.replace(/^\//, 'field-').replaceAll('/*', '-item').replaceAll('/', '-');
}

/** The address of the explanation, for the link behind a diagnostic's code. */
export function referenceUrl(name: string): string {
  return `${page}#${referenceAnchor(name)}`;
}
