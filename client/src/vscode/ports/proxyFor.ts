// Which proxy the editor takes for an address, as its settings and the environment say it. The editor
// decides by itself for each request; this tells people what it goes by.
import type { Environment } from '../../core/ports/ports';
import type { ProxyFinding } from '../../core/ports/route';

/** Values of `http.proxySupport`, `http.proxy` and `http.noProxy`, which may be anything. */
export interface ProxySettings {
  readonly support: unknown;
  readonly proxy: unknown;
  readonly noProxy: unknown;
  readonly environment: Environment;
}

/** This machine is never reached through a proxy. */
export function proxyFor(origin: string, settings: ProxySettings): ProxyFinding {
  const { protocol, hostname } = new URL(origin);
  if (/^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname)) {
    return { kind: 'direct', why: 'the host is this machine' };
  }
  if (settings.support === 'off') {
    return { kind: 'direct', why: 'the setting http.proxySupport is off' };
  }
  const exempt = [...listOf(settings.noProxy), ...namesIn(variable(settings, 'NO_PROXY')?.value)];
  if (exempt.some((pattern) => matches(hostname, pattern))) {
    return { kind: 'direct', why: 'http.noProxy or NO_PROXY names the host' };
  }
  if (typeof settings.proxy === 'string' && settings.proxy.trim() !== '') {
    return named(settings.proxy, 'setting http.proxy');
  }
  const found =
    (protocol === 'https:' ? variable(settings, 'HTTPS_PROXY') : undefined) ??
    variable(settings, protocol === 'https:' ? 'ALL_PROXY' : 'HTTP_PROXY');
  return found === undefined
    ? { kind: 'system' }
    : named(found.value, `environment variable ${found.name}`);
}

/** Either spelling of a variable. */
function variable(
  { environment }: ProxySettings,
  name: string,
): { readonly name: string; readonly value: string } | undefined {
  return [name, name.toLowerCase()]
    .map((each) => ({ name: each, value: environment.get(each)?.trim() ?? '' }))
    .find(({ value }) => value !== '');
}

/** The address without user name and password. */
function named(address: string, source: string): ProxyFinding {
  try {
    const { protocol, host } = new URL(address.includes('://') ? address : `http://${address}`);
    return { kind: 'proxy', address: `${protocol}//${host}`, source };
  } catch {
    return { kind: 'proxy', address: '(not an address)', source };
  }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function namesIn(text = ''): readonly string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** `example.com` and `.example.com` mean the host and what is below it; `*` means every host. */
function matches(host: string, pattern: string): boolean {
  const suffix = pattern
    .toLowerCase()
    .replace(/^\*?\.?/, '')
    .replace(/:\d+$/, '');
  return pattern === '*' || (suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`)));
}
