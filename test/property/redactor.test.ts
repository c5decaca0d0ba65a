// No registered secret survives redaction, in whatever text and spelling it turns up.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../client/src/core/redaction/formatJson';
import { createRedactor, mask } from '../../client/src/core/redaction/redactor';

/** Characters that some encoding treats in its own way. */
const unit = fc.oneof(
  fc.constantFrom(...Array.from('aZ09•*#…')),
  fc.constantFrom(...Array.from('"\\/\'<>&+=%?{}:;, \n\t\u0000\u007f')),
  fc.constantFrom('é', '中', '\u{1F600}', '\u2028'),
);
const secret = fc.string({ unit, minLength: 1, maxLength: 12 });
const text = fc.string({ unit, maxLength: 20 });

const base64 = (value: string): string => Buffer.from(value, 'utf8').toString('base64');
const spellings: Readonly<Record<string, (value: string) => string>> = {
  raw: (value) => value,
  'in JSON': (value) => JSON.stringify(value).slice(1, -1),
  'in JSON in JSON': (value) => JSON.stringify(JSON.stringify(value)).slice(3, -3),
  'in JSON with escaped slashes': (value) =>
    JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'),
  'in a URL': encodeURIComponent,
  'in a form': (value) => new URLSearchParams({ a: value }).toString().slice(2),
  'in base64': base64,
  'in base64url': (value) => Buffer.from(value, 'utf8').toString('base64url'),
};

describe.each(Object.entries(spellings))('a secret %s', (_name, spell) => {
  test('is taken out of any text', () => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), text, text, (secrets, a, b) => {
        const redactor = createRedactor();
        secrets.forEach(redactor.register);
        const input = a + secrets.map(spell).join(b) + b;
        for (const output of [redactor.redact(input), redactor.redactData(input)]) {
          for (const value of secrets) {
            expect(output.includes(spell(value))).toBe(false);
            expect(output.includes(value)).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a secret in a JSON document', () => {
  test('is in no decoded string, key or value, however it was escaped', () => {
    const escape = (value: string): string =>
      `"${Array.from({ length: value.length }, (_, at) => `\\u${value.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`;
    fc.assert(
      fc.property(secret, text, (value, before) => {
        const redactor = createRedactor();
        redactor.register(value);
        const source = `{${escape(before + value)}:[${escape(value + before)},{"x":${JSON.stringify(value)}}]}`;
        const output = formatJson(source, { ...redactor, mask }) ?? source;
        expect(strings(JSON.parse(output)).some((found) => found.includes(value))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('formatting changes nothing else', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (source) => {
        const output = formatJson(source, { ...createRedactor(), mask });
        expect(JSON.parse(output ?? '')).toEqual(JSON.parse(source));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a value behind a sensitive key', () => {
  test('is masked in JSON, also when the text is cut anywhere', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('Zz9"\\ \n,}:{')),
          minLength: 6,
          maxLength: 30,
        }),
        fc.nat(60),
        (value, cut) => {
          const redactor = createRedactor();
          redactor.registerKeys(['psk']);
          const marked = `Q7${value}Q7`;
          const source = JSON.stringify({ name: 'site', psk: marked, z: 1 });
          const output = redactor.redactData(source.slice(0, Math.max(source.length - cut, 0)));
          expect(output).not.toContain('Q7');
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('text without secrets is left as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (input) => {
      const redactor = createRedactor();
      redactor.register('\uE123\uE124\uE125');
      expect(redactor.redact(input)).toBe(input);
    }),
    { numRuns: 300 },
  );
});

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(strings);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => [key, ...strings(child)])
    : [];
}
