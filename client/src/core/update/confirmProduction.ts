// The second question before an update of a production target: the name of the connection, typed.
import type { Login } from '../auth/credentials';
import type { Context } from '../context';
import type { HttpRequest, HttpResult } from '../httpExchange';
import { readBackTimeoutMs } from '../limits';
import type { Prompts } from '../ports';
import { problem, type Problem } from '../problem';
import { readRequest } from '../request/buildRequest';
import { valueAt } from '../request/jsonPointer';
import { explainResponse } from '../response/explainResponse';
import { shortText, visibleText } from '../visibleText';
import { heldObject } from './heldObject';
import { sendRequest } from './sendRequest';

/** `refused`: the credentials are not accepted, so nothing else is tried with them. */
export type ProductionAnswer =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** What has to be typed, and what it is. */
export interface TypedName {
  readonly expected: string;
  readonly what: 'name' | 'ID';
}

/** The update that is asked about. */
export interface ProductionUpdate {
  /** The update's own request; it is not sent here. */
  readonly request: HttpRequest;
  readonly credentials: Login;
  readonly projectId: string;
  readonly connectionId: string;
  /** The target, for people. */
  readonly label: string;
}

/**
 * Reads the connection's present name and asks for it. When the name cannot be read, its ID has to be
 * typed: the question never becomes easier because something fails.
 */
export async function confirmProduction(
  context: Context,
  update: ProductionUpdate,
): Promise<ProductionAnswer> {
  const result = await context.progress.run('Reading the name of the connection', (cancel) =>
    sendRequest(context, readRequest(update.request), {
      credentials: update.credentials,
      projectId: update.projectId,
      timeoutMs: readBackTimeoutMs,
      cancel,
    }),
  );
  if (result.kind === 'failure' && result.code === 'cancelled') {
    return { kind: 'declined' };
  }
  if (result.kind === 'failure' && result.problem !== undefined) {
    return { kind: 'refused', problem: result.problem };
  }
  if (result.kind === 'response' && result.status === 401) {
    const { meaning, remedy, actions } = explainResponse(
      result,
      readRequest(update.request),
    ).advice;
    const refused = problem('credentials-refused', `${meaning} Nothing was sent.`, remedy);
    return { kind: 'refused', problem: { ...refused, actions: actions ?? [] } };
  }
  return confirmByTyping(context, update, heldName(result));
}

/** Asks for the name, or for the ID when there is none. */
export async function confirmByTyping(
  context: Context,
  update: Pick<ProductionUpdate, 'connectionId' | 'label'>,
  name: string | undefined,
): Promise<ProductionAnswer> {
  const typed: TypedName =
    name === undefined
      ? { expected: update.connectionId, what: 'ID' }
      : { expected: name, what: 'name' };
  const isTyped = await askForName(context.prompts, typed, update.label);
  return { kind: isTyped ? 'confirmed' : 'declined' };
}

/** Whether the name was typed; leaving the question means no. */
export async function askForName(
  prompts: Prompts,
  { expected, what }: TypedName,
  label: string,
): Promise<boolean> {
  const shown = shortText(visibleText(expected), 80);
  const text = await prompts.ask({
    title: `Production: ${label}`,
    prompt: `Type the ${what} of the connection, ${shown}, to apply the update`,
    input: 'visible',
    check: (typed) =>
      typed.trim() === expected.trim() ? undefined : `This is not the ${what}: ${shown}`,
  });
  return text?.trim() === expected.trim();
}

/** The answer has one member with a name, the connection; a blank name asks for nothing. */
function heldName(result: HttpResult): string | undefined {
  const body = heldObject(result) ?? {};
  const names = Object.keys(body).map((member) => valueAt(body, `/${member}/name`));
  return names.filter((name) => typeof name === 'string').find((name) => name.trim() !== '');
}
