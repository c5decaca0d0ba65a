// A line that somebody is still typing, anywhere in a valid file: the other lines keep their completion,
// their hovers and their problems, and the line is one problem at the most.
import fc from 'fast-check';
import type { MarkupContent, Position } from 'vscode-languageserver-types';
import { expect, test } from 'vitest';
import { createSnapshot, diagnostics, hover, type Snapshot } from '../../server/src/service';
import { walk, type DataNode } from '../../server/src/service/document/node';
import { parseYaml } from '../../server/src/service/document/parseYaml';
import { complete } from '../../server/src/service/features/completion';
import { table } from '../../server/src/service/schema/table';
import { positionInFile } from '../../server/src/service/snapshot';
import { aboutMissing } from '../support/aboutMissing';
import { runs, validTexts } from '../support/mutations';

const unfinishedLines = [
  'na',
  'na # c',
  '"na"',
  "'na'",
  'name site',
  'ikepolicy',
  'context',
  '192',
  '-',
  '- source 10.0',
  '!',
  '&',
  'name: "site',
  '"na',
  'peer_subnets: [10.0.0.0/8',
  '[na',
];

/** A line at a place of a file. */
interface Insertion {
  readonly lines: readonly string[];
  /** The number of the line that it is put in front of. */
  readonly at: number;
  readonly indent: number;
  readonly content: string;
}

/** A place where nothing can be promised, and why. */
interface Exception {
  readonly why: string;
  readonly holds: (insertion: Insertion, around: Neighbours) => boolean;
}

/** The nearest lines that hold something. */
interface Neighbours {
  readonly above: string;
  readonly below: string;
  readonly isBehindComment: boolean;
  readonly isInValue: boolean;
}

