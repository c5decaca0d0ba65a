// Comments that silence problems: what they reach, what they cannot, and what is said about them.
import { describe, expect, test } from 'vitest';
import { createSnapshot, defaultPolicy } from '../../../server/src/service';
import { problemsOf } from '../../../server/src/service/features/policy';
import { suppressionIdsAt } from '../../../server/src/service/features/suppressionIds';
import { overlapRule } from '../../../server/src/service/rules/files/overlap';
import { rules } from '../../../server/src/service/rules';
import { actionsOf } from '../../support/quickFix';
import { head, updateText } from '../../support/updateText';

/** The problems of a file as `code text`, in its order. */
function shown(text: string): readonly string[] {
  const snapshot = createSnapshot(text);
  return problemsOf(snapshot, defaultPolicy).flatMap((problems, index) =>
    problems.map(({ code, span }) => {
      const { analysis } = snapshot.documents[index]!;
      return `${code} ${analysis.text.slice(span.start, span.end)}`;
    }),
  );
}

const disabled = 'pfs: disable';
const body = (...lines: string[]): string => updateText(['ipsecpolicy:', ...lines].join('\n  '));

test('without a comment the problem is there', () => {
  expect(shown(body(disabled))).toEqual(['crypto/pfs-disabled disable']);
});

describe('a comment for the next line', () => {
  test.each([
    ['right above', ['# vpnconn-disable-next-line crypto/pfs-disabled', disabled]],
    [
      'without a blank behind the sign',
      ['#vpnconn-disable-next-line crypto/pfs-disabled', disabled],
    ],
    [
      'above another comment',
      ['# vpnconn-disable-next-line crypto/pfs-disabled', '# why: the peer cannot', disabled],
    ],
    ['above a blank line', ['# vpnconn-disable-next-line crypto/pfs-disabled', '', ' ', disabled]],
    [
      'behind a value',
      ['lifetime_seconds: 3600 # vpnconn-disable-next-line crypto/pfs-disabled', disabled],
    ],
  ])('silences it %s', (_where, lines) => {
    expect(shown(body(...lines))).toEqual([]);
  });

  test('silences several problems, separated by blanks or commas', () => {
    for (const separator of [' ', ',', ' , ', '\t'])
      expect(
        shown(
          body(
            `# vpnconn-disable-next-line crypto/weak${separator}crypto/pfs-disabled`,
            '{pfs: disable, encryption_algorithm: 3des}',
          ),
        ),
      ).toEqual([]);
  });

  test('takes a reason behind two hyphens', () => {
    for (const reason of [' -- the peer is old', ' --', '\t--\tsee crypto/weak'])
      expect(
        shown(body(`# vpnconn-disable-next-line crypto/pfs-disabled${reason}`, disabled)),
      ).toEqual([]);
    expect(shown(body('# vpnconn-disable-next-line crypto/pfs-disabled--x', disabled))).toEqual([
      'suppress/unknown crypto/pfs-disabled--x',
      'crypto/pfs-disabled disable',
    ]);
  });

  test('can be stacked', () => {
    expect(
      shown(
        body(
          '# vpnconn-disable-next-line crypto/weak',
          '# vpnconn-disable-next-line crypto/pfs-disabled',
          '{pfs: disable, encryption_algorithm: 3des}',
        ),
      ),
    ).toEqual([]);
  });

  test('reaches one line, and is unused elsewhere', () => {
    expect(
      shown(
        body('# vpnconn-disable-next-line crypto/pfs-disabled', 'lifetime_seconds: 3600', disabled),
      ),
    ).toEqual(['suppress/unused crypto/pfs-disabled', 'crypto/pfs-disabled disable']);
    expect(shown(`${updateText('name: a')}# vpnconn-disable-next-line crypto/weak`)).toEqual([
      'suppress/unused crypto/weak',
    ]);
  });

  test('does not reach into the next document', () => {
    expect(
      shown(
        `${updateText('name: a')}# vpnconn-disable-next-line schema/newer-field\n---\n${updateText('enable_hub: true')}`,
      ),
    ).toEqual(['suppress/unused schema/newer-field', 'schema/newer-field enable_hub']);
  });

  test('works with any line break', () => {
    const text = body('# vpnconn-disable-next-line crypto/pfs-disabled', disabled);
    expect(shown(text.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(shown(`\uFEFF${text}`)).toEqual([]);
  });
});

describe('a comment for the file', () => {
  test.each([
    ['at the top', `# vpnconn-disable-file crypto/pfs-disabled\n${body(disabled)}`],
    ['at the end', `${body(disabled)}# vpnconn-disable-file crypto/pfs-disabled`],
    [
      'in another document',
      `${body(disabled)}---\n${body(disabled)}---\n# vpnconn-disable-file crypto/pfs-disabled\n`,
    ],
    [
      'behind a block text',
      `x-note: |\n  text\n# vpnconn-disable-file crypto/pfs-disabled\n${body(disabled)}`,
    ],
  ])('silences it %s', (_where, text) => {
    expect(shown(text)).toEqual([]);
  });

  test('that silences nothing anywhere is unused', () => {
    expect(shown(`# vpnconn-disable-file crypto/weak\n${body(disabled)}`)).toEqual([
      'suppress/unused crypto/weak',
      'crypto/pfs-disabled disable',
    ]);
  });
});

describe('no comment', () => {
  const word = '# vpnconn-disable-file crypto/pfs-disabled';
  test.each([
    ['a double quoted text', `x-note: "${word}"`],
    ['a single quoted text', `x-note: ' ${word}'`],
    ['a quoted text over lines', `x-note: "a\n  ${word}\n  b"`],
    ['a block text', `x-note: |\n  ${word}\n  b`],
    ['a folded text', `x-note: >-\n  a\n  ${word}`],
    ['a plain text', `x-note: a${word}`],
    ['a key', `x-notes:\n  " ${word}": 1`],
  ])('is in %s', (_where, note) => {
    expect(shown(`${note}\n${body(disabled)}`)).toEqual(['crypto/pfs-disabled disable']);
  });

  test('begins right behind a value: YAML wants a blank there', () => {
    const text = `${body(disabled)}x-note: "a"# vpnconn-disable-file crypto/pfs-disabled`;
    expect(shown(text)).toEqual(['crypto/pfs-disabled disable', expect.stringMatching(/^yaml\//)]);
  });

  test('is one with other words in front', () => {
    for (const comment of [
      '# please vpnconn-disable-file crypto/pfs-disabled',
      '# eslint-disable-file crypto/pfs-disabled',
      '# vpnconn is not disabled',
    ])
      expect(shown(`${comment}\n${body(disabled)}`), comment).toEqual([
        'crypto/pfs-disabled disable',
      ]);
  });
});

describe('a comment that is meant to silence and does not', () => {
  const problem = (mark: string): readonly string[] => [
    `suppress/malformed ${mark}`,
    'crypto/pfs-disabled disable',
  ];

  test.each([
    ['no ID', 'vpnconn-disable-file', ''],
    ['no ID but a blank', 'vpnconn-disable-next-line', ' '],
    ['commas alone', 'vpnconn-disable-next-line', ' , ,'],
    ['a reason alone', 'vpnconn-disable-next-line', ' -- the peer cannot'],
    ['a line', 'vpnconn-disable-line', ' crypto/pfs-disabled'],
    ['nothing said of its reach', 'vpnconn-disable', ' crypto/pfs-disabled'],
    ['no hyphen', 'vpnconn-disable-nextline', ' crypto/pfs-disabled'],
    ['a plural', 'vpnconn-disable-files', ' crypto/pfs-disabled'],
    ['a colon', 'vpnconn-disable-next-line:', ' crypto/pfs-disabled'],
    ['no blank', 'vpnconn-disable-next-line,crypto/pfs-disabled', ''],
  ])('has %s', (_what, word, rest) => {
    expect(shown(body(`# ${word}${rest}`, disabled))).toEqual(problem(word));
    expect(shown(body(`#${word}${rest}`, disabled).replaceAll('\n', '\r\n'))).toEqual(
      problem(word),
    );
  });

  test('is reported where a document holds nothing else, and not inside a value', () => {
    expect(shown('# vpnconn-disable\n')).toEqual(['suppress/malformed vpnconn-disable']);
    expect(shown(updateText('x-note: a').replace('a\n', '"# vpnconn-disable"\n'))).not.toContain(
      'suppress/malformed vpnconn-disable',
    );
  });

  test('can be silenced and is told once', () => {
    const file = '# vpnconn-disable-file suppress/malformed\n';
    expect(shown(`${file}${updateText('# vpnconn-disable\nname: a')}`)).toEqual([]);
  });

  test('says what to write', () => {
    const messages = (comment: string): readonly string[] =>
      createSnapshot(`${comment}\n`).documents.flatMap(({ analysis }) =>
        analysis.problems.map(({ message }) => message),
      );
    expect(messages('# vpnconn-disable-next-line')).toEqual([
      'This names no problem, so it silences nothing. Write the ID of one behind `vpnconn-disable-next-line`.',
    ]);
    expect(messages('# vpnconn-disable-line crypto/weak')).toEqual([
      'This silences nothing. Write `vpnconn-disable-next-line` or `vpnconn-disable-file`, a blank and the ID of a problem.',
    ]);
  });

  test('is mended with the word that is meant most likely first', () => {
    const titles = (comment: string): readonly string[] =>
      actionsOf(updateText(`${comment}\nname: a`)).map(({ title }) => title);
    const next = 'Change to "vpnconn-disable-next-line"';
    const file = 'Change to "vpnconn-disable-file"';
    expect(titles('# vpnconn-disable-line psk/literal')).toEqual([next, file]);
    expect(titles('# vpnconn-disable-files: psk/literal')).toEqual([file, next]);
    // The ID would be lost.
    expect(titles('# vpnconn-disable-file,psk/literal')).toEqual([]);
    expect(titles('# vpnconn-disable-file')).toEqual([]);
  });
});

describe('what cannot be sent', () => {
  test.each([
    ['schema/enum', updateText('ikepolicy: {ike_version: v9}'), 'v9'],
    ['yaml/duplicate-key', updateText('name: a\nname: b'), 'name'],
    ['psk/reference', updateText('name: a\npsk: !secret'), '!secret'],
  ])('%s stays, and the comment is told so', (code, text, mark) => {
    const problems = shown(`# vpnconn-disable-file ${code}\n${text}`);
    expect(problems[0]).toBe(`suppress/unused ${code}`);
    expect(problems.slice(1)).toEqual([`${code} ${mark}`]);
  });

  test('a warning of the table can be silenced', () => {
    const text = updateText('enable_hub: true');
    expect(shown(text)).toEqual(['schema/newer-field enable_hub']);
    expect(shown(`# vpnconn-disable-file schema/newer-field\n${text}`)).toEqual([]);
  });
});

describe('in a file of several documents', () => {
  const two = `${body(
    '# vpnconn-disable-next-line crypto/pfs-disabled, crypto/weak',
    disabled,
  )}---\n${body('# vpnconn-disable-next-line crypto/pfs-disable', disabled)}`;
  const expected = [
    'suppress/unused crypto/weak',
    'suppress/unknown crypto/pfs-disable',
    'crypto/pfs-disabled disable',
  ];

  test.each([
    ['LF', two],
    ['CRLF', two.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${two}`],
    ['a document end', two.replace('---', '...\n---')],
  ])('each comment counts where it stands, with %s', (_what, text) => {
    expect(shown(text)).toEqual(expected);
  });

  test('a comment for the file is used when any document needs it, unknown or not per ID', () => {
    const file = '# vpnconn-disable-file crypto/pfs-disabled nothing/known crypto/weak';
    for (const text of [`${file}\n${two}`, `${two}${file}\n`])
      expect(shown(text).toSorted()).toEqual(
        [
          'suppress/unused crypto/weak',
          'suppress/unused crypto/weak',
          'suppress/unknown crypto/pfs-disable',
          'suppress/unknown nothing/known',
        ].toSorted(),
      );
  });
});

test('an ID that does not exist is a warning that knows a similar one', () => {
  const snapshot = createSnapshot(`# vpnconn-disable-file crypto/weka\n${updateText('name: a')}`);
  expect(problemsOf(snapshot, defaultPolicy)).toEqual([
    [
      expect.objectContaining({
        code: 'suppress/unknown',
        severity: 'warning',
        message: expect.stringContaining('`crypto/weak`'),
      }),
    ],
  ]);
});

test('a problem of the workspace can be silenced, and is not asked after where it is not known', () => {
  const text = `# vpnconn-disable-file ${overlapRule.id}\n${updateText('name: a')}`;
  const snapshot = createSnapshot(text);
  const overlap = {
    code: overlapRule.id,
    severity: overlapRule.severity,
    pointer: '',
    span: { start: text.indexOf('vpn_connection_id'), end: text.length },
    message: 'Overlap.',
  };
  const elsewhere = new Map([[0, [overlap]]]);
  expect(problemsOf(snapshot, defaultPolicy)).toEqual([[]]);
  expect(problemsOf(snapshot, defaultPolicy, elsewhere)).toEqual([[]]);
  expect(problemsOf(createSnapshot(updateText('name: a')), defaultPolicy, elsewhere)).toEqual([
    [overlap],
  ]);
});

describe('completion of IDs', () => {
  /** Items at the mark `|`, with the file around it. */
  function idsAt(marked: string): readonly string[] | undefined {
    const before = marked.slice(0, marked.indexOf('|'));
    const line = before.split('\n').length - 1;
    const character = before.length - (before.lastIndexOf('\n') + 1);
    const items = suppressionIdsAt(createSnapshot(marked.replace('|', '')), { line, character });
    return items
      ?.toSorted((a, b) => a.sortText!.localeCompare(b.sortText!))
      .map(({ label }) => label);
  }

  test('offers every ID that can be silenced, those of the target first', () => {
    const weak = 'encryption_algorithm: 3des';
    const ids = idsAt(body('# vpnconn-disable-next-line |', weak));
    expect(ids?.[0]).toBe('crypto/weak');
    expect(ids).toEqual(expect.arrayContaining(rules.map(({ id }) => id)));
    expect(ids).not.toContain('schema/enum');
    expect(idsAt(`# vpnconn-disable-file |\n${body(weak)}`)?.[0]).toBe('crypto/weak');
    const elsewhere = idsAt(`# vpnconn-disable-next-line |\n${body(weak)}`);
    expect(elsewhere?.[0]).not.toBe('crypto/weak');
    expect(elsewhere).toContain('crypto/weak');
  });

  test('works in a later document, between several IDs, and with CRLF', () => {
    const marked = `${body(disabled)}---\n${body('# vpnconn-disable-next-line crypto/weak |, psk/literal', disabled)}`;
    for (const text of [marked, marked.replaceAll('\n', '\r\n')]) {
      expect(idsAt(text)?.[0]).toBe('crypto/pfs-disabled');
      expect(idsAt(text)).not.toContain('psk/literal');
    }
    expect(idsAt(`# vpnconn-disable-file crypto/weak -- |\n${head}`)).toBeUndefined();
  });

  test('works between blanks, at any of them', () => {
    const lines = ['encryption_algorithm: 3des', disabled];
    for (const list of ['| crypto/weak', ' |crypto/weak', 'psk/literal | psk/cut', '| -- why']) {
      const ids = idsAt(body(`# vpnconn-disable-next-line ${list}`, ...lines));
      expect(ids, list).toContain('crypto/pfs-disabled');
    }
    expect(idsAt(body('# vpnconn-disable-next-line | crypto/weak', ...lines))).not.toContain(
      'crypto/weak',
    );
  });

  test('what another comment silences already is no news', () => {
    const line = '{pfs: disable, encryption_algorithm: 3des}';
    const stacked = (above: string): string | undefined =>
      idsAt(body(above, '# vpnconn-disable-next-line |', line))?.[0];
    expect(stacked('# none')).toBe('crypto/pfs-disabled');
    expect(stacked('# vpnconn-disable-next-line crypto/pfs-disabled')).toBe('crypto/weak');
    expect(stacked('# vpnconn-disable-file crypto/pfs-disabled')).toBe('crypto/weak');
    const inFile = `# vpnconn-disable-file |\n${body('# vpnconn-disable-next-line crypto/pfs-disabled', line)}`;
    expect(idsAt(inFile)?.[0]).toBe('crypto/weak');
    const own = body('# vpnconn-disable-next-line |crypto/pfs-disabled', disabled);
    expect(idsAt(own)?.[0]).toBe('crypto/pfs-disabled');
  });

  test('leaves out what is named, and replaces the word at the cursor', () => {
    const marked = `# vpnconn-disable-file crypto/weak,psk/li|teral\n${head}`;
    expect(idsAt(marked)).not.toContain('crypto/weak');
    const [item] =
      suppressionIdsAt(createSnapshot(marked.replace('|', '')), { line: 0, character: 43 }) ?? [];
    expect(item?.textEdit).toMatchObject({
      range: { start: { line: 0, character: 35 }, end: { line: 0, character: 46 } },
    });
  });

  test.each([
    '# vpnconn-dis|able-file crypto/weak',
    '# vpnconn-disable-file|',
    '# vpnconn-disable-file| crypto/weak',
    '# vpnconn-disable-file| -- why',
    '# vpnconn-disable-line |',
    'name: |',
    'x-note: "# vpnconn-disable-file |"',
    '# vpnconn-disable-file crypto/weak\n|',
  ])('is silent at %j', (marked) => {
    expect(idsAt(marked)).toBeUndefined();
  });
});
