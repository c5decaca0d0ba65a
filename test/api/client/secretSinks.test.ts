// The whole flow of an update with marked secrets, in front of a cloud that repeats them in every
// spelling: nothing that people, files, the clipboard, other processes or other extensions get holds any.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Login } from '../../../client/src/core/model/credentials';
import type { Ports } from '../../../client/src/core/ports/ports';
import { parseTargetDefinitions } from '../../../client/src/core/targets/targetDefinition';
import { fetchTransport } from '../../../client/src/transports/fetchTransport';
import { recordFolder } from '../../../client/src/vscode/ports/recordFolder';
import { connectionId, projectId } from '../../support/client/exampleUpdate';
import { fakeClient, place } from '../../support/client/fakeClient';
import { hostileCloud, type HostileCloud, type Mood } from '../../support/client/hostileCloud';
import { serviceServer } from '../../support/client/serviceServer';
import { spelled } from '../../support/client/spelled';
import { poll } from '../../support/poll';
import { watchedPorts, type Seen } from '../../support/client/watchedPorts';

const marked = {
  psk: 'Psk/Mark+=%7:{};Aa1',
  literal: 'Lit/Mark+=%8:{};Bb2',
  secretKey: 'Sk"Mark\\+/9==&%',
  securityToken: 'St"Mark\\+/8==&%',
  token: 'Tk"Mark\\+/7==&%',
  issued: 'Is"Mark\\+/6==&%',
  password: 'Pw "Märk\\+/5 =&%',
} as const;

/** What is typed into the boxes of *Sign In*, by the end of their question. */
const typed: Readonly<Record<string, string>> = {
  'Access key': 'ACCESSKEYNAME',
  'Secret key': marked.secretKey,
  'Security token': marked.securityToken,
  Token: marked.token,
  Password: marked.password,
  'IAM user name': 'somebody',
};

const kinds: readonly Login['kind'][] = ['access-key', 'temporary-access-key', 'token', 'password'];
const moods: readonly Mood[] = [
  'accepts',
  'refuses',
  'unauthorized',
  'silent',
  'cuts',
  'page',
  'redirects',
  'fails',
];

let cloud: HostileCloud;
let folder = '';
let rejected: unknown[] = [];
const onRejection = (reason: unknown): void => void rejected.push(reason);

beforeEach(async () => {
  cloud = await hostileCloud(marked.issued);
  folder = await mkdtemp(join(tmpdir(), 'vpnconn-sinks-'));
  rejected = [];
  process.on('unhandledRejection', onRejection);
});
afterEach(async () => {
  process.off('unhandledRejection', onRejection);
  await cloud.close();
  await rm(folder, { recursive: true, force: true });
});

function prompts(kind: Login['kind']): Ports['prompts'] {
  return {
    pick: (_title, choices) =>
      Promise.resolve((choices.find(({ value }) => value === kind) ?? choices[0])?.value),
    pickSeveral: () => Promise.resolve([]),
    ask: ({ prompt, title }) => Promise.resolve(typed[prompt] ?? (title === '' ? '' : 'site-a')),
  };
}

/** One window whose target is the hostile cloud. */
function openWindow(kind: Login['kind'], key: string) {
  const entry = { name: 'lab', endpoint: cloud.origin, iamEndpoint: cloud.origin };
  const targets = parseTargetDefinitions([entry]);
  const buffer = serviceServer(
    `project_id: ${projectId}\nvpn_connection_id: ${connectionId}\nvpn_connection:\n  name: site-b\n  psk: ${key}\n`,
  );
  const { target } = targets.definitions[0]!;
  const records = recordFolder(folder);
  const bare = fakeClient({ target, ports: { ...buffer, prompts: prompts(kind), records } });
  const seen: Seen[] = [];
  const given = fakeClient({
    reading: 'sent',
    target,
    settings: { targets, timeoutSeconds: 0.25 },
    stored: { 'value:site-a': marked.psk, 'value:site-old': marked.psk },
    ports: { transport: fetchTransport, ...watchedPorts(bare.ports, seen) },
  });
  return { given, seen, background: bare.background };
}

