// The one question before several updates are sent, and the document that it offers.
import type { ConfirmationQuestion } from '../ports/ports';
import { variableLines } from '../apply/dialogLines';
import { literalMarkdown, shortText } from '../model/visibleText';
import type { BatchItem } from './prepareBatch';

/** More lines would push the buttons out of a small window. */
const mostLines = 15;

/** Names the hosts, and for each connection how many fields change and what that does to traffic. */
export function batchQuestion(
  items: readonly BatchItem[],
  unchanged: readonly string[],
): ConfirmationQuestion {
  const hosts = [...new Set(items.map(({ ready }) => ready.destination.host))].join(', ');
  const count = items.length === 1 ? '1 update' : `${items.length} updates`;
  return {
    title: `Apply ${count} to ${hosts}?`,
    detail: [
      ...atMost(items.map(lineOf)),
      ...variableLines(items.flatMap(({ ready }) => ready.update.secrets)).map((line) =>
        shortText(line, 400),
      ),
      ...(unchanged.length === 0
        ? []
        : ['', `No changes, so not sent: ${shortText(unchanged.join(', '), 400)}`]),
      '',
      'Updates are applied one at a time. The first failure stops the rest.',
    ].join('\n'),
    proceed: 'Apply All',
    review: 'Preview Changes',
  };
}

/** All plans as one document. */
export function batchPlan(items: readonly BatchItem[]): string {
  const part = ({ plan, title }: BatchItem): string =>
    plan?.markdown ??
    `# ${literalMarkdown(title)}\n\nYou don't have permission to read this connection, so the changes can't be shown.`;
  return `${items.map((item) => part(item).trimEnd()).join('\n\n---\n\n')}\n`;
}

function atMost(lines: readonly string[]): readonly string[] {
  const rest = lines.length - mostLines;
  return rest <= 0 ? lines : [...lines.slice(0, mostLines), `… and ${rest} more`];
}

function lineOf({ title, plan, ready }: BatchItem): string {
  const name = shortText(title, 60);
  if (plan === undefined) {
    return `${name}: sends ${ready.update.fields.length} fields (no permission to read the connection)`;
  }
  const changing = plan.fields.filter(({ kind }) => kind !== 'same').map(({ label }) => label);
  const [effect] = plan.effects;
  const traffic = effect === undefined ? '' : `; ${effect.when}`;
  return shortText(
    `${name}: ${changing.length === 0 ? 'no changes' : changing.join(', ')}${traffic}`,
    240,
  );
}
