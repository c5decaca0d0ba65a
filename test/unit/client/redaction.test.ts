import { describe, expect, test } from 'vitest';
import { planSectionWith } from '../../support/client/planSection';
import { formatJson } from '../../../client/src/core/redaction/formatJson';
import { redactedPorts } from '../../../client/src/core/redaction/redactedPorts';
import { shortText } from '../../../client/src/core/model/visibleText';
import { createRedactor, mask, minSecretLength } from '../../../client/src/core/redaction/redactor';
import { table } from '../../../server/src/service/schema/table';
import type { BackgroundWork } from '../../../client/src/core/ports/lastingPorts';
import { cancelSource } from '../../support/client/cancelSource';
import { fakeClient } from '../../support/client/fakeClient';
import { fakeConfirmation } from '../../support/client/fakeConfirmation';

const echoed = `Zq1=Aa&<b>'c"/9 xW`;

/** How the answer of a service, a page or a log repeats it, by what wrote it. */
const echoes: Readonly<Record<string, string>> = {
  'plain text': echoed,
  JSON: String.raw`Zq1=Aa&<b>'c\"/9 xW`,
  'JSON that is safe in HTML (Gson)': String.raw`Zq1\u003dAa\u0026\u003cb\u003e\u0027c\"/9 xW`,
  'the same within JSON': String.raw`Zq1\\u003dAa\\u0026\\u003cb\\u003e\\u0027c\\\"/9 xW`,
  'JSON with escaped slashes': String.raw`Zq1=Aa&<b>'c\"\/9 xW`,
  'JSON with every character escaped': Array.from(echoed)
    .map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join(''),
  JavaScript: String.raw`Zq1\x3dAa\x26\x3Cb\x3E\'c\x22/9 xW`,
  HTML: 'Zq1=Aa&amp;&lt;b&gt;&#39;c&quot;/9 xW',
  'HTML by names': 'Zq1&equals;Aa&amp;&lt;b&gt;&apos;c&quot;&sol;9 xW',
  'HTML by numbers': 'Zq1&#61;Aa&#38;&#060;b&#62;&#39;c&#34;&#47;9&#32;xW',
  'HTML by hexadecimal numbers': 'Zq1&#x3D;Aa&#x26;&#x3c;b&#X3E;&#x27;c&#x22;&#x002F;9 xW',
  'HTML escaped twice': 'Zq1=Aa&amp;amp;&amp;lt;b&amp;gt;&amp;#39;c&amp;quot;/9 xW',
  'an address': 'Zq1%3DAa%26%3Cb%3E%27c%22%2F9%20xW',
  'an address in lower case': 'Zq1%3dAa%26%3cb%3e%27c%22%2f9%20xW',
  'an address within an address': 'Zq1%253DAa%2526%253Cb%253E%2527c%2522%252F9%2520xW',
  'a form': 'Zq1%3DAa%26%3Cb%3E%27c%22%2F9+xW',
  'JSON within an address': 'Zq1%5Cu003dAa%5Cu0026%5Cu003cb%5Cu003e%5Cu0027c%5C%22%2F9%20xW',
  'quoted-printable': `Zq1=3DAa&<b>'c"/9 xW`,
  'quoted-printable in lines': `Zq1=3DAa=26<=\r\nb>'c=22/9=20xW`,
  'hexadecimal digits': '5a71313d4161263c623e2763222f39207857',
  'hexadecimal digits in upper case': '5A71313D4161263C623E2763222F39207857',
};

