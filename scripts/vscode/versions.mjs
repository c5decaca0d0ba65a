// The two editors that are tested. Both come from the npm registry, where the package `code-server`
// carries the whole of VS Code.

/**
 * @typedef {object} EditorVersion
 * @property {string} vscode version of VS Code
 * @property {string} codeServer version of the package that carries it
 * @property {number} node major version of Node.js that it runs on
 * @property {readonly string[]} nativeModules modules compiled here when there is a compiler; the
 *   editor runs without them, but its log files stay empty
 */

/** The oldest VS Code that the manifest accepts (`engines.vscode`). @type {EditorVersion} */
export const oldest = {
  vscode: '1.99.3',
  codeServer: '4.99.4',
  node: 20,
  nativeModules: ['@vscode/spdlog', 'native-watchdog'],
};

/** A current VS Code. @type {EditorVersion} */
export const latest = {
  vscode: '1.139.1',
  codeServer: '4.139.1',
  node: 24,
  nativeModules: ['@vscode/spdlog', '@vscode/native-watchdog'],
};
