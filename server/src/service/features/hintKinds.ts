// Which kinds of inlay hints there are, and which of them the settings want.

/**
 * What hints are about: times in words, sizes of networks, what the live account calls a resource,
 * when a change takes effect.
 */
export type HintKind = 'durations' | 'addresses' | 'names' | 'effects';

/**
 * Whether a kind is shown until somebody says otherwise. An effect would stand behind nearly every
 * line and says the same for most of them; the hover has it, and a setting brings it. Who writes
 * networks knows how many addresses they have.
 */
export const hintDefaults: Readonly<Record<HintKind, boolean>> = {
  durations: true,
  addresses: false,
  names: true,
  effects: false,
};

/** All kinds, in the order in which they stand behind a value. */
export const hintKinds = Object.keys(hintDefaults) as readonly HintKind[];

/** The kinds that are shown without any settings. */
export const defaultHints = readHints(undefined);

/** Reads the setting, an object of switches by kind; what is no switch counts as its default. */
export function readHints(setting: unknown): ReadonlySet<HintKind> {
  const switches: Readonly<Record<string, unknown>> =
    typeof setting === 'object' && setting !== null ? { ...setting } : {};
  return new Set(
    hintKinds.filter((kind) => {
      const wanted = switches[kind];
      return typeof wanted === 'boolean' ? wanted : hintDefaults[kind];
    }),
  );
}
