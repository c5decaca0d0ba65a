// The problems that are no rules, because they come from YAML itself or from the table: what the
// reference page says about them.
import { limitsInWords as limits, maxDepth } from '../document/limits';
import type { Severity } from '../problem';
import { overlapRule } from './files/overlap';

/** What the reference page needs to know of a problem. */
export interface CheckFacts {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  /** It speaks only with facts that no text of the file holds, so the file cannot tell what it would find. */
  readonly fromOutside?: true;
  /** A text that has the problem; YAML below `vpn_connection:` or a whole document. */
  readonly example?: string;
}

const yaml = 'YAML 1.2.2';
const tables = 'API page, tables 1 to 7';

/** All of them, in the order of the page. */
export const checks: readonly CheckFacts[] = [
  {
    id: 'yaml/syntax',
    severity: 'error',
    title: 'The text is not valid YAML',
    why: 'What stands on the line of the mistake is not checked until it is mended. The other lines are, unless nobody could tell how to read them. An unclosed quote or bracket is reported where it was opened.',
    source: yaml,
    example: 'name: "site-a',
  },
  {
    id: 'yaml/duplicate-key',
    severity: 'error',
    title: 'A key stands twice in one block',
    why: 'Programs that read YAML keep the last one or refuse the file; whoever wrote it meant one of the two.',
    source: `${yaml}, chapter 3.2.1.3`,
    example: 'name: a\nname: b',
  },
  {
    id: 'yaml/tab',
    severity: 'error',
    title: 'A tab as indentation',
    why: 'YAML does not allow it, because nobody can see how wide a tab is meant to be.',
    source: `${yaml}, chapter 6.1`,
    example: 'ikepolicy:\n\tike_version: v2',
  },
  {
    id: 'yaml/unresolved-alias',
    severity: 'error',
    title: 'An alias without its anchor',
    why: 'A text that begins with an asterisk is an alias to YAML. Without quotes a pre-shared key with a leading asterisk is lost.',
    source: `${yaml}, chapter 7.1`,
    example: 'name: *nobody',
  },
  {
    id: 'yaml/unknown-tag',
    severity: 'error',
    title: 'A tag that has no meaning here',
    why: '`!secret NAME` and `!env NAME` refer to secrets, in place of a pre-shared key only. Standard tags such as `!!str` are fine. Everything else that begins with an exclamation mark is a mistake.',
    source: 'File format',
    example: 'name: !secret site-a',
  },
  {
    id: 'yaml/limits',
    severity: 'error',
    title: 'A file or document beyond all bounds',
    why: `Real updates are a few kilobytes. Files above ${limits.fileLength} or ${limits.documents} documents, documents above ${limits.documentLength} or ${limits.parts} lines and values, nesting beyond ${maxDepth} levels and aliases that unfold to more than ${limits.nodes} values are not read, so that no file can hang the editor. The documents of a file also share a budget: what ordinary updates need is far below, and documents after one that uses it up are not read.`,
    source: 'File format',
  },
  {
    id: 'yaml/conflict-markers',
    severity: 'error',
    title: 'Git conflict markers',
    why: 'Both sides of the conflict are in the text. Until one is chosen nothing else in the document is worth a message.',
    source: 'File format',
    example: 'vpn_connection:\n<<<<<<< HEAD\n  name: a\n=======\n  name: b\n>>>>>>> theirs',
  },
  {
    id: 'schema/required',
    severity: 'error',
    title: 'A mandatory key is missing',
    why: 'Without project and connection there is no address to send the update to, without a body nothing to send.',
    source: tables,
  },
  {
    id: 'schema/type',
    severity: 'error',
    title: 'A value of the wrong kind',
    why: 'The API refuses a text where a number belongs, one value where a list belongs, and the other way round.',
    source: tables,
    example: 'peer_subnets: 192.168.1.0/24',
  },
  {
    id: 'schema/enum',
    severity: 'error',
    title: 'A word that is none of the allowed ones',
    why: 'The API knows only these words, and upper and lower case matter.',
    source: tables,
    example: 'ikepolicy:\n  encryption_algorithm: aes256',
  },
  {
    id: 'schema/range',
    severity: 'error',
    title: 'A number outside its range',
    why: 'The API refuses it.',
    source: tables,
    example: 'ikepolicy:\n  lifetime_seconds: 59',
  },
  {
    id: 'schema/length',
    severity: 'error',
    title: 'A text that is too short or too long',
    why: 'The API refuses it. Characters are counted, not bytes.',
    source: tables,
    example: 'name: ""',
  },
  {
    id: 'schema/pattern',
    severity: 'error',
    title: 'A text with the wrong form',
    why: 'The API refuses characters or forms that the table does not allow.',
    source: tables,
    example: 'name: site a',
  },
  {
    id: 'schema/max-items',
    severity: 'error',
    title: 'A list with too many entries',
    why: 'The API refuses a list that is longer than the limit of its field, which the message names.',
    source: 'API page, tables 3 and 4',
  },
  {
    id: 'schema/unknown-key',
    severity: 'error',
    title: 'A key that cannot be sent',
    why: 'It is misspelt, stands at the wrong place, or belongs to what the API returns or takes at creation only; then the message says which.',
    source: tables,
    example: 'style: POLICY',
  },
  {
    id: 'schema/newer-field',
    severity: 'warning',
    title: 'A field that is newer than the API page',
    why: 'Some clouds know it already, others refuse it.',
    source: 'Later editions of the API page',
    example: 'enable_hub: true',
  },
  {
    id: 'psk/reference',
    severity: 'error',
    title: 'A reference to a secret without a usable name',
    why: 'The name becomes a key of the secret storage or the name of an environment variable.',
    source: 'File format',
    example: 'psk: !secret',
  },
  {
    id: 'suppress/unused',
    severity: 'information',
    title: 'A suppression comment that silences nothing',
    why: 'The problem is gone, or the comment stands at the wrong line. A comment that is left behind would silence the next mistake of its kind.',
    source: 'File format',
    example: '# vpnconn-disable-next-line psk/literal\nname: a',
  },
  {
    id: 'suppress/unknown',
    severity: 'warning',
    title: 'A suppression comment with an ID that does not exist',
    why: 'It silences nothing. Errors of YAML and of the table cannot be silenced either: what cannot be sent must be mended.',
    source: 'File format',
    example: '# vpnconn-disable-next-line psk/litteral\nname: a',
  },
  {
    id: 'suppress/malformed',
    severity: 'warning',
    title: 'A suppression comment without an ID, or with a first word that is nearly right',
    why: 'It silences nothing, and nobody would notice. `# vpnconn-disable-next-line` and `# vpnconn-disable-file` are the two comments that there are; behind a blank they want the ID of at least one problem.',
    source: 'File format',
    example: '# vpnconn-disable-line psk/literal\nname: a',
  },
  overlapRule,
];
