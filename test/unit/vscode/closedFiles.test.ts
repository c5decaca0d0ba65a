// Handing files over that are not open: what the server is told, and when.
import { describe, expect, test } from 'vitest';
import { ClosedFiles, filesInBatch } from '../../../client/src/vscode/server/closedFiles';
import type { WorkspaceFilesParams } from '../../../server/src/protocol/messages';

/** A workspace that can change, and everything that the server was told of it. */
function given(texts: Record<string, string | undefined>) {
  const told: WorkspaceFilesParams[] = [];
  const files = new ClosedFiles(
    {
      find: () => Promise.resolve(Object.keys(texts)),
      read: (uri) => Promise.resolve(texts[uri]),
    },
    (each) => told.push(each),
  );
  return { files, told, texts };
}

describe('a scan', () => {
  test('hands over every file that can be read', async () => {
    const { files, told } = given({ a: 'A', b: undefined, c: '' });
    await files.scan();
    expect(told).toEqual([
      {
        files: [
          { uri: 'a', text: 'A' },
          { uri: 'c', text: '' },
        ],
        removed: [],
      },
    ]);
  });

  test('of an empty workspace says nothing', async () => {
    const { files, told } = given({});
    await files.scan();
    expect(told).toEqual([]);
  });

  test.each([
    [filesInBatch, [filesInBatch]],
    [filesInBatch + 1, [filesInBatch, 1]],
  ])('of %i files is told in parts', async (count, parts) => {
    const texts = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`f${index}`, '']),
    );
    const { files, told } = given(texts);
    await files.scan();
    expect(told.map(({ files: part }) => part.length)).toEqual(parts);
  });

  test('once more tells everything again, and what is gone', async () => {
    const { files, told, texts } = given({ a: 'A', b: 'B' });
    await files.scan();
    delete texts['a'];
    await files.scan();
    expect(told.slice(1)).toEqual([
      { files: [], removed: ['a'] },
      { files: [{ uri: 'b', text: 'B' }], removed: [] },
    ]);
  });

  test('that a later one overtakes says nothing more', async () => {
    const { files, told } = given({ a: 'A' });
    await Promise.all([files.scan(), files.scan()]);
    expect(told).toHaveLength(1);
  });
});

describe('a change', () => {
  test('before the first scan is left to it', async () => {
    const { files, told } = given({ a: 'A' });
    await files.changed(['a']);
    expect(told).toEqual([]);
  });

  test('is handed over, and a file that cannot be read any more is taken back', async () => {
    const { files, told, texts } = given({ a: 'A', b: 'B' });
    await files.scan();
    texts['a'] = 'A2';
    texts['b'] = undefined;
    await files.changed(['a', 'b']);
    expect(told[1]).toEqual({ files: [{ uri: 'a', text: 'A2' }], removed: ['b'] });
  });
});

test('of a folder that goes everything in it goes, and nothing beside it', async () => {
  const { files, told } = given({ 'x/a': '', 'x/y/b': '', 'xy/c': '', x: '' });
  await files.scan();
  files.removedWithin('x/');
  expect(told[1]?.removed).toEqual(['x/a', 'x/y/b']);
  files.removedWithin('x');
  expect(told[2]?.removed).toEqual(['x']);
});

test('what nobody knows is not removed, and stopping takes everything back', async () => {
  const { files, told } = given({ a: 'A', b: 'B' });
  await files.scan();
  files.removed(['z']);
  files.stop();
  await files.changed(['a']);
  expect(told.slice(1)).toEqual([{ files: [], removed: ['a', 'b'] }]);
});
