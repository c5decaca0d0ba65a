// Text from files, names and the cloud that tries to be more than text.
import { readFileSync } from 'node:fs';

/** What each tries, and the text. */
export const outsideTexts: readonly (readonly [what: string, text: string])[] = Object.entries(
  JSON.parse(readFileSync('test/cases/outsideTexts.json', 'utf8')) as Record<string, string>,
);

/** Characters that are not seen, or that change how others are seen. */
export const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/**
 * What the editor makes a link of in notifications, in progress and below input boxes. Source:
 * `vs/base/common/linkedText.ts` of VS Code 1.99 and 1.139.
 */
export const editorLink =
  /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

/**
 * What the editor makes an icon of in lists and in the status bar. Source:
 * `vs/base/browser/ui/iconLabel/iconLabels.ts` of VS Code 1.99 and 1.139.
 */
export const editorIcon = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
