// Handing files over that are not open: what the server is given, when, and how much of it at a time.
import { describe, expect, test } from 'vitest';
import {
  ClosedFiles,
  maxBytesInBatch,
  maxFilesInBatch,
} from '../../../client/src/vscode/server/closedFiles';
import type { WorkspaceFilesParams } from '../../../server/src/protocol/messages';

/** A workspace that can change, and everything that the server was given of it. */
function given(
  texts: Record<string, string | undefined>,
  {
    sizes = {},
    send = () => Promise.resolve(),
  }: { sizes?: Record<string, number | undefined>; send?: () => Promise<void> } = {},
) {
  const told: WorkspaceFilesParams[] = [];
  const read: string[] = [];
  const files = new ClosedFiles(
    {
      find: () => Promise.resolve(Object.keys(texts)),
      size: (uri) => Promise.resolve(uri in sizes ? sizes[uri] : texts[uri]?.length),
      read: (uri) => {
        read.push(uri);
        return Promise.resolve(texts[uri]);
      },
    },
    (each) => {
      told.push(each);
      return send();
    },
  );
  return { files, told, read, texts };
}

/** A server that answers when it is told to. */
function slowServer() {
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const send = () => new Promise<void>((resolve, reject) => answers.push({ resolve, reject }));
  return { answers, send };
}

