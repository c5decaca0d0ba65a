// The one renderer of what the table says about a field and its values: hover, completion and the
// reference page show the same card.
import type { FieldFacts, ValueFacts } from '../schema/facts';
import { rangeOf } from '../schema/messages';
import { table } from '../schema/table';
import { placeOnPage } from './placeOnPage';
import { asMarkdown } from './plainText';

/** Markdown about a field: meaning, what it may hold, default, when a change takes effect, source. */
export function fieldCard(facts: FieldFacts): string {
  const lines = [headLine(facts), '', facts.description];
  const details = [
    ...allowedValues(facts),
    ...(facts.serverDefault === undefined
      ? []
      : [
          `Default at creation: \`${facts.serverDefault}\`. An update that leaves the field out keeps its present value.`,
        ]),
    ...gatewayNotes(facts),
    ...effectLines(facts),
    ...(facts.otherSide === undefined ? [] : [facts.otherSide]),
    ...(facts.sensitive
      ? ['Secret: the value is never shown, logged or sent to anything but the API.']
      : []),
    ...(facts.newer === undefined ? [] : [facts.newer]),
    sourceLine(facts),
  ];
  return [...lines, '', ...details.map((detail) => `- ${detail}`)].join('\n');
}

/** Which field it is, what its value means when that is known, and what it may hold. */
export function shortCard(facts: FieldFacts, value?: ValueFacts): string {
  const head =
    value === undefined
      ? headLine(facts)
      : `**\`${value.value}\`** · ${facts.title}: ${value.meaning}`;
  return [head, ...allowedValues(facts).slice(0, 3)].join('\n\n');
}

/** Markdown about one value of an enumeration, or one known value of a free text. */
export function valueCard(facts: FieldFacts, { value, meaning, weak }: ValueFacts): string {
  const off = facts.disables[value];
  const warnings = [...(weak === undefined ? [] : [weak]), ...(off === undefined ? [] : [off])];
  return [
    `**\`${value}\`** · ${facts.title}`,
    '',
    meaning,
    ...warnings.map((warning) => `\n⚠ ${warning}`),
  ].join('\n');
}

/** `whole number`, `text`, `list of …`: the type in words. */
export function typeInWords(facts: FieldFacts): string {
  switch (facts.type) {
    case 'integer':
      return 'whole number';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'block of keys';
    case 'array':
      return facts.items?.type === 'object' ? 'list of blocks' : 'list';
    case 'string':
      return facts.values.length > 0 ? choiceInWords(facts.values.length) : 'text';
  }
}

function choiceInWords(count: number): string {
  return count === 1 ? 'one possible value' : `one of ${count} values`;
}

function headLine(facts: FieldFacts): string {
  return `**${facts.title}** · \`${facts.key}\` · ${typeInWords(facts)}`;
}

function allowedValues(facts: FieldFacts): readonly string[] {
  if (facts.values.length > 0) {
    const values = facts.values.map(({ value, weak }) =>
      weak === undefined ? `\`${value}\`` : `\`${value}\` (weak)`,
    );
    return [`Allowed: ${values.join(', ')}`];
  }
  const limits: string[] = [];
  if (facts.minimum !== undefined) limits.push(`Range: ${rangeOf(facts)}`);
  if (facts.maxLength !== undefined)
    limits.push(`Length: ${facts.minLength ?? 0} to ${facts.maxLength} characters`);
  if (facts.maxItems !== undefined) limits.push(`At most ${facts.maxItems} entries`);
  if (facts.patternMessage !== undefined) limits.push(asMarkdown(facts.patternMessage));
  if (facts.characters !== undefined) {
    limits.push(
      `At least ${facts.characters.minClasses} of: ${Object.keys(facts.characters.classes).join(', ')}`,
    );
  }
  if (facts.secretTags.length > 0)
    limits.push(
      `A reference instead of the value: ${facts.secretTags.map((tag) => `\`${tag} NAME\``).join(' or ')}`,
    );
  if (!facts.sensitive && facts.examples.length > 0)
    limits.push(`Example: \`${facts.examples.join('`, `')}\``);
  return limits;
}

function gatewayNotes({ gm }: FieldFacts): readonly string[] {
  if (gm === undefined) return [];
  return gm.kind === 'values'
    ? [`On a gateway of flavor GM: only \`${gm.only.join('`, `')}\``]
    : ['On a gateway of flavor GM: cannot be changed'];
}

/** The sentences of the table say by themselves that and when a change takes effect. */
function effectLines({ effects }: FieldFacts): readonly string[] {
  return Object.entries(effects).map(([version, { text }]) =>
    version === 'any'
      ? text
      : `With IKE${version}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
  );
}

function sourceLine(facts: FieldFacts): string {
  const { title, date, url } = table.page;
  const place = placeOnPage(facts);
  return place === undefined
    ? `Source: ${facts.source}`
    : `Source: [${title}](${url}) (${date}), ${place}`;
}
