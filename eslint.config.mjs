// Lint rules: typed TypeScript rules, the size limits of the code base, and the layer boundaries
// (ARCHITECTURE.md, invariant 1). A forbidden import is a lint error, so the layers cannot erode.
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const nodeBuiltins = ['node:*', ...builtinModules];
const editor = ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'];
const connection = [
  'vscode-languageserver',
  'vscode-languageserver/*',
  'vscode-jsonrpc',
  'vscode-jsonrpc/*',
];

/** A folder by the end of its path: its index, and everything in it. */
const folders = (...paths) => paths.flatMap((path) => [`**/${path}`, `**/${path}/**`]);

/**
 * One layer: which folder, and which imports it must not have. Names of packages are compared whole:
 * as patterns, `crypto` would also forbid a folder of our own with that name.
 */
const layer = (files, forbidden, message, ...patterns) => ({
  files: [files],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: forbidden.filter((name) => !name.includes('*')).map((name) => ({ name, message })),
        patterns: [
          {
            group: [...forbidden.filter((name) => name.includes('*')), ...folders('test')],
            message,
          },
          ...patterns,
        ],
      },
    ],
  },
});

/** What nothing in the client core may import, whichever layer it is. */
const outsideCore = [
  ...nodeBuiltins,
  ...editor,
  ...connection,
  ...folders('server/src/service', 'server/src/lsp', 'vscode', 'transports', 'sandbox'),
];

/** The folders of the client core: each imports only those before it. */
const coreLayers = [
  'model',
  'ports',
  'redaction',
  'targets',
  'credentials',
  'secrets',
  'cloud',
  'journal',
  'plan',
  'monitor',
  'apply',
  'rollback',
  'commands',
];

const corePurity = 'core is pure: every effect is a port.';

/** One layer of the client core: everything in a later one is forbidden. */
const coreLayer = (name, index) => {
  const files = `client/src/core/${name}/**/*.ts`;
  const later = coreLayers.slice(index + 1).join('|');
  if (later === '') return layer(files, outsideCore, corePurity);
  return layer(files, outsideCore, corePurity, {
    // By where the path leads: folders outside the core, such as protocol/plan, have these names too.
    regex: `(?:^[./]*\\.\\./|(?:^|/)core/)(?:${later})(?:/|$)`,
    message: `${name} may import only ${['itself', ...coreLayers.slice(0, index)].join(', ')}.`,
  });
};

/** What nothing in the pure language service may import, whichever part it is. */
const outsideService = [...nodeBuiltins, ...editor, ...connection, ...folders('lsp', 'client')];

const impureGlobals = [
  'process',
  'Buffer',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'console',
  'globalThis',
].map((name) => ({ name, message: 'The pure core takes every effect as a port.' }));
const impureProperties = [
  { object: 'Date', property: 'now', message: 'The pure core has no clock: take it as a port.' },
  { object: 'Math', property: 'random', message: 'The pure core is deterministic.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'out/**',
      'node_modules/**',
      '.vscode-test/**',
      '**/*.generated.mjs',
      'coverage/**',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A type parameter that only ties a handler to its parameters is worth having.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
    },
  },
  {
    files: ['server/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: ['vscode-languageserver', 'vscode-languageserver-types'].map((name) => ({
            name,
            allowTypeImports: true,
            message: 'Types only: values would bring in the whole library (features/lspValues.ts).',
          })),
        },
      ],
    },
  },
  layer(
    'server/src/protocol/**/*.ts',
    ['../**', ...nodeBuiltins, ...editor, ...connection, 'yaml'],
    'protocol is message types and the meaning of their values.',
  ),
  layer(
    'server/src/service/**/*.ts',
    outsideService,
    'service is pure: no IO, no connection, no editor.',
  ),
  layer(
    'server/src/service/document/**/*.ts',
    [...outsideService, ...folders('schema', 'rules', 'features')],
    'document knows YAML only.',
  ),
  layer(
    'server/src/service/schema/**/*.ts',
    [...outsideService, 'yaml', ...folders('rules', 'features')],
    'schema knows the table only.',
  ),
  layer(
    'server/src/service/address/**/*.ts',
    [...outsideService, 'yaml', '../**'],
    'address knows addresses only.',
  ),
  layer(
    'server/src/service/rules/**/*.ts',
    [...outsideService, 'yaml', ...folders('features')],
    'rules read the model, never the YAML tree.',
  ),
  layer(
    'server/src/lsp/**/*.ts',
    [...nodeBuiltins, ...editor, ...folders('client')],
    'lsp is platform-neutral wiring.',
  ),
  layer('client/src/core/**/*.ts', outsideCore, corePurity),
  ...coreLayers.map(coreLayer),
  layer(
    'client/src/vscode/**/*.ts',
    folders('server/src/service', 'server/src/lsp'),
    'of the server the client sees only the protocol.',
  ),
  layer(
    'client/src/transports/**/*.ts',
    [...editor, ...folders('server/src', 'vscode')],
    'a transport knows HTTP only.',
  ),
  layer(
    'client/src/sandbox/**/*.ts',
    [...editor, ...folders('server/src', 'core', 'vscode', 'schemas')],
    'the sandbox judges requests by itself, so it shares no code with what it tests.',
  ),
  {
    files: ['server/src/service/**/*.ts', 'client/src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': ['error', ...impureProperties],
    },
  },
  {
    files: ['**/*.ts', '**/*.mjs'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="pathname"] MetaProperty',
          message: 'A URL escapes blanks: use fileURLToPath, or join with import.meta.dirname.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
);
