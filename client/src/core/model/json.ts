// JSON from outside. What is longer or deeper than anything the API sends isn't read at all: functions
// that walk through JSON call themselves for each level, and records have a limited size.
import type { Json } from '../../../../server/src/protocol/messages';

/** In characters. The longest answers, lists of resources, have some ten thousand. */
export const maxJsonLength = 500_000;

/** In levels of objects and lists. Answers of the API have seven. */
export const maxJsonDepth = 50;

/** The value; undefined when the text isn't JSON, or is longer or deeper than the limits. */
export function parseJson(text: string): Json | undefined {
  if (text.length > maxJsonLength || depthOf(text) > maxJsonDepth) {
    return undefined;
  }
  try {
    return JSON.parse(text) satisfies unknown as Json;
  } catch {
    return undefined;
  }
}

/** Of the brackets outside strings; only for text that is JSON does it mean anything. */
function depthOf(text: string): number {
  let [depth, max, isInString] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') {
      isInString = !isInString;
    } else if (isInString) {
      index += character === '\\' ? 1 : 0;
    } else if (character === '{' || character === '[') {
      depth += 1;
      max = Math.max(max, depth);
    } else if (character === '}' || character === ']') {
      depth -= 1;
    }
  }
  return max;
}
