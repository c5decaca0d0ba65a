// GET /v3/projects: the projects of the account, in the manner of IAM (Keystone v3).
import { jsonReply, type Reply } from '../http/reply';
import type { CloudState } from '../state/cloudState';
import { projectName } from './issueToken';

/** 200 with the one project that there is. */
export function listProjects({ projectId }: Pick<CloudState, 'projectId'>): Reply {
  const project = { id: projectId, name: projectName, enabled: true, is_domain: false };
  return jsonReply(200, { projects: [project], links: { next: null, previous: null } });
}
