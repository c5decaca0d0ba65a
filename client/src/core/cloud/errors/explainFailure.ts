// When there was no answer: why, in words that help.
import type { HttpFailure, HttpFailureCode } from '../../model/httpExchange';
import { problem, type Action, type Problem } from '../../model/problem';

const showLog: Action = { kind: 'show-log' };
const selectTarget: Action = { kind: 'select-target' };
const proxySetting: Action = { kind: 'open-setting', setting: 'http.proxy' };

/** Sentence and remedy for each failure. `{host}` and `{seconds}` are filled in. */
const texts: Readonly<
  Record<HttpFailureCode, readonly [message: string, remedy: string, ...actions: Action[]]>
> = {
  'timed-out': [
    '{host} did not answer within {seconds} seconds.',
    'Check the network and the proxy, or set a longer time-out (vpnconn.request.timeoutSeconds).',
    { kind: 'open-setting', setting: 'vpnconn.request.timeoutSeconds' },
  ],
  cancelled: ['The request was cancelled.', 'Apply again when you are ready.'],
  'host-not-found': [
    'The name {host} cannot be resolved.',
    'Check the network and the name server, and that the region exists; a cloud under another domain needs its endpoint in the settings (vpnconn.endpoint).',
    selectTarget,
  ],
  'connection-refused': [
    '{host} refuses connections.',
    'Check address and port of the target, and the firewall.',
    selectTarget,
  ],
  'host-unreachable': [
    'There is no route to {host}.',
    'Check the network, VPN and firewall of this machine.',
    showLog,
  ],
  'connection-lost': [
    'The connection to {host} broke off.',
    'Check the network and the proxy.',
    showLog,
  ],
  'certificate-untrusted': [
    'The certificate of {host} is not issued by an authority that this machine trusts.',
    "If your network inspects TLS, add its authority to the system's certificates and restart the editor. The check cannot be switched off.",
    showLog,
  ],
  'certificate-expired': [
    'The certificate of {host} is not valid at this time.',
    'Check the clock of this machine; if it is right, the certificate of the host has to be renewed.',
    showLog,
  ],
  'certificate-wrong-host': [
    'The certificate that was presented does not belong to {host}.',
    'Check the address of the target; something on the way may answer in its place.',
    selectTarget,
    showLog,
  ],
  'certificate-check-off': [
    'Nothing was sent to {host}: NODE_TLS_REJECT_UNAUTHORIZED=0 turns the check of certificates off in this editor.',
    "Remove the variable from the environment, then restart the editor. If your network inspects TLS, add its authority to the system's certificates instead.",
    showLog,
  ],
  'tls-failed': [
    'No encrypted connection to {host} came about.',
    'Check that the address is one of TLS, and which versions of TLS a proxy on the way allows.',
    showLog,
  ],
  'proxy-authentication': [
    'The proxy asks for a user name and password.',
    'Set them in the proxy setting of the editor (http.proxy).',
    proxySetting,
  ],
  'proxy-failed': [
    'The proxy did not let the request to {host} through.',
    'Check the proxy setting of the editor (http.proxy).',
    proxySetting,
    showLog,
  ],
  'proxy-unreachable': [
    'The proxy that the editor is set to use cannot be reached, so nothing got to {host}.',
    'Check the proxy setting of the editor (http.proxy) and the variables HTTPS_PROXY and NO_PROXY.',
    proxySetting,
    showLog,
  ],
  'malformed-response': [
    '{host} answered with something that is not HTTP.',
    'Check address and port of the target.',
    selectTarget,
    showLog,
  ],
  'no-token': ['IAM gave no token for {host}.', 'Sign in again.', { kind: 'sign-in' }],
  'target-changed': [
    "{host} doesn't belong to the target.",
    'Select the target again.',
    selectTarget,
  ],
  unknown: ['The request to {host} failed.', 'See the log for the reason.', showLog],
};

/**
 * Explains a failure.
 *
 * @param host as people read it
 * @param timeoutMs the time-out that was in force, in milliseconds
 */
export function explainFailure(failure: HttpFailure, host: string, timeoutMs: number): Problem {
  if (failure.obstacle !== undefined) {
    return failure.obstacle.problem;
  }
  const [message, remedy, ...actions] = texts[failure.code];
  const seconds = String(Math.round(timeoutMs / 100) / 10);
  const text = message.replace('{host}', host).replace('{seconds}', seconds);
  return problem(failure.code, text, remedy, ...actions);
}
