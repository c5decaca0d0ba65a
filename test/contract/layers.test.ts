// The walls between the layers (ARCHITECTURE.md, code map): in each folder the linter refuses the
// imports that would break one, and takes those that the folder needs.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

interface Wall {
  readonly folder: string;
  readonly refuses: readonly string[];
  readonly takes: readonly string[];
}

/** What no part of the language service may import. */
const outside = ['node:fs', 'fs/promises', 'events', 'vscode', 'vscode-jsonrpc/node', '../../lsp'];

/** What no layer of the client core may import; `up` leads to the folder that contains the core. */
const outsideCore = (up: string): readonly string[] => [
  ...['node:crypto', 'v8', 'vscode', 'vscode-languageclient/node', 'vscode-jsonrpc'],
  ...['service', 'service/snapshot', 'lsp'].map((name) => `${up}/../../server/src/${name}`),
  ...['vscode', 'vscode/services', 'transports', 'transports/fetchTransport'].map(
    (name) => `${up}/${name}`,
  ),
  ...['sandbox', 'sandbox/admin'].map((name) => `${up}/${name}`),
];

/** The layers of the client core: each may import those before it. */
const coreLayers = [
  ...['model', 'ports', 'redaction', 'targets', 'credentials', 'secrets', 'cloud'],
  ...['journal', 'plan', 'monitor', 'apply', 'rollback', 'commands'],
];

const walls: readonly Wall[] = [
  {
    folder: 'server/src/protocol',
    refuses: ['node:fs', 'buffer', 'vscode', 'yaml', '../service', '../service/snapshot', '../lsp'],
    takes: ['./plan', 'vscode-languageserver-types'],
  },
  {
    folder: 'server/src/service/document',
    refuses: [...outside, '../schema/table', '../rules', '../features', '../features/hover'],
    takes: ['yaml', './node', '../problem', '../../protocol/messages'],
  },
  {
    folder: 'server/src/service/schema',
    refuses: [...outside, 'yaml', '../rules', '../rules/checks', '../features'],
    takes: ['../document/node', '../address/ipv4', '../../../../schemas/regions.json'],
  },
  {
    folder: 'server/src/service/address',
    refuses: [...outside, 'yaml', '../schema/table', '../document', '../problem'],
    takes: ['./ipv4', 'ipaddr.js'],
  },
  {
    folder: 'server/src/service/rules/psk',
    refuses: [...outside, 'yaml', '../../features', '../../features/fixes'],
    takes: ['../rule', '../../schema/table', '../../document/node'],
  },
  ...['features', 'request', 'plan', 'pull', 'workspace'].map((name) => ({
    folder: `server/src/service/${name}`,
    refuses: outside,
    takes: ['../rules', '../schema/table', '../../protocol/messages'],
  })),
  {
    folder: 'server/src/lsp',
    refuses: [
      'node:fs',
      'perf_hooks',
      'vscode',
      '../../../client',
      '../../../client/src/core/ports/route',
    ],
    takes: ['../service', '../protocol/messages', 'vscode-jsonrpc'],
  },
  { folder: 'client/src/core', refuses: outsideCore('..'), takes: ['./cloud/sendRequest', 'yaml'] },
  ...coreLayers.map((name, index) => ({
    folder: `client/src/core/${name}`,
    refuses: [
      ...outsideCore('../..'),
      ...coreLayers.slice(index + 1).flatMap((later) => [`../${later}`, `../${later}/file`]),
    ],
    takes: [
      ...['yaml', './file', './folder/file', '../../../../server/src/protocol/plan'],
      ...coreLayers.slice(0, index).map((earlier) => `../${earlier}/file`),
    ],
  })),
  {
    folder: 'client/src/core/cloud/errors',
    refuses: ['../../journal/file', '../../../core/journal/file', './../../journal/file'],
    takes: ['../file', '../../model/file'],
  },
  {
    folder: 'client/src/vscode',
    refuses: [
      ...['../../../server/src/service', '../../../server/src/service/index'],
      ...['../../../server/src/lsp', '../../../server/src/lsp/server'],
    ],
    takes: ['vscode', 'node:os', '../core/ports/ports', '../../../server/src/protocol/plan'],
  },
  {
    folder: 'client/src/transports',
    refuses: ['vscode', '../vscode', '../vscode/services', '../../../server/src/protocol/plan'],
    takes: ['node:tls', '../core/model/httpExchange'],
  },
  {
    folder: 'client/src/sandbox',
    refuses: [
      ...['vscode', '../core', '../core/ports/route', '../vscode/services', '../../../schemas'],
      ...['../../../server/src/protocol/plan', '../../../schemas/regions.json'],
    ],
    takes: ['node:http', 'ipaddr.js', './http/reply'],
  },
];

test('each folder of the client core is one of its layers', () => {
  const entries = readdirSync(resolve(import.meta.dirname, '../../client/src/core'));
  expect(entries.sort()).toEqual([...coreLayers].sort());
});

/** The imports alone: no other rule runs, and none of the files exists. */
const linter = new ESLint({
  cwd: resolve(import.meta.dirname, '../..'),
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

describe.each(walls)('$folder', ({ folder, refuses, takes }) => {
  test('refuses what it must not import, and tests', async () => {
    const modules = [...refuses, '../../test/support/poll', '../../test'];
    expect(await refusedOf(folder, modules)).toEqual(modules);
  });

  test('takes what it needs', async () => {
    expect(await refusedOf(folder, takes)).toEqual([]);
  });
});

/** Those of `modules` that a file in `folder` may not import. */
async function refusedOf(folder: string, modules: readonly string[]): Promise<readonly string[]> {
  const source = modules.map((name) => `import '${name}';\n`).join('');
  const [result] = await linter.lintText(source, { filePath: `${folder}/probe.ts` });
  expect(result?.messages.map(({ ruleId }) => ruleId)).not.toContain(null);
  const lines = new Set(result?.messages.map(({ line }) => line));
  return [...lines].map((line) => modules[line - 1] ?? '');
}
