// The environment that an editor is started with.

/**
 * The environment without what would lead elsewhere: an editor in whose terminal this runs, options
 * of this process's Node.js, and the cloud credentials of whoever runs it.
 *
 * @param {Readonly<Record<string, string>>} added
 * @returns {NodeJS.ProcessEnv}
 */
export function editorEnvironment(added) {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), ...added };
}

const foreign = new RegExp(
  [
    /^(VSCODE|ELECTRON|CODE_SERVER|VITEST|HUAWEICLOUD|HW)_/,
    /^OS_(ACCESS_KEY|SECRET_KEY|AUTH_TOKEN)$/,
    /^(NODE_OPTIONS|PASSWORD|HASHED_PASSWORD|PORT)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
