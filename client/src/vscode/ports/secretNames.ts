// The list of names that stands beside the stored secrets.

/** The names in the list; what is not such a list counts as none. */
export function parseNames(text: string | undefined): readonly string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