/** Everything has happened that waits for nothing from outside. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, '']));
const urisOf = ({ files }: WorkspaceFilesParams): readonly string[] => files.map(({ uri }) => uri);

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

  test('reads no file of which the size cannot be determined', async () => {
    const { files, told, read } = given({ a: 'A', pipe: 'P' }, { sizes: { pipe: undefined } });
    await files.scan();
    expect(read).toEqual(['a']);
    expect(told.map(urisOf)).toEqual([['a']]);
  });

  test('leaves out a file that cannot be read although it has a size', async () => {
    const { files, told } = given({ a: 'A', b: undefined }, { sizes: { b: 5 } });
    await files.scan();
    expect(told.map(urisOf)).toEqual([['a']]);
  });

  test.each([
    [maxFilesInBatch, [maxFilesInBatch]],
    [maxFilesInBatch + 1, [maxFilesInBatch, 1]],
  ])('of %i files is told in parts', async (count, parts) => {
    const { files, told } = given(many(count));
    await files.scan();
    expect(told.map(({ files: part }) => part.length)).toEqual(parts);
  });

  test.each<readonly [name: string, sizes: readonly number[], parts: readonly string[][]]>([
    ['fit into one batch', [maxBytesInBatch / 2, maxBytesInBatch / 2], [['a', 'b']]],
    ['do not fit into one batch', [maxBytesInBatch / 2, maxBytesInBatch / 2 + 1], [['a'], ['b']]],
    ['fill a batch each', [maxBytesInBatch, 1, maxBytesInBatch], [['a'], ['b'], ['c']]],
    ['leave room behind a large one', [1, maxBytesInBatch, 1], [['a', 'c'], ['b']]],
  ])('of files that %s', async (_name, sizes, parts) => {
    const names = ['a', 'b', 'c'].slice(0, sizes.length);
    const { files, told } = given(Object.fromEntries(names.map((name) => [name, name])), {
      sizes: Object.fromEntries(names.map((name, index) => [name, sizes[index]])),
    });
    await files.scan();
    expect(told.map(urisOf)).toEqual(parts);
  });

  test('once more tells everything again, and what is gone', async () => {
    const { files, told, texts } = given({ a: 'A', b: 'B' });
    await files.scan();
    delete texts['a'];
    await files.scan();
    expect(told.slice(1)).toEqual([{ files: [{ uri: 'b', text: 'B' }], removed: ['a'] }]);
  });

  test('that a later one overtakes says nothing more', async () => {
    const { files, told } = given({ a: 'A' });
    await Promise.all([files.scan(), files.scan()]);
    expect(told).toHaveLength(1);
  });
});

describe('while the server works on a batch', () => {
  test('nothing is sent, and nothing is read', async () => {
    const { answers, send } = slowServer();
    const { files, told, read } = given(many(maxFilesInBatch * 2 + 1), { send });
    const scanned = files.scan();
    const amounts: number[][] = [];
    for (let part = 0; part < 3; part++) {
      await settled();
      await settled();
      amounts.push([told.length, read.length]);
      answers[part]?.resolve();
    }
    await scanned;
    expect(amounts).toEqual([
      [1, maxFilesInBatch],
      [2, maxFilesInBatch * 2],
      [3, maxFilesInBatch * 2 + 1],
    ]);
  });

  test('a file that changes again and again is sent once, as it is then', async () => {
    const { answers, send } = slowServer();
    const { files, told, texts } = given({ a: 'A' }, { send });
    const scanned = files.scan();
    await settled();
    texts['a'] = 'A2';
    const changed = [files.changed(['a']), files.changed(['a'])];
    texts['a'] = 'A3';
    answers[0]?.resolve();
    await settled();
    answers[1]?.resolve();
    await Promise.all([scanned, ...changed]);
    expect(told.slice(1)).toEqual([{ files: [{ uri: 'a', text: 'A3' }], removed: [] }]);
  });

  test('a file that goes and comes back is not forgotten', async () => {
    const { answers, send } = slowServer();
    const { files, told } = given({ a: 'A' }, { send });
    const scanned = files.scan();
    await settled();
    const changes = [files.removed(['a']), files.changed(['a'])];
    answers[0]?.resolve();
    await settled();
    answers[1]?.resolve();
    await Promise.all([scanned, ...changes]);
    expect(told.slice(1).map((each) => [urisOf(each), each.removed])).toEqual([[['a'], ['a']]]);
  });

  test('and goes, nothing more is sent until the next scan', async () => {
    const { answers, send } = slowServer();
    const { files, told } = given(many(maxFilesInBatch + 1), { send });
    const scanned = files.scan();
    await settled();
    answers[0]?.reject(new Error('gone'));
    await scanned;
    expect(told).toHaveLength(1);
    const again = files.scan();
    for (let part = 1; part < 3; part++) {
      await settled();
      answers[part]?.resolve();
    }
    await again;
    expect(told.slice(1).map(({ files: part }) => part.length)).toEqual([maxFilesInBatch, 1]);
  });

  test('and goes, a scan for the next server that has begun already goes on', async () => {
    const { answers, send } = slowServer();
    const { files, told } = given({ a: 'A' }, { send });
    const scans = [files.scan()];
    await settled();
    scans.push(files.scan());
    await settled();
    answers[0]?.reject(new Error('gone'));
    await settled();
    answers[1]?.resolve();
    await Promise.all(scans);
    expect(told.map(urisOf)).toEqual([['a'], ['a']]);
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

test('a file that goes while it is read is not handed over', async () => {
  const texts: Record<string, string> = { a: 'A', b: 'B' };
  const told: WorkspaceFilesParams[] = [];
  const files: ClosedFiles = new ClosedFiles(
    {
      find: () => Promise.resolve(Object.keys(texts)),
      size: () => Promise.resolve(1),
      read: (uri) => {
        void files.removed(['a']);
        return Promise.resolve(texts[uri]);
      },
    },
    (each) => {
      told.push(each);
      return Promise.resolve();
    },
  );
  await files.scan();
  expect(told).toEqual([{ files: [{ uri: 'b', text: 'B' }], removed: ['a'] }]);
});

test('of a folder that goes everything in it goes, and nothing beside it', async () => {
  const { files, told } = given({ 'x/a': '', 'x/y/b': '', 'xy/c': '', x: '' });
  await files.scan();
  await files.removedWithin('x/');
  expect(told[1]?.removed).toEqual(['x/a', 'x/y/b']);
  await files.removedWithin('x');
  expect(told[2]?.removed).toEqual(['x']);
});

test('what nobody knows is not removed, and stopping takes everything back', async () => {
  const { files, told } = given({ a: 'A', b: 'B' });
  await files.scan();
  await files.removed(['z']);
  await files.stop();
  await files.changed(['a']);
  expect(told.slice(1)).toEqual([{ files: [], removed: ['a', 'b'] }]);
});
