/** Path of a Chromium that starts. */
export function findOrInstallChromium(): Promise<string>;
