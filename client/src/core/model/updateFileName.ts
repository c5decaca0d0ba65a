// The name of an update file that isn't saved yet.

/** In characters; names of connections have at most 64. */
const longest = 80;

/** `site-a.vpnconn.yaml`, from what the connection is called. Nothing in it leads to another folder. */
export function updateFileName(title: string): string {
  const words = title
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, longest);
  return `${words === '' ? 'update' : words}.vpnconn.yaml`;
}
