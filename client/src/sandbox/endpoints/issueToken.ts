// POST /v3/auth/tokens: a token for a user name and password, in the manner of IAM (Keystone v3).
import { isObject } from '../checks/fields';
import { readJson } from '../checks/checkUpdate';
import type { AcceptedUser } from '../auth/acceptedCredentials';
import type { IdentityState } from '../auth/authenticate';
import type { TokenScope } from '../auth/tokenStore';
import type { ApiRequest } from '../http/apiRequest';
import type { Reply } from '../http/reply';
import { errorReply, jsonReply } from '../http/reply';

/** What the endpoint needs to know of its surroundings. */
export interface TokenCall {
  readonly request: ApiRequest;
  readonly identity: IdentityState;
  readonly projectId: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly requestId: string;
}

/** The region of the demo project; as in the cloud, a region's first project has the region's name. */
export const projectName = 'eu-west-101';

/** 201 with the token in the X-Subject-Token header; 400 and 401 in IAM's error shape. */
export function issueToken(call: TokenCall): Reply {
  const json = readJson(call.request);
  const auth = json.kind === 'read' ? objectAt(json.value, 'auth') : undefined;
  const login = objectAt(objectAt(auth, 'identity'), 'password');
  const user = objectAt(login, 'user');
  const methods = objectAt(auth, 'identity')?.['methods'];
  if (user === undefined || !Array.isArray(methods) || !methods.includes('password')) {
    return refuse(
      call,
      400,
      'The request body is invalid: the password method needs auth.identity.',
    );
  }
  const known = call.identity.credentials.users.find((each) => isUser(each, user));
  if (known === undefined) return refuse(call, 401, 'The username or password is wrong.');
  const scope = readScope(auth, call.projectId);
  if (scope === undefined) return refuse(call, 401, 'The project of the scope does not exist.');
  const { token, expiresAt } = call.identity.tokens.issue(known.access, scope, call.now);
  const body = { token: describeToken(call, known, scope, expiresAt) };
  return jsonReply(201, body, { 'x-subject-token': token });
}

function isUser(known: AcceptedUser, sent: Readonly<Record<string, unknown>>): boolean {
  return (
    sent['name'] === known.name &&
    sent['password'] === known.password &&
    objectAt(sent, 'domain')?.['name'] === known.domain
  );
}

/** Without a project in the scope the token is good for the domain alone. */
function readScope(auth: unknown, projectId: string): TokenScope | undefined {
  const project = objectAt(objectAt(auth, 'scope'), 'project');
  if (project === undefined) return 'domain';
  return project['id'] === projectId || project['name'] === projectName ? 'project' : undefined;
}

function describeToken(
  call: TokenCall,
  user: AcceptedUser,
  scope: TokenScope,
  expiresAt: number,
): object {
  const domain = { id: '2f9a0b6c4d1e4b5f8a7c6d5e4f3a2b1c', name: user.domain };
  return {
    methods: ['password'],
    issued_at: new Date(call.now).toISOString(),
    expires_at: new Date(expiresAt).toISOString(),
    user: { id: '7c1d2e3f4a5b4c6d8e9f0a1b2c3d4e5f', name: user.name, domain },
    roles: [{ id: '0', name: user.access === 'full' ? 'vpn_admin' : 'readonly' }],
    ...(scope === 'project'
      ? { project: { id: call.projectId, name: projectName, domain } }
      : { domain }),
  };
}

function objectAt(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
  const found = value[key];
  return isObject(found) ? found : undefined;
}

function refuse(call: TokenCall, status: number, message: string): Reply {
  return errorReply({ status, code: String(status), message }, call.requestId, 'iam');
}
