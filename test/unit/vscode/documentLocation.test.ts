// Which document a command is about, for every way in which it can be called.
import { describe, expect, test } from 'vitest';
import {
  documentLocation,
  type ActiveEditor,
} from '../../../client/src/vscode/commands/documentLocation';

const editor: ActiveEditor = {
  document: { uri: { toString: () => 'file:///active.vpnconn.yaml' }, languageId: 'vpnconn' },
  selection: { active: { line: 7, character: 3 } },
};
const active = {
  kind: 'found',
  place: { uri: 'file:///active.vpnconn.yaml', position: { line: 7, character: 3 } },
};

describe('documentLocation', () => {
  test('takes the place that a code lens names', () => {
    const values = ['untitled:other', { line: 12, character: 0 }];
    expect(documentLocation(values, editor)).toEqual({
      kind: 'found',
      place: { uri: 'untitled:other', position: { line: 12, character: 0 } },
    });
  });

  test('takes it also when no editor is active', () => {
    expect(documentLocation(['file:///x', { line: 0, character: 0 }], undefined).kind).toBe(
      'found',
    );
  });

  test('keeps nothing of a position but line and character', () => {
    const values = ['file:///x', { line: 1, character: 2, other: 'thing' }];
    expect(documentLocation(values, undefined)).toEqual({
      kind: 'found',
      place: { uri: 'file:///x', position: { line: 1, character: 2 } },
    });
  });

  test('takes what a button or a code lens was made for', () => {
    const place = {
      uri: 'file:///x',
      position: { line: 1, character: 2 },
      seen: { version: 4, connectionId: 'c-1' },
    };
    const values = [place.uri, place.position, { ...place.seen, other: 'thing' }];
    expect(documentLocation(values, editor)).toEqual({ kind: 'found', place });
  });

  test('takes the start of the range that a quick fix names', () => {
    const range = { start: { line: 3, character: 7 }, end: { line: 3, character: 16 } };
    expect(documentLocation(['file:///x', range], editor)).toEqual({
      kind: 'found',
      place: { uri: 'file:///x', position: range.start },
    });
  });

  test.each([
    ['the palette', []],
    ['a menu, which gives an address object', [{ scheme: 'file', path: '/x' }, { groupId: 1 }]],
    ['a caller with half a place', ['file:///x']],
    ['a caller with no position', ['file:///x', { line: '1', character: 0 }]],
    ['a caller with a negative line', ['file:///x', { line: -1, character: 0 }]],
    ['a caller with a broken column', ['file:///x', { line: 1, character: 0.5 }]],
    ['a caller with null', ['file:///x', null]],
  ])('takes the cursor for %s', (_caller, values) => {
    expect(documentLocation(values, editor)).toEqual(active);
  });

  test('says what to open when nothing is', () => {
    expect(documentLocation([], undefined)).toEqual({
      kind: 'none',
      message: expect.stringContaining('.vpnconn.yaml') as string,
    });
  });

  test('says which language mode is missing', () => {
    const document = { ...editor.document, languageId: 'yaml' };
    expect(documentLocation([], { ...editor, document })).toEqual({
      kind: 'none',
      message: expect.stringContaining('language mode') as string,
    });
  });
});
