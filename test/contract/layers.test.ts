// The walls between the layers (ARCHITECTURE.md, code map): in each folder the linter refuses the
// imports that would break one, and takes those that the folder needs.
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
  {
    folder: 'client/src/core',
    refuses: [
      ...['node:crypto', 'v8', 'vscode', 'vscode-languageclient/node', 'vscode-jsonrpc'],
      ...['../../../server/src/service', '../../../server/src/service/snapshot'],
      ...['../../../server/src/lsp', '../vscode', '../vscode/services'],
      ...['../transports', '../transports/fetchTransport', '../sandbox', '../sandbox/admin'],
    ],
    takes: ['../../../server/src/protocol/messages', './cloud/sendRequest', 'yaml'],
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
