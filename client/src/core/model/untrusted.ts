// Why nothing is sent from a workspace that is not trusted.
import { problem, type Problem } from './problem';

/** The workspace is not trusted. */
export function untrusted(): Problem {
  return problem(
    'untrusted',
    'This workspace is not trusted, so nothing is sent from it.',
    'Trust the workspace if you know where its files come from.',
    { kind: 'manage-trust' },
  );
}