/** All commands around one update, and what each returned. */
async function wholeFlow({ given, seen, background }: ReturnType<typeof openWindow>) {
  const { useCases } = given;
  const returned: unknown[] = [
    await useCases.signIn(),
    await useCases.showRequest(place),
    await useCases.copyAsCurl(place),
    await useCases.checkConnection(place),
    await useCases.previewChanges(place),
    await useCases.copyPlan(place),
  ];
  for (const mood of moods) {
    cloud.mood = mood;
    returned.push(await useCases.sendUpdate(place));
    await background.settle();
  }
  useCases.liveAccount.want([{ projectId }]);
  await poll('names', () => seen.find(isNames));
  returned.push(await useCases.newUpdateFile(place));
  const entries = await useCases.journal();
  expect(entries.length, 'updates in the journal').toBeGreaterThan(4);
  for (const { id } of entries) {
    returned.push(await useCases.showEntry(id), await useCases.checkUpdate(id));
    returned.push(await useCases.restorePrevious(id));
    returned.push(await useCases.putBack(id, ['/vpn_connection/ikepolicy/ike_version']));
  }
  returned.push(await useCases.storePreSharedKey('site-a'), await useCases.accounts());
  returned.push(await useCases.signOut());
  return returned;
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((each) => each.isFile());
  return Promise.all(files.map((each) => readFile(join(each.parentPath, each.name), 'utf8')));
}

/** What the language server is told of the live account. */
const isNames = ({ sink, text }: Seen): boolean =>
  sink === 'server.notify' && text.startsWith('vpnconn/liveResources ');

/** Names of the secrets that a text holds, with the spelling. */
function leaksIn(text: string): readonly string[] {
  return Object.entries(marked).flatMap(([name, secret]) =>
    [...spelled(secret), secret.slice(0, 8)].flatMap((spelling) =>
      text.includes(spelling) ? [`${name}: ${spelling}`] : [],
    ),
  );
}

const secretsHeard: Readonly<Record<Login['kind'], readonly string[]>> = {
  'access-key': [],
  'temporary-access-key': [marked.securityToken],
  token: [marked.token],
  password: [marked.password, marked.issued],
};

test.each(kinds.flatMap((kind) => [[kind, 'stored'] as const, [kind, 'literal'] as const]))(
  'nothing leaks: %s, %s key',
  async (kind, where) => {
    const key = where === 'stored' ? '!secret site-a' : `"${marked.literal}"`;
    const window = openWindow(kind, key);
    const returned = await wholeFlow(window);
    const { seen } = window;
    const psk = where === 'stored' ? marked.psk : marked.literal;
    expect([...cloud.heard].sort(), 'what the cloud repeats').toEqual(
      [psk, ...secretsHeard[kind]].sort(),
    );
    const sinks: readonly Seen[] = [
      ...seen,
      ...returned.flatMap((each) => [
        { sink: 'returned', text: inspect(each, { depth: 20, maxStringLength: Infinity }) },
        { sink: 'returned', text: JSON.stringify([each]) },
      ]),
      ...(await filesBelow(folder)).map((text) => ({ sink: 'file', text })),
      ...rejected.map((each) => ({ sink: 'rejection', text: inspect(each) })),
    ];
    expect(
      sinks.flatMap(({ sink, text }) => leaksIn(text).map((leak) => `${sink} ${leak}`)),
    ).toEqual([]);
    expect(rejected).toEqual([]);
    const used = new Set(sinks.map(({ sink }) => sink));
    for (const sink of ['log.info', 'presenter.showMessage', 'presenter.showDocument', 'file'])
      expect(used).toContain(sink);
    const names = seen.find(isNames);
    expect(names?.text).toContain('id-1');
    for (const sink of ['clipboard.write', 'marks.show', 'documents.openNew', 'returned'])
      expect(used).toContain(sink);
  },
  60_000,
);
