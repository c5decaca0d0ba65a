// The environment of the language server. It reads files that others wrote, and needs no credentials, so
// it gets what Node and the operating system need and nothing else.

/** Names in upper case, because Windows ignores the case. */
const needed: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'USER', 'LANG', 'LANGUAGE', 'TZ', 'TMPDIR', 'TMP', 'TEMP', 'XDG_RUNTIME_DIR'],
  // Windows starts no program without these.
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'USERPROFILE', 'LOCALAPPDATA'],
  ...['NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE'],
  // Where an editor that isn't installed by the system keeps its libraries.
  ...['LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH', 'DYLD_FALLBACK_LIBRARY_PATH'],
  // The editor's program is Node with these.
  ...['ELECTRON_RUN_AS_NODE', 'ELECTRON_NO_ASAR'],
]);

/**
 * What to change about an environment before the server is started in it: every variable that it
 * doesn't need is unset. The client library adds the rest.
 */
export function unsetForServer(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, undefined>> {
  const withheld = Object.keys(environment).filter((name) => !isNeeded(name.toUpperCase()));
  return Object.fromEntries(withheld.map((name) => [name, undefined]));
}

function isNeeded(name: string): boolean {
  return needed.has(name) || name.startsWith('LC_');
}
