// Values that tell where they come from. Each update and each change of another administrator has a code,
// and every value that it sets contains the code, so a request shows by itself whose values it carries.
import type { Json, JsonObject } from '../../server/src/protocol/messages';
import type { Field, Site } from './script';

/** Whatever is set to a value of this code, by field. */
export type Codes = ReadonlyMap<Field, number>;

/** The project of all connections. */
export const projectId = '0605768a0780d5c02f9bc010cbc2ee4a';

/** The connections by their identifiers. */
export const connectionIds: Readonly<Record<Site, string>> = {
  a: '98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3',
  b: 'b1d2c3e4-5f60-4a71-8b92-c3d4e5f60718',
};

/** Part of every secret of a history, so that one search finds any of them. */
export const secretMark = 'S3cr3t';

/** Codes of the values at the beginning, of updates by number, and of changes by others. */
export const initialCode = 1;
export const updateCode = (index: number): number => 10 + index;
export const adminCode = (index: number): number => 150 + index;

/** Whether the code is that of another administrator's change. */
export function isAdminCode(code: number): boolean {
  return code >= 150;
}

/** A secret by the name under which the user stores it. */
export const pskName = (code: number): string => `psk-${code}`;
export const pskValue = (code: number): string => `${secretMark}-${code}-Zz9`;

/** The path of a connection. */
export function pathOf(site: Site): string {
  return `/v5/${projectId}/vpn-connection/${connectionIds[site]}`;
}

/** The site that a path or a text names. */
export function siteIn(text: string): Site | undefined {
  if (text.includes(connectionIds.a)) return 'a';
  return text.includes(connectionIds.b) ? 'b' : undefined;
}

/** The connection with these values; the pre-shared key only in requests. */
export function connectionWith(site: Site, codes: Codes): JsonObject {
  const [name, subnets, lifetime] = [
    codes.get('name'),
    codes.get('peer_subnets'),
    codes.get('lifetime'),
  ];
  const psk = codes.get('psk');
  return {
    ...(name !== undefined && { name: `site-${site}-${name}` }),
    ...(psk !== undefined && { psk: pskValue(psk) }),
    ...(subnets !== undefined && {
      peer_subnets: [`10.${subnets}.0.0/16`, `192.168.${subnets}.0/24`],
    }),
    ...(lifetime !== undefined && { ikepolicy: { lifetime_seconds: 3000 + lifetime } }),
  };
}

/** The codes of the values in a connection. A value that no code explains has the code 0. */
export function codesIn(connection: JsonObject): Map<Field, number> {
  const { name, psk, peer_subnets: subnets, ikepolicy } = connection;
  const lifetime = (ikepolicy as JsonObject | undefined)?.['lifetime_seconds'];
  const codes = new Map<Field, number>();
  if (name !== undefined) codes.set('name', codeIn(name, /^site-[ab]-(\d+)$/));
  if (psk !== undefined) codes.set('psk', codeIn(psk, /-(\d+)-Zz9$/));
  if (subnets !== undefined) codes.set('peer_subnets', codeIn(subnets, /10\.(\d+)\.0\.0\/16/));
  if (lifetime !== undefined) codes.set('lifetime', Number(lifetime) - 3000);
  return codes;
}

/** Whether a text contains a readable value of this code. */
export function namesCode(text: string, code: number): boolean {
  return (
    text.includes(`10.${code}.0.0/16`) ||
    new RegExp(`"lifetime_seconds":\\s*${3000 + code}\\b`).test(text) ||
    new RegExp(`site-[ab]-${code}\\b`).test(text)
  );
}

/** For the history: `name 10, psk 10`. */
export function describeCodes(codes: Codes): string {
  return [...codes].map(([field, code]) => `${field} ${code}`).join(', ');
}

function codeIn(value: Json, pattern: RegExp): number {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return Number(pattern.exec(text)?.[1] ?? 0);
}
