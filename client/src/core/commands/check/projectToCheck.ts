// The project that a command about no particular document asks for: that of the open file, of the
// sandbox, of the environment, or one that is typed.
import { readVariable } from '../../credentials/environmentVariables';
import type { Context } from '../../redaction/context';
import type { DocumentPlace } from '../../model/documentPlace';
import { currentTarget } from '../../targets/findDestination';

/** What the document under the cursor defines, as far as it is free of errors. */
export interface ProjectToCheck {
  readonly projectId?: string;
  /** The region that the file names. */
  readonly region?: string;
}

/** Variables of the SDKs, Terraform and OpenStack, in this order. */
const variables = ['HUAWEICLOUD_SDK_PROJECT_ID', 'HW_PROJECT_ID', 'OS_PROJECT_ID'] as const;

/** From the document, whatever else is wrong with it, then the sandbox and the environment. */
export async function projectToCheck(
  { server, environment, sandbox, targets, settings }: Context,
  place: DocumentPlace | undefined,
): Promise<ProjectToCheck> {
  const named =
    place === undefined
      ? undefined
      : await server.request('vpnconn/connectionOf', {
          textDocument: { uri: place.uri },
          position: place.position,
        });
  if (named?.kind === 'named') {
    const { projectId, region } = named.connection;
    return { projectId, ...(region !== undefined && { region }) };
  }
  if (currentTarget(targets, settings)?.kind === 'sandbox') {
    const known = sandbox.running()?.projectId;
    return known === undefined ? {} : { projectId: known };
  }
  const projectId = variables
    .map((name) => readVariable(environment, name))
    .find((value) => value !== undefined);
  return projectId === undefined ? {} : { projectId };
}

/** Asks for the project; undefined when the question was left. */
export async function askProject({ prompts }: Context, title: string): Promise<string | undefined> {
  const text = await prompts.ask({
    title,
    prompt: 'Project ID, as in an update file',
    input: 'visible',
    check: (typed) =>
      /^[\w-]+$/.test(typed.trim()) ? undefined : 'Use letters, digits, and hyphens.',
  });
  return text?.trim();
}
