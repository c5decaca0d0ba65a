// Texts of updates for tests.

export const projectId = '0605768a0780d5c02f9bc010cbc2ee4a';
export const connectionId = '98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3';

/** The two identifiers that every document needs. */
export const head = `project_id: ${projectId}\nvpn_connection_id: ${connectionId}\n`;

/** A whole document around the body; `body` is YAML as it stands below `vpn_connection:`. */
export function updateText(body: string): string {
  const indented = body.split('\n').map((line) => (line === '' ? '' : `  ${line}`));
  return `${head}vpn_connection:\n${indented.join('\n')}\n`;
}
