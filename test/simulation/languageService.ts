// The language server's answers about the updates of a history, which need no real service: the simulation
// is about what the client does with them.
import type { LanguageServer } from '../../client/src/core/ports/languageServer';
import type { PreparedUpdate } from '../../server/src/protocol/messages';
import type { UpdatePlan } from '../../server/src/protocol/plan';
import { fakeServer } from '../support/client/fakeServer';
import type { Field, Site } from './script';
import {
  codesIn,
  connectionIds,
  connectionWith,
  pathOf,
  projectId,
  pskName,
  secretMark,
  type Codes,
} from './values';

/** One update file. */
export interface UpdateFile {
  readonly uri: string;
  readonly site: Site;
  readonly fields: readonly Field[];
  /** Of every value that it sends. */
  readonly code: number;
}

/** Answers about these files; `answer` decides when, and whether the server answers at all. */
export function languageServer(
  fileAt: (uri: string) => UpdateFile,
  answer: <T>(result: () => T) => Promise<T>,
): LanguageServer {
  const fileOf = ({ textDocument }: { readonly textDocument: { readonly uri: string } }) =>
    fileAt(textDocument.uri);
  const none = { kind: 'unavailable', detail: 'not part of the simulation' } as const;
  return fakeServer({
    'vpnconn/prepareUpdate': (params) =>
      answer(() => ({ kind: 'ready', update: preparedUpdate(fileOf(params)) })),
    'vpnconn/planUpdate': (params) =>
      answer(() => ({ kind: 'ready', plan: planOf(fileOf(params)) })),
    'vpnconn/connectionOf': (params) =>
      answer(() => ({ kind: 'named', connection: preparedUpdate(fileOf(params)) })),
    'vpnconn/documentPlaces': () => answer(() => [{ line: 0, character: 0 }]),
    'vpnconn/pullValues': () => answer(() => none),
    'vpnconn/locateLiteralSecret': () => answer(() => none),
    'vpnconn/workspaceFiles': () => answer(() => none),
    'vpnconn/secretChecks': () => [],
    'vpnconn/writeUpdate': () => answer(() => ({ text: '', fields: [], leftOut: [] })),
  });
}

/** Leaf fields of the body, by the field of the simulation. */
const pointers: Readonly<Record<Field, string>> = {
  name: '/vpn_connection/name',
  psk: '/vpn_connection/psk',
  peer_subnets: '/vpn_connection/peer_subnets',
  lifetime: '/vpn_connection/ikepolicy/lifetime_seconds',
};

function preparedUpdate({ site, fields, code }: UpdateFile): PreparedUpdate {
  const codes: Codes = new Map(fields.map((field) => [field, code]));
  const connection = connectionWith(site, codes);
  const hasPsk = fields.includes('psk');
  return {
    version: 1,
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    projectId,
    connectionId: connectionIds[site],
    method: 'PUT',
    path: pathOf(site),
    body: { vpn_connection: { ...connection, ...(hasPsk && { psk: null }) } },
    fields: fields.map((field) => ({
      pointer: pointers[field],
      label: labelOf(field),
      display: field === 'psk' ? `!secret ${pskName(code)}` : String(code),
      sensitive: field === 'psk',
    })),
    places: [],
    secrets: hasPsk
      ? [
          {
            pointer: pointers.psk,
            source: 'secret',
            name: pskName(code),
            checks: [{ pattern: `^${secretMark}`, message: 'It starts with the mark.' }],
          },
        ]
      : [],
    sensitiveKeys: ['psk'],
    warnings: [],
  };
}

function planOf({ site, fields, code }: UpdateFile): UpdatePlan {
  return {
    version: 1,
    name: `site-${site}`,
    status: 'ACTIVE',
    fields: fields.map((field) => ({
      pointer: pointers[field],
      label: labelOf(field),
      kind: field === 'psk' ? 'unreadable' : 'changes',
      after: String(code),
      when: 'now',
    })),
    effects: [],
    warnings: [],
    moved: [],
    before: '',
    after: '',
    comparedAt: '',
    markdown: '',
  };
}

function labelOf(field: Field): string {
  return pointers[field].split('/').slice(2).join('.');
}

/** The codes of the body of a request. */
export function codesOfBody(body: string | undefined): Codes {
  const parsed = JSON.parse(body ?? '{}') as { vpn_connection?: Parameters<typeof codesIn>[0] };
  return codesIn(parsed.vpn_connection ?? {});
}
