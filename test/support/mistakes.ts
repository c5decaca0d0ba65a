// Files with the mistakes that the rules know.
import fc from 'fast-check';
import { rules } from '../../server/src/service/rules';
import { exampleText } from './ruleExample';

const mistakes = rules.flatMap(({ examples }) => examples.bad.map(({ yaml }) => yaml));

/** What somebody types into a value: with quotes or without, right or wrong. */
const typed = fc.constantFrom('0123', '"3600"', 'Group14', "'V2'", '~', '@a', '!b', 'a #b', 'yes');

/** A file with the mistakes of a rule, in which one value may be another one. */
export const mistakenText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...mistakes), fc.option(fc.tuple(fc.nat(), typed)), fc.boolean())
  .map(([yaml, change, crlf]) => {
    const values = [...yaml.matchAll(/(?<=: )[^\s,{}[\]]+/g)];
    const value = change === null ? undefined : values[change[0] % Math.max(values.length, 1)];
    const changed =
      value === undefined || change === null
        ? yaml
        : yaml.slice(0, value.index) + change[1] + yaml.slice(value.index + value[0].length);
    const text = exampleText(changed);
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });
