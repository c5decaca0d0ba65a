// Whether an editor would show an item beside what is typed.

/**
 * Editors filter by letters in the order in which they are typed, the first one at the beginning of a
 * word. Strict on purpose: an item that is taken for hidden is shown, never the other way round.
 */
export function fitsTyped(label: string, typed: string): boolean {
  const wanted = typed.toLowerCase();
  const text = label.toLowerCase();
  const starts = [...text.matchAll(/(?<![a-z0-9])[^\s]/g)].map(({ index }) => index);
  return wanted === '' || starts.some((start) => holdsInOrder(text.slice(start), wanted));
}

function holdsInOrder(text: string, wanted: string): boolean {
  if (text[0] !== wanted[0]) return false;
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