describe('the redactor', () => {
  test('masks overlapping secrets whole, leaving no remnant', () => {
    const { register, redact } = createRedactor();
    register('abcdef');
    register('cdefgh');
    expect(redact('x abcdefgh y abcabcdef z')).toBe(`x ${mask} y abc${mask} z`);
  });

  test('masks a secret that repeats itself whole', () => {
    const { register, redact } = createRedactor();
    register('aaaaaa');
    expect(redact('aaaaaaaaa')).toBe(mask);
  });

  test.each(['', '1', 'vpn', 'a-b', 'site!'])(
    'ignores %j, which would be masked in ordinary words',
    (value) => {
      const { register, redact, redactData } = createRedactor();
      register(value);
      const text = 'https://vpn.example.com/v5/1?a-b=site!';
      expect([redact(text), redactData(text)]).toEqual([text, text]);
    },
  );

  test('knows every secret of a length that the API accepts', () => {
    const secrets = table.allFields().filter(({ sensitive }) => sensitive);
    const shortest = Math.min(...secrets.map(({ minLength = 0 }) => minLength));
    expect(shortest).toBeGreaterThanOrEqual(minSecretLength);
    const { register, redact } = createRedactor();
    register('a'.repeat(minSecretLength));
    expect(redact('a'.repeat(minSecretLength))).toBe(mask);
  });

  test.each(Object.entries(echoes))('takes a secret out of %s', (_writer, spelled) => {
    const { register, redact, redactData } = createRedactor();
    register(echoed);
    const text = `{"error_msg":"The value ${spelled} of &amp; 100% is wrong."}`;
    expect(redact(text)).toBe(text.replace(spelled, mask));
    expect(redactData(text)).toBe(text.replace(spelled, mask));
  });

  test.each(['', 'u', 'us', 'use', 'user:'])(
    'takes a secret out of base64 in which %j is before it',
    (before) => {
      const { register, redact } = createRedactor();
      register(echoed);
      for (const encoding of ['base64', 'base64url'] as const) {
        const output = redact(Buffer.from(`${before}${echoed} and more`).toString(encoding));
        // What is left of its first and last character is less than the character.
        const left = output
          .split(mask)
          .map((part) => Buffer.from(part, encoding).toString('latin1'));
        expect(left).toHaveLength(2);
        expect(left[0]!.slice(0, before.length)).toBe(before);
        expect(left.join()).not.toMatch(/Z|W/);
      }
    },
  );

  test.each([4, 8, 16])('takes out what is left of a secret that was cut to %i', (length) => {
    const { register, redact } = createRedactor();
    register(echoed);
    expect(redact(shortText(`told: ${echoed}, and more`, 6 + length))).toBe(`told: ${mask}…`);
    expect(redact(`told: ${echoed.slice(0, length)}&am…`)).toBe(`told: ${mask}…`);
    expect(redact(`told: ${echoed.slice(0, length)} and more`)).toContain('Zq1=');
  });

  test('takes another mask when a secret consists of the usual one, and none at last', () => {
    const { register, redact } = createRedactor();
    const dots = '•'.repeat(8);
    const both = '*#'.repeat(4);
    register(dots);
    expect(redact(`a${dots}b`)).toBe('a******b');
    register(both);
    expect(redact(`a${dots}b${both}`)).toBe('a……b……');
    register('…'.repeat(8));
    expect(redact(`a${dots}b${both}c${'…'.repeat(8)}`)).toBe('abc');
  });

  test('goes on until nothing is left when there is no mask to put between', () => {
    const { register, redact } = createRedactor();
    ['•*#…••', 'abcdef'].forEach(register);
    expect(redact('abcabcdefdef')).toBe('');
  });

  test.each([
    ['{"psk":"Abcd1234","n":1}', `{"psk":"${mask}","n":1}`],
    ['{"PSK": "a\\"b", "n": 1}', `{"PSK": "${mask}", "n": 1}`],
    ['{"psk":"Abcd', `{"psk":"${mask}"`],
    ['{"psk":"a\\', `{"psk":"${mask}"`],
    ['{"psk":1234}', `{"psk":${mask}}`],
    ['"{\\"psk\\":\\"Abcd1234\\"}"', `"{\\"psk\\":\\"${mask}\\"}"`],
    ['psk: Abcd1234 # comment', `psk: ${mask} # comment`],
    ["psk: 'Ab cd'", `psk: '${mask}'`],
    ['?psk=Abcd1234&x=1', `?psk=${mask}&x=1`],
    ['"password" : "x"', `"password" : "${mask}"`],
    ['the psk is wrong', 'the psk is wrong'],
    ['mypsk: visible', 'mypsk: visible'],
    ['psk-file: visible', 'psk-file: visible'],
    ['{"psk":null}', `{"psk":${mask}}`],
    ['"psk":\n"Abcd"', `"psk":\n"${mask}"`],
    ['"psk":"a\\\nb"', `"psk":"${mask}"`],
  ])('masks by name in data: %j', (text, expected) => {
    const { registerKeys, redactData } = createRedactor();
    registerKeys(['psk']);
    expect(redactData(text)).toBe(expected);
  });

  test('leaves sentences about a key alone', () => {
    const { registerKeys, redact } = createRedactor();
    registerKeys(['psk']);
    expect(redact('psk: The value is missing')).toBe('psk: The value is missing');
  });

  test('is linear on hostile text', () => {
    const { register, registerKeys, redactData } = createRedactor();
    registerKeys(['psk']);
    const started = performance.now();
    register('Correct-Horse/42');
    const texts = [
      '\\',
      'psk ',
      'psk:"',
      '"psk":\\"',
      ' ',
      '&',
      '%25',
      '=3D',
      '…',
      'Corr…',
      '\\u005c',
    ];
    for (const text of texts) {
      redactData(text.repeat(200_000 / text.length));
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test.each([
    ['X-Auth-Token', 'abc', mask],
    ['x-security-token', 'abc', mask],
    ['X-Subject-Token', 'abc', mask],
    ['Proxy-Authorization', 'Basic abc', mask],
    ['Set-Cookie', 'a=b', mask],
    ['Authorization', 'Bearer abc', mask],
    [
      'authorization',
      'SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=0123abcd',
      `SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=${mask}`,
    ],
    ['X-Sdk-Date', '20191115T033655Z', '20191115T033655Z'],
  ])('shows the header %s: %s as %s', (name, value, expected) => {
    expect(createRedactor().redactHeader(name, value)).toBe(expected);
  });
});

describe('the ports behind the redactor', () => {
  const redactor = createRedactor();
  redactor.register('top-secret');
  redactor.registerKeys(['psk']);

  test('redact whatever is logged, as data', () => {
    const { ports, log } = fakeClient();
    const redacted = redactedPorts(ports, redactor).log;
    redacted.debug('top-secret');
    redacted.info('psk=unknown');
    redacted.warn('top-secret');
    redacted.error('{"psk":"unknown"}');
    expect(log.lines).toEqual([
      `debug ${mask}`,
      `info psk=${mask}`,
      `warn ${mask}`,
      `error {"psk":"${mask}"}`,
    ]);
  });

  test('redact whatever is shown, asked or copied', async () => {
    const confirmation = fakeConfirmation();
    const { ports, presenter, state } = fakeClient({ ports: { confirmation } });
    const redacted = redactedPorts(ports, redactor);
    await redacted.presenter.showDocument({
      kind: 'response',
      name: 'n',
      language: 'json',
      text: '{"a":"top-secret","psk":"unknown"}',
    });
    redacted.presenter.showMessage({ severity: 'error', text: 'is top-secret', actions: [] });
    await redacted.confirmation.ask({
      title: 'top-secret?',
      detail: 'psk: top-secret',
      proceed: 'Go',
      review: 'Look',
    });
    await redacted.clipboard.write('"psk":"\'"$PSK"\'" top-secret');
    expect(presenter.documents[0]?.text).toBe(`{"a":"${mask}","psk":"${mask}"}`);
    expect(presenter.messages[0]?.text).toBe(`is ${mask}`);
    expect(confirmation.questions[0]).toMatchObject({ title: `${mask}?`, detail: `psk: ${mask}` });
    expect(state.clipboard).toBe(`"psk":"'"$PSK"'" ${mask}`);
  });

  test('redact titles, names, lists, boxes and what goes on in the background', async () => {
    const asked: unknown[] = [];
    const started: BackgroundWork[] = [];
    const { ports, presenter } = fakeClient({
      ports: {
        progress: { run: (title, task) => (asked.push(title), task(cancelSource().signal)) },
        background: { start: (work) => void started.push(work) },
        prompts: {
          pick: async (...question) => void asked.push(question),
          pickSeveral: async (...question) => void asked.push(question),
          ask: async (question) => void asked.push(question, question.check('')),
        },
      },
    });
    const { prompts, progress, background, presenter: shows } = redactedPorts(ports, redactor);
    const text = 'a top-secret b';
    const choices = [{ label: text, description: text, detail: text, value: 'top-secret' }];
    await prompts.pick(text, choices);
    await prompts.pickSeveral(text, choices);
    await prompts.ask({
      title: text,
      prompt: text,
      input: 'visible',
      initial: text,
      check: () => text,
    });
    await progress.run(text, async () => undefined);
    await shows.showDocument({ kind: 'report', name: text, language: 'json', text });
    const seen = { version: 1, connectionId: 'c' };
    const source = { uri: 'file:///a', position: { line: 0, character: 0 }, seen };
    const section = planSectionWith(text, source);
    await shows.showPlan({ title: text, sections: [section] });
    shows.updatePlan({ kind: 'compared', section });
    shows.updatePlan({ kind: 'outdated', connectionId: 'c', notice: text });
    const reports: string[] = [];
    background.start({
      title: text,
      kind: 'countdown',
      decisions: [{ label: text, decide: async () => undefined }],
      run: async (watch) => watch.report(text),
    });
    for (const work of started) {
      await work.run({ report: (each) => void reports.push(each), stop: cancelSource().signal });
    }
    const clean = `a ${mask} b`;
    const listed = [{ label: clean, description: clean, detail: clean, value: 'top-secret' }];
    expect(asked).toEqual([
      [clean, listed],
      [clean, listed],
      expect.objectContaining({ title: clean, prompt: clean, initial: clean }),
      clean,
      clean,
    ]);
    expect(presenter.documents[0]).toMatchObject({ name: clean, text: clean });
    expect(presenter.plans).toEqual([{ title: clean, sections: [planSectionWith(clean, source)] }]);
    expect(presenter.planUpdates).toEqual([
      { kind: 'compared', section: planSectionWith(clean, source) },
      { kind: 'outdated', connectionId: 'c', notice: clean },
    ]);
    expect(started).toMatchObject([{ title: clean, decisions: [{ label: clean }] }]);
    expect(reports).toEqual([clean]);
  });

  test('let everything else through', async () => {
    const { ports, presenter } = fakeClient();
    const redacted = redactedPorts(ports, redactor);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
    await redacted.presenter.reveal('file:///a', range);
    expect(presenter.revealed).toEqual([{ uri: 'file:///a', range }]);
    expect(redacted.transport).toBe(ports.transport);
  });
});

describe('formatJson', () => {
  const print = (text: string): string | undefined => {
    const redactor = createRedactor();
    redactor.registerKeys(['psk']);
    return formatJson(text, { ...redactor, mask });
  };

  test('indents and keeps digits, repeated keys, their order and escapes', () => {
    const text = '{"b":12345678901234567890.10,"a":[1,{"2":"\\u0041"},[],{}],"1":true,"b":null}';
    expect(print(text)).toBe(`{
  "b": 12345678901234567890.10,
  "a": [
    1,
    {
      "2": "\\u0041"
    },
    [],
    {}
  ],
  "1": true,
  "b": null
}`);
  });

  test.each([
    ['{"psk":"x"}', `{\n  "psk": "${mask}"\n}`],
    ['{"PSK":["x",{"y":"z"}],"n":1}', `{\n  "PSK": "${mask}",\n  "n": 1\n}`],
    ['{"\\u0070sk":12}', `{\n  "\\u0070sk": "${mask}"\n}`],
  ])('masks the whole value of a sensitive key: %s', (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  test.each(['"text"', '12', 'null', ' [1] ', '{}'])('prints %s', (text) => {
    expect(JSON.parse(print(text) ?? '')).toEqual(JSON.parse(text));
  });

  test.each(['', '{', '{"a":1,}', 'x', '<html>', '{"a":1} x', "{'a':1}"])(
    'leaves what is not JSON to others: %j',
    (text) => {
      expect(print(text)).toBeUndefined();
    },
  );

  test('goes 100 levels deep and no deeper', () => {
    const deepest = '['.repeat(100) + ']'.repeat(100);
    expect(print(deepest)?.replace(/\s/g, '')).toBe(deepest);
    expect(print('['.repeat(101) + ']'.repeat(101))).toBeUndefined();
    expect(print('['.repeat(200_000) + ']'.repeat(200_000))).toBeUndefined();
  });

  test('takes 300,000 tokens and no more', () => {
    const longest = `[${'1,'.repeat(149_998)}1]`;
    expect(print(longest)?.replace(/\s/g, '')).toBe(longest);
    expect(print(`[${'1,'.repeat(149_999)}1]`)).toBeUndefined();
  });

  test('is not misled by braces in strings', () => {
    expect(print(`["${'['.repeat(200)}"]`)).toBe(`[\n  "${'['.repeat(200)}"\n]`);
  });
});
