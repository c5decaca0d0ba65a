// The project that *Check Connection to Cloud* asks for: that of the file, of the environment, or one
// that is typed.
import { readVariable } from '../auth/environmentVariables';
import type { Context } from '../context';
import type { DocumentPlace } from '../documentPlace';

/** What the document under the cursor says, as far as it is free of errors. */
export interface ProjectToCheck {
  readonly projectId?: string;
  /** The region that the file names. */
  readonly region?: string;
}

/** Variables of the SDKs, Terraform and OpenStack, in this order. */
const variables = ['HUAWEICLOUD_SDK_PROJECT_ID', 'HW_PROJECT_ID', 'OS_PROJECT_ID'] as const;

/** Looks into the document and the environment. */
export async function projectToCheck(
  { server, environment }: Context,
  place: DocumentPlace | undefined,
): Promise<ProjectToCheck> {
  const prepared =
    place === undefined ? undefined : await server.prepareUpdate(place.uri, place.position);
  if (prepared?.kind === 'ready') {
    const { projectId, region } = prepared.update;
    return { projectId, ...(region !== undefined && { region }) };
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
    prompt: 'Project ID to check the access with, as in an update file',
    input: 'visible',
    check: (typed) =>
      /^[\w-]+$/.test(typed.trim()) ? undefined : 'Enter letters, digits and hyphens.',
  });
  return text?.trim();
}
