// Turns an example of a rule into a whole file.
import { head, updateText } from './updateText';

/**
 * An example is YAML as it stands below `vpn_connection:`. When it has top-level keys of its own
 * (`context:`, `vpn_connection:`), only the two identifiers are added.
 */
export function exampleText(yaml: string): string {
  return /^(?:vpn_connection|context):/m.test(yaml) ? `${head}${yaml}\n` : updateText(yaml);
}
