// Which files and folders import each other in a circle.
import { dirname, join } from 'node:path';
import { preProcessFile } from 'typescript';

/** Groups that lie on a common circle, each sorted; empty lists when there is none. */
export interface ImportCycles {
  readonly files: readonly (readonly string[])[];
  /** By the folder below the root; a file of the root itself counts as a folder. */
  readonly folders: readonly (readonly string[])[];
}

/** Looks for circles in these sources, by path relative to their common root. Imports of types count too. */
export function importCycles(sources: ReadonlyMap<string, string>): ImportCycles {
  const files = new Map(
    [...sources].map(([file, text]) => [file, importsOf(file, text, sources)] as const),
  );
  const folders = new Map<string, readonly string[]>();
  for (const [file, imported] of files) {
    const folder = folderOf(file);
    const others = imported.map(folderOf).filter((other) => other !== folder);
    folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
  }
  return { files: circlesOf(files), folders: circlesOf(folders) };
}

type Graph = ReadonlyMap<string, readonly string[]>;

function importsOf(
  file: string,
  text: string,
  sources: ReadonlyMap<string, string>,
): readonly string[] {
  return preProcessFile(text).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const path = join(dirname(file), fileName);
    return [`${path}.ts`, `${path}/index.ts`].filter((each) => sources.has(each));
  });
}

function folderOf(file: string): string {
  return file.split('/')[0] ?? file;
}

/** Two nodes are on a common circle when each is reachable from the other. */
function circlesOf(graph: Graph): readonly (readonly string[])[] {
  const reachable = new Map([...graph.keys()].map((node) => [node, reachableFrom(node, graph)]));
  const circles = [...graph.keys()].map((node) =>
    [...graph.keys()].filter(
      (other) => reachable.get(node)?.has(other) && reachable.get(other)?.has(node),
    ),
  );
  const groups = circles.filter((group) => group.length > 0).map((group) => group.sort());
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

/** Everything that `start` leads to; itself only by way of another node, or by its own import. */
function reachableFrom(start: string, graph: Graph): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...(graph.get(start) ?? [])];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    waiting.push(...(graph.get(node) ?? []));
  }
  return seen;
}
