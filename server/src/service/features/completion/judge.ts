// Marks what the rules object to, and leaves out what they refuse.
import type { CursorPlace } from '../../document/cursorPlace';
import type { DataNode } from '../../document/node';
import type { LiveFacts } from '../../rules/connectionFacts';
import { clearPlace } from './hypothetical';
import type { Proposal } from './proposal';
import type { Verdict } from './trial';
import type { TrialMemo } from './trialMemo';

/** The document that a proposal is for. */
interface Judged {
  readonly root: DataNode;
  /** What the live connection says, when it has been read. */
  readonly live: LiveFacts | undefined;
}

/** The proposals that the rules accept; what they object to is marked and sorted last. */
export function judgeAll(
  proposals: readonly Proposal[],
  place: CursorPlace,
  { root, live }: Judged,
  memo: TrialMemo,
): readonly Proposal[] {
  const trial = memo.of(place, clearPlace(root, place), live);
  return proposals.flatMap((proposal) => withVerdict(proposal, trial.judge(proposal.holds)));
}

function withVerdict(proposal: Proposal, verdict: Verdict): readonly Proposal[] {
  switch (verdict.kind) {
    case 'fine':
      return [proposal];
    case 'refused':
      return [];
    case 'no-effect':
      return [withObjection({ ...proposal, note: 'no effect', rank: 'no-effect' }, verdict)];
    case 'discouraged':
      // What the table calls weak says so itself.
      return proposal.rank === 'weak'
        ? [proposal]
        : [withObjection({ ...proposal, note: 'not advised', rank: 'discouraged' }, verdict)];
  }
}

function withObjection(
  proposal: Proposal,
  { objection }: { readonly objection: string },
): Proposal {
  const { documentation = '' } = proposal;
  return { ...proposal, documentation: `⚠ ${objection}\n\n${documentation}`.trimEnd() };
}
