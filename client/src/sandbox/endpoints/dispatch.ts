// From a complete request to an answer: route, caller, project, endpoint.
import type { IdentityState } from '../auth/authenticate';
import { authenticate } from '../auth/authenticate';
import type { ApiRequest } from '../http/apiRequest';
import type { Refusal, Reply } from '../http/reply';
import { errorReply, resourceNotFound } from '../http/reply';
import type { LoggedRequest } from '../requestLog';
import type { CloudState } from '../state/cloudState';
import { issueToken } from './issueToken';
import { listProjects } from './listProjects';
import { findRoute } from './routes';

/** One request and the moment at which it is judged. */
export interface Dispatch {
  readonly request: ApiRequest;
  readonly state: CloudState;
  readonly identity: IdentityState;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly requestId: string;
}

/** The answer, and how the caller was authenticated. */
export interface Dispatched {
  readonly reply: Reply;
  readonly authenticated: LoggedRequest['authenticated'];
}

/** Carries the request out. */
export function dispatch(job: Dispatch): Dispatched {
  const { request, state, identity, now, requestId } = job;
  const refuse = (refusal: Refusal) => errorReply(refusal, requestId, 'gateway');
  const route = findRoute(request);
  if (route.kind === 'nowhere') return { reply: refuse(noSuchApi), authenticated: 'none' };
  if (route.kind === 'issue-token') {
    const reply = issueToken({ request, identity, projectId: state.projectId, now, requestId });
    return { reply, authenticated: reply.status === 201 ? 'password' : 'refused' };
  }
  const caller = authenticate(request, identity, now);
  if (caller.kind === 'refused') return { reply: refuse(caller.refusal), authenticated: 'refused' };
  const authenticated = caller.by;
  if (route.kind === 'list-projects') return { reply: listProjects(state), authenticated };
  if (route.projectId !== state.projectId) {
    return { reply: refuse(resourceNotFound('project')), authenticated };
  }
  if (caller.access === 'read-only' && route.changes !== 'nothing') {
    return { reply: refuse(updateNotAllowed), authenticated };
  }
  const call = { request, id: route.id, state, now, requestId };
  return { reply: route.endpoint(call), authenticated };
}

/** Who is calling, for a request that is not to be carried out. */
export function identify(job: Dispatch): LoggedRequest['authenticated'] {
  const { kind } = findRoute(job.request);
  if (kind === 'nowhere' || kind === 'issue-token') return 'none';
  const caller = authenticate(job.request, job.identity, job.now);
  return caller.kind === 'accepted' ? caller.by : 'refused';
}

const noSuchApi: Refusal = {
  status: 404,
  code: 'APIGW.0101',
  message: 'The API does not exist or has not been published in the environment',
};

const updateNotAllowed: Refusal = {
  status: 403,
  code: 'VPN.0007',
  message: "not authorized: policy doesn't allow vpn:vpnConnections:update to be performed",
};
