import { expect, test } from 'vitest';
import type { Json } from '../../../server/src/protocol/messages';
import { redactJsonObject } from '../../../client/src/core/redaction/redactJson';
import { createRedactor, mask } from '../../../client/src/core/redaction/redactor';

const redactor = createRedactor();
redactor.register('Correct-Horse/42');
redactor.registerKeys(['psk']);

test('secrets go, wherever they stand; everything else stays', () => {
  const live = {
    name: 'site Correct-Horse/42',
    PSK: { any: 'thing' },
    list: [1, true, null, 'Correct-Horse/42', { psk: 'unknown', ike_version: 'v2' }],
    'Correct-Horse/42': 0,
  };
  expect(redactJsonObject(live, redactor)).toEqual({
    name: `site ${mask}`,
    PSK: mask,
    list: [1, true, null, mask, { psk: mask, ike_version: 'v2' }],
    [mask]: 0,
  });
});

test.each([50, 51, 100_000])('an answer that is %i deep is no danger', (depth) => {
  let value: Json = 'bottom';
  for (let level = 0; level < depth; level += 1) value = [value];
  const text = JSON.stringify(redactJsonObject({ value }, redactor)['value']);
  expect(text.includes('bottom')).toBe(depth === 50);
});
