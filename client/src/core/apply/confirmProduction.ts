// The second question before an update of a production target: the name of the connection, typed.
import type { Prompts } from '../ports/ports';
import { shortText } from '../model/visibleText';

/** The connection that is asked about. */
export interface ProductionConnection {
  /** Its current name; undefined when it has none or can't be read. */
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
  const expected = name === undefined || name.trim() === '' ? connectionId : name;
  const shown = shortText(expected, 80);
  return askFor(prompts, expected, {
    title: `Production target: ${shortText(label, 80)}`,
    prompt: `Type "${shown}" to apply the update`,
  });
}

/** The same once for several updates: the name of the target is typed, as it is in the settings. */
export function confirmProductionBatch(
  prompts: Prompts,
  label: string,
  count: number,
): Promise<boolean> {
  const shown = shortText(label, 80);
  return askFor(prompts, label, {
    title: `Production target: ${shown}`,
    prompt: `Type "${shown}" to apply ${count} updates`,
  });
}

/** Whether the text was typed; leaving the question means no. */
async function askFor(
  prompts: Prompts,
  expected: string,
  question: { readonly title: string; readonly prompt: string },
): Promise<boolean> {
  const isTyped = (text: string): boolean => text.trim() === expected.trim();
  const text = await prompts.ask({
    ...question,
    input: 'visible',
    check: (typed) =>
      isTyped(typed) ? undefined : `Enter "${shortText(expected, 80)}" to confirm.`,
  });
  return text !== undefined && isTyped(text);
}
