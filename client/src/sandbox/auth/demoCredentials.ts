// Credentials of the sandbox. They are published in its documentation, open nothing but a server on
// the loopback interface, and say so in their own text.
import type { AcceptedCredentials } from './acceptedCredentials';

/** One set of each kind, by name. */
export const demoCredentials = {
  accessKey: {
    accessKey: 'SANDBOXDEMOACCESSKEY',
    secretKey: 'sandbox-demo-secret-key-not-a-secret-001',
    access: 'full',
  },
  temporaryAccessKey: {
    accessKey: 'SANDBOXTEMPACCESSKEY',
    secretKey: 'sandbox-temp-secret-key-not-a-secret-002',
    securityToken: 'sandbox-demo-security-token-not-a-secret',
    access: 'full',
  },
  readOnlyAccessKey: {
    accessKey: 'SANDBOXREADACCESSKEY',
    secretKey: 'sandbox-read-secret-key-not-a-secret-003',
    access: 'read-only',
  },
  token: { token: 'sandbox-demo-token-not-a-secret', access: 'full' },
  expiredToken: { token: 'sandbox-expired-token-not-a-secret', expiresAt: 0, access: 'full' },
  user: {
    name: 'sandbox-user',
    password: 'sandbox-Password-1',
    domain: 'sandbox-domain',
    access: 'full',
  },
} as const;

/** All of them, the default of the sandbox. */
export const demoAcceptedCredentials: AcceptedCredentials = {
  accessKeys: [
    demoCredentials.accessKey,
    demoCredentials.temporaryAccessKey,
    demoCredentials.readOnlyAccessKey,
  ],
  tokens: [demoCredentials.token, demoCredentials.expiredToken],
  users: [demoCredentials.user],
};
