// The name that a file gives a secret: what may be typed for it.
import { isSecretName } from '../../../../server/src/protocol/messages';

/** What is wrong with a name while it is being typed; blanks around it do not count. */
export function checkSecretName(text: string): string | undefined {
  return isSecretName(text.trim())
    ? undefined
    : 'Use letters, digits, periods, underscores and hyphens, for example the site\u2019s name.';
}
