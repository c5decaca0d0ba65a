// Fills the tables of the README from the manifest, so that commands and settings are written once.
import { readFileSync } from 'node:fs';

/** The file whose tables are generated; everything outside the markers is written by hand. */
export const readmeFile = new URL('../README.md', import.meta.url);

/** The README with its tables as the manifest has them now. */
export function buildReadme() {
  const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
  const manifest = read('package.json');
  const texts = read('package.nls.json');
  const text = (value = '') => (value.startsWith('%') ? texts[value.slice(1, -1)] : value);
  const tables = { commands: commandTable(manifest, text), settings: settingTable(manifest, text) };
  return readFileSync(readmeFile, 'utf8').replace(
    /(<!-- generated: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_whole, begin, name, end) => `${begin}${tables[name]}\n${end}`,
  );
}

/** What each command does, for the README; the manifest has no place for it. */
const descriptions = {
  applyUpdate:
    'Sends the update of the document under the cursor, after a confirmation, and shows the response.',
  applyWithRollback:
    "Same, with automatic rollback if you don't keep the update in time or the tunnel stays down.",
  applyAllInFile:
    'Applies every document of the file: all are checked and compared first, one question, one after the other, and the first that fails stops the rest.',
  applyFiles:
    'The same for several files, or for the files in a folder, selected in the explorer or in a dialog.',
  keepUpdate: 'Keeps an update that would be rolled back.',
  rollBackNow: 'Rolls back an update without waiting for the end of its countdown.',
  previewChanges:
    'Opens the plan next to the file: each change, when it takes effect, and what to do at the peer. Sends nothing.',
  pullValues:
    'Puts what the live connection holds into the document: only values that stand there, with comments, order and `!secret` kept.',
  copyPlan: 'Copies the same comparison as Markdown, for a change ticket.',
  showRequest: 'Shows the exact request: method, address, headers, body. Secrets are masked.',
  copyAsCurl: 'Copies the request as a shell command with placeholders for every secret.',
  showBackground:
    'Lists the updates that have not settled yet: look at one again, or stop watching.',
  selectTarget:
    'Chooses where updates go: a target of the settings, the sandbox, a region, or the configured endpoint.',
  newUpdateFile:
    'Opens an unsaved update file for a connection of the list: identifiers, what it is (`context`) and, if you want, its current values.',
  checkConnection:
    'Checks the way to the cloud step by step (proxy, certificate, clock, credentials, project, permission) and says what to do about each.',
  signIn:
    'Stores credentials for the target in the secret storage: AK/SK, temporary AK/SK, a token, or an IAM user with password.',
  signOut: 'Forgets the stored credentials of the target.',
  storePreSharedKey: 'Stores a pre-shared key for `!secret NAME`.',
  storeLiteralSecret:
    'Stores the key that stands in the document under the cursor, and writes `!secret NAME` in its place.',
  startSandbox: 'Starts a VPN API on this machine, selects it and signs in to it.',
  stopSandbox: 'Stops the sandbox and goes back to the target from before.',
  restartLanguageServer: 'Starts the language server anew.',
  showLog: 'Opens the log, in which secrets are masked.',
};

function commandTable({ contributes }, text) {
  // Steps that a message or a view offers, and nobody calls by name.
  const hidden = new Set(
    contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command),
  );
  const named = contributes.commands.filter(({ command }) => !hidden.has(command));
  const rows = named.map(({ title, command }) => {
    const description = descriptions[command.replace('vpnconn.', '')];
    if (description === undefined)
      throw new Error(`Describe ${command} in scripts/build-readme.mjs.`);
    return `| ${text(title)} | ${description} |`;
  });
  return ['| VPN Connection: … | What it does |', '|---|---|', ...rows].join('\n');
}

function settingTable({ contributes }, text) {
  const rows = contributes.configuration
    .flatMap(({ properties }) => Object.entries(properties))
    .map(([key, { default: value, scope, markdownDescription, description }]) => {
      const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
      return `| \`${key}\` | ${shown === '' ? '' : `\`${shown}\``} | ${scope} | ${text(markdownDescription ?? description)} |`;
    });
  return ['| Setting | Default | Scope | Meaning |', '|---|---|---|---|', ...rows].join('\n');
}
