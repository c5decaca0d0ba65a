// Who sent something, in the journal: enough to know one's own key, too little to use it.
import type { Login } from '../model/credentials';

/** Words without a secret; access keys are shortened, because journals get copied into tickets. */
export function actorOf(login: Login): string {
  switch (login.kind) {
    case 'access-key':
      return `access key ${shorten(login.accessKey)}`;
    case 'temporary-access-key':
      return `temporary access key ${shorten(login.accessKey)}`;
    case 'token':
      return 'a token';
    case 'password':
      return `IAM user ${login.user} of ${login.domain}`;
  }
}

function shorten(accessKey: string): string {
  return accessKey.length < 12 ? accessKey : `${accessKey.slice(0, 4)}…${accessKey.slice(-4)}`;
}
