// The second question before an update of a production target: the name of the connection, typed.
import type { Prompts } from '../ports/ports';
import { shortText, visibleText } from '../model/visibleText';

/** What has to be typed, and what it is. */
export interface TypedName {
  readonly expected: string;
  readonly what: 'name' | 'ID';
}

/** The connection that is asked about. */
export interface ProductionConnection {
  /** As it is called now; nothing when it has no name or may not be read. */
  readonly name: string | undefined;
  readonly connectionId: string;
  /** The target, for people. */
  readonly label: string;
}

/**
 * Asks for the connection's present name. Without one its ID has to be typed: the question never becomes
 * easier because something fails. Returns whether it was typed.
 */
export function confirmProduction(
  prompts: Prompts,
  { name, connectionId, label }: ProductionConnection,
): Promise<boolean> {
  const typed: TypedName =
    name === undefined || name.trim() === ''
      ? { expected: connectionId, what: 'ID' }
      : { expected: name, what: 'name' };
  return askForName(prompts, typed, label);
}

/** The same once for several updates: the name of the target is typed, as the settings have it. */
export async function confirmProductionBatch(
  prompts: Prompts,
  label: string,
  count: number,
): Promise<boolean> {
  const shown = shortText(visibleText(label), 80);
  const isTyped = (text: string): boolean => text.trim() === label.trim();
  const text = await prompts.ask({
    title: `Production: ${shown}`,
    prompt: `Type the name of the target, ${shown}, to apply ${count} updates`,
    input: 'visible',
    check: (typed) => (isTyped(typed) ? undefined : `This is not the name: ${shown}`),
  });
  return text !== undefined && isTyped(text);
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
