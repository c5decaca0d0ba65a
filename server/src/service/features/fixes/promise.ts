// What a fix promises. It is tried before it is offered, because the text around the problem can hold
// anything.
//
// Its problem is gone, the documents of the file stay what they are, and YAML reads no less than before.
// A fix adds no problem. One that `reveals` may uncover what its problem hid from the checks, and that is
// everything but errors in what the fix itself wrote: those would say that it leads nowhere. Only after a
// syntax error, which hides all that a value can be, just another syntax error there would.
// A fix at an anchor changes its aliases, too: it says so, is for the user to choose, and uncovers nothing.
import type { Fix } from './fix';
import { tryMends, type Added, type DocumentPlace, type Mend } from './tryMends';

/** The fix as it can be offered; nothing when it does not keep its promise at this place. */
export function promised(place: DocumentPlace, mend: Mend): Fix | undefined {
  const outcome = tryMends(place, [mend]);
  if (outcome === undefined) return undefined;
  const { added, reachesAliases } = outcome;
  const isHiding = place.analysis.syntax.some(({ code }) => code === mend.problem.code);
  const mayAdd = (each: Added): boolean =>
    !reachesAliases && mend.fix.reveals === true && !leadsNowhere(each, mend.fix, isHiding);
  if (!added.every(mayAdd)) return undefined;
  const { title, edits } = mend.fix;
  return reachesAliases ? { title: `${title}, also where its anchor is used`, edits } : mend.fix;
}

/** Whether all `mends` made at once add no problem that is an error, and reach nothing else. */
export function mendsQuietly(place: DocumentPlace, mends: readonly Mend[]): boolean {
  const outcome = tryMends(place, mends);
  return (
    outcome !== undefined &&
    !outcome.reachesAliases &&
    outcome.added.every(({ problem }) => problem.severity !== 'error')
  );
}

/** Whether all `mends` made at once add nothing at all. */
export function mendsSilently(place: DocumentPlace, mends: readonly Mend[]): boolean {
  const outcome = tryMends(place, mends);
  return outcome !== undefined && !outcome.reachesAliases && outcome.added.length === 0;
}

function leadsNowhere(added: Added, fix: Fix, isHiding: boolean): boolean {
  if (!added.isWritten || added.problem.severity !== 'error' || fix.moves === true) return false;
  return added.isSyntax || !isHiding;
}
