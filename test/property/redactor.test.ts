// No registered secret survives redaction, in whatever text and spelling it turns up.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../client/src/core/redaction/formatJson';
import { shortText } from '../../client/src/core/model/visibleText';
import { createRedactor, mask, minSecretLength } from '../../client/src/core/redaction/redactor';

/** Characters that some encoding treats in its own way. */
const unit = fc.oneof(
  fc.constantFrom(...Array.from('aZ09•*#…')),
  fc.constantFrom(...Array.from('"\\/\'<>&+=%?{}:;, \n\t\u0000\u007f')),
  fc.constantFrom('é', '中', '\u{1F600}', '\u2028'),
);
const secret = fc.string({ unit, minLength: minSecretLength, maxLength: 20 });
const text = fc.string({ unit, maxLength: 20 });

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);
const gson = (value: string): string =>
  inJson(value).replace(/[<>&='\u2028]/g, (each) => `\\u${hex(each.charCodeAt(0), 4)}`);
const bytesOf = (value: string): readonly number[] => [...Buffer.from(value, 'utf8')];
const hex = (code: number, length: number): string => code.toString(16).padStart(length, '0');
const names: Readonly<Record<string, string>> = {
  ...{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos', '=': 'equals', '/': 'sol' },
  ...{ '%': 'percnt', '+': 'plus', '?': 'quest', '{': 'lcub', '}': 'rcub', ':': 'colon' },
  ...{ ';': 'semi', ',': 'comma', '*': 'ast', '#': 'num', '\\': 'bsol', '\n': 'NewLine' },
};
const inHtml = (value: string): string =>
  value.replace(/\W/gu, (each) =>
    names[each] === undefined ? `&#${each.codePointAt(0)};` : `&${names[each]};`,
  );
/** Soft line breaks wherever they may be. */
const quotedPrintable = (value: string): string =>
  bytesOf(value)
    .map((each) =>
      (each >= 33 && each <= 126 && each !== 61) || each === 32
        ? String.fromCharCode(each)
        : `=${hex(each, 2).toUpperCase()}`,
    )
    .map((each, index) => (index % 7 === 6 ? `${each}=\r\n` : each))
    .join('');

/** Encoders that write each character by itself, so that a text holds a secret as it writes the secret. */
const spellings: Readonly<Record<string, (value: string) => string>> = {
  raw: (value) => value,
  'in JSON': inJson,
  'in JSON in JSON': (value) => inJson(inJson(value)),
  'in JSON with escaped slashes': (value) => inJson(value).replaceAll('/', '\\/'),
  'in JSON of Gson': gson,
  'in JSON of Gson in JSON': (value) => inJson(gson(value)),
  'in JSON of Gson in JSON of Gson': (value) => gson(gson(value)),
  'in HTML': inHtml,
  'in HTML in HTML': (value) => inHtml(inHtml(value)),
  'in hexadecimal HTML': (value) =>
    value.replace(/\W/gu, (each) => `&#x${(each.codePointAt(0) ?? 0).toString(16)};`),
  'in a URL': encodeURIComponent,
  'in a URL in a URL': (value) => encodeURIComponent(encodeURIComponent(value)),
  'in a form': (value) => new URLSearchParams({ a: value }).toString().slice(2),
  'in hexadecimal digits': (value) => Buffer.from(value, 'utf8').toString('hex'),
};

/** Encoders of two kinds. A secret within a word could end in what looks like the start of an escape. */
const mixtures: Readonly<Record<string, (value: string) => string>> = {
  'in JSON in HTML': (value) => inHtml(inJson(value)),
  'in JSON of Gson in a URL': (value) => encodeURIComponent(gson(value)),
  'in HTML in JSON': (value) => inJson(inHtml(value)),
  'in a URL in JSON in HTML': (value) => inHtml(inJson(encodeURIComponent(value))),
};

describe.each([
  ...Object.entries(spellings).map(([name, spell]) => [name, spell, ''] as const),
  ...Object.entries(mixtures).map(([name, spell]) => [name, spell, ' '] as const),
])('a secret %s', (_name, spell, space) => {
  test('is taken out of any text', () => {
    fc.assert(
      fc.property(fc.array(secret, { minLength: 1, maxLength: 3 }), text, text, (secrets, a, b) => {
        const redactor = createRedactor();
        secrets.forEach(redactor.register);
        const input = spell([a, ...secrets.flatMap((each) => [each, b])].join(space));
        for (const output of [redactor.redact(input), redactor.redactData(input)]) {
          for (const value of secrets) {
            expect(output.includes(spell(value))).toBe(false);
            expect(output.includes(value)).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

test('a secret in quoted-printable lines is taken out', () => {
  fc.assert(
    fc.property(secret, text, text, (value, a, b) => {
      const redactor = createRedactor();
      redactor.register(value);
      const output = redactor.redact(quotedPrintable(a + value + b));
      expect(plain(output).includes(Buffer.from(value).toString('latin1'))).toBe(false);
    }),
    { numRuns: 500 },
  );
  function plain(output: string): string {
    return output
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_escape, digits: string) =>
        Buffer.from(digits, 'hex').toString('latin1'),
      );
  }
});

test.each(['base64', 'base64url'] as const)('a secret anywhere in %s is taken out', (encoding) => {
  fc.assert(
    fc.property(secret, text, text, (value, a, b) => {
      const redactor = createRedactor();
      redactor.register(value);
      const input = Buffer.from(a + value + b).toString(encoding);
      const [start, end] = [a, a + value].map((each) => (Buffer.byteLength(each) * 8) / 6);
      const decided = input.slice(Math.ceil(start!), Math.floor(end!));
      expect(redactor.redact(input).includes(decided)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('nothing of a secret is left where a text was shortened', () => {
  const marked = fc.string({
    unit: fc.constantFrom(...Array.from('QZ')),
    minLength: 6,
    maxLength: 30,
  });
  const around = fc.string({ unit: fc.constantFrom(...Array.from('ab "<&\u0000')), maxLength: 10 });
  fc.assert(
    fc.property(marked, around, around, fc.nat(50), (value, a, b, length) => {
      const redactor = createRedactor();
      redactor.register(value);
      const output = redactor.redact(shortText(a + value + b, length));
      expect(output).not.toMatch(/[QZ]{4}/);
    }),
    { numRuns: 1000 },
  );
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
      redactor.register('\uE123\uE124\uE125'.repeat(2));
      expect(redactor.redact(input)).toBe(input);
    }),
    { numRuns: 150 },
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