const exceptions: readonly Exception[] = [
  {
    why: 'Inside a value of several lines it is a part of that value.',
    holds: (_, { isInValue }) => isInValue,
  },
  {
    why: 'Deeper than a plain text right above it goes on with that text: no mistake for YAML.',
    holds: ({ indent }, { above, isBehindComment }) =>
      !isBehindComment && indent > keyColumn(above) && /[:-] +[^\s"'[{|>#][^#]*$/.test(above),
  },
  {
    why: 'A key with its colon that is deeper than one with a value: which of the two is meant?',
    holds: ({ indent, content }, { above }) =>
      content.includes(': ') && indent > keyColumn(above) && !awaitsValue(above),
  },
  {
    why: 'Of two entries that do not line up, either may be the one that was meant to.',
    holds: ({ indent, content }, { above, below }) =>
      content.startsWith('- ') &&
      awaitsValue(above) &&
      indent > indentOf(below) &&
      /^ *- +[^:]*$/.test(below),
  },
  {
    why: 'What stands in an anchored block is read once more where that block is merged.',
    holds: ({ lines, at, indent }) =>
      indent > 0 &&
      lines
        .slice(0, at)
        .findLast((line) => /^\S/.test(line))
        ?.includes('&') === true,
  },
  {
    why: 'A word right above deeper lines is a key without its colon, and they are its block.',
    holds: ({ indent, content }, { above, below }) =>
      /^["'a-z]+\w["']?(?: #.*)?$/.test(content) &&
      indentOf(below) > indent &&
      !(awaitsValue(above) && keyColumn(above) === indent),
  },
  {
    why: 'A dash right above deeper lines makes an item of them: no mistake for YAML.',
    holds: ({ indent, content }, { below }) => content.startsWith('-') && indentOf(below) > indent,
  },
];

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Where the key or text behind the dashes of a line begins. */
function keyColumn(line: string): number {
  return /^ *(?:- +(?=.*: ))*/.exec(line)?.[0].length ?? 0;
}

function awaitsValue(line: string): boolean {
  return /(?:^ *-|:(?: +&\S+)?)(?: +#.*)?$/.test(line);
}

function neighboursOf({ lines, at }: Insertion): Neighbours {
  const isContent = (line: string): boolean => /^\s*[^\s#]/.test(line);
  const before = lines.slice(0, at);
  const start = before.findLastIndex(isContent);
  return {
    above: start < 0 ? '' : (lines[start] ?? ''),
    below: lines.slice(at).find(isContent) ?? '',
    isBehindComment: before.slice(start + 1).some((line) => line.includes('#')),
    isInValue: valuesOf(createSnapshot(lines.join('\n'))).some(
      ({ start, end }) => start.line < at && at <= end.line,
    ),
  };
}

/** Where the values of a file stand that are one value for a reader: scalars and brackets. */
function valuesOf({ documents }: Snapshot): readonly { start: Position; end: Position }[] {
  return documents.flatMap((document) =>
    nodesOf(document.analysis.root)
      .filter((node) => node.kind === 'scalar' || node.flow)
      .map(({ span }) => ({
        start: positionInFile(document, span.start),
        end: positionInFile(document, span.end),
      })),
  );
}

function nodesOf(root: DataNode | undefined): readonly DataNode[] {
  return root === undefined ? [] : [...walk(root)];
}

/** A value of an enumeration is replaced by one that is none: a mistake on some other line. */
function withMistake(text: string, seed: number): string {
  const snapshot = createSnapshot(text);
  const places = snapshot.documents.flatMap(({ segment, analysis }) =>
    nodesOf(analysis.root)
      .filter((node) => node.kind === 'scalar' && node.style === 'plain' && !node.borrowed)
      .filter(({ pointer }) => (table.factsAt(pointer)?.values.length ?? 0) > 0)
      .map(({ span }) => ({ segment: segment.text, span })),
  );
  const place = places[seed % Math.max(places.length, 1)];
  if (place === undefined) return text;
  const { segment, span } = place;
  return text.replace(segment, `${segment.slice(0, span.start)}none${segment.slice(span.end)}`);
}

const insertion: fc.Arbitrary<Insertion> = fc
  .record({
    text: fc.constantFrom(...validTexts),
    mistake: fc.nat(),
    at: fc.nat(),
    indent: fc.constantFrom(0, 2, 4, 6),
    content: fc.constantFrom(...unfinishedLines),
  })
  .map(({ text, mistake, at, indent, content }) => {
    const lines = withMistake(text, mistake).split('\n');
    return { lines, at: at % lines.length, indent, content };
  })
  .filter((each) => {
    const around = neighboursOf(each);
    return !exceptions.some(({ holds }) => holds(each, around));
  });

/** Where the keys and values of a file begin. */
function probesOf(snapshot: Snapshot): readonly Position[] {
  return snapshot.documents.flatMap((document) =>
    nodesOf(document.analysis.root).flatMap((node) => {
      const keys = node.kind === 'map' ? node.entries.map(({ keySpan }) => keySpan) : [node.span];
      return node.borrowed ? [] : keys.map(({ start }) => positionInFile(document, start));
    }),
  );
}

function labelsAt(snapshot: Snapshot, position: Position): readonly string[] {
  const options = { format: 'markdown', snippets: true, triggerSuggest: true } as const;
  return complete(snapshot, position, options).map(({ label }) => label);
}

/** What the card is about. How much it says depends on whether there is a problem with it. */
function cardAt(snapshot: Snapshot, position: Position): string | undefined {
  const found = hover(snapshot, position, { format: 'markdown' });
  const card = (found?.contents as MarkupContent | undefined)?.value;
  return card?.match(/reference\.md#[\w-]+/)?.[0];
}

/** The errors on each line; but for what is missing, which may be what the line will be. */
function errorsOf(snapshot: Snapshot): readonly { readonly line: number; readonly code: string }[] {
  return diagnostics(snapshot, 'file:///a.vpnconn.yaml')
    .filter(({ severity, code }) => severity === 1 && !aboutMissing.has(String(code)))
    .map(({ range, code }) => ({ line: range.start.line, code: String(code) }));
}

/** What the other lines of a file lose, or have too much, when it turns from `before` into `after`. */
function expectOthersAsBefore(
  [before, after]: readonly [readonly string[], readonly string[]],
  change: { readonly at: number; readonly names: string },
  seed: number,
): void {
  const [old, now] = [createSnapshot(before.join('\n')), createSnapshot(after.join('\n'))];
  const moved = <T extends { line: number }>(place: T): T =>
    place.line < change.at ? place : { ...place, line: place.line + after.length - before.length };
  const shown = `line ${change.at + 1} of\n${after.join('\n')}`;
  const probes = probesOf(old).filter((place) => moved(place).line !== change.at);
  for (const probe of [seed, seed >> 3, seed >> 6].map((each) => probes[each % probes.length]!)) {
    const place = moved(probe);
    const where = `${place.line + 1}:${place.character}, ${shown}`;
    // A key that the line names counts as written.
    const others = (label: string): boolean => !change.names.includes(label);
    expect(cardAt(now, place), where).toEqual(cardAt(old, probe));
    expect(labelsAt(now, place).filter(others), where).toEqual(labelsAt(old, probe).filter(others));
  }
  const isOther = ({ line }: { line: number }): boolean => line !== change.at;
  const errors = errorsOf(now);
  expect(errors.filter(isOther), shown).toEqual(errorsOf(old).map(moved).filter(isOther));
  expect(errors.length - errors.filter(isOther).length, shown).toBeLessThanOrEqual(1);
}

test('an unfinished line takes nothing away from the others', () => {
  fc.assert(
    fc.property(insertion, fc.nat(), ({ lines, at, indent, content }, seed) => {
      const after = [...lines.slice(0, at), ' '.repeat(indent) + content, ...lines.slice(at)];
      expectOthersAsBefore([lines, after], { at, names: content }, seed);
    }),
    { numRuns: runs },
  );
});

/** A file, and one of its lines with a key. */
const keyLine = fc
  .record({ text: fc.constantFrom(...validTexts), mistake: fc.nat(), choice: fc.nat() })
  .map(({ text, mistake, choice }) => {
    const lines = withMistake(text, mistake).split('\n');
    const numbers = lines.flatMap((line, at) => (/^ *(?:- +)*[\w-]+:/.test(line) ? [at] : []));
    return { lines, at: numbers[choice % numbers.length]! };
  });

/** Whether YAML complains: it takes the only line of a block, without a colon, for a text. */
function isBroken(lines: readonly string[]): boolean {
  const { documents } = createSnapshot(lines.join('\n'));
  return documents.some(({ segment }) => parseYaml(segment.text).errors.length > 0);
}

test('a key without its colon takes nothing away from the other lines', () => {
  fc.assert(
    fc.property(keyLine, fc.nat(), ({ lines, at }, seed) => {
      const after = lines.map((line, index) => (index === at ? line.replace(':', '') : line));
      fc.pre(isBroken(after));
      expectOthersAsBefore([lines, after], { at, names: '' }, seed);
    }),
    { numRuns: runs },
  );
});
