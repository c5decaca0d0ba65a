// Files that nobody writes and everybody may open: below 256 KiB, within the limits of a single document
// where that costs more than to be beyond them, and each much of one thing.

/** Length of the files in bytes; all of them are ASCII. */
export const fileLength = 256 * 1024 - 1;

const project = '0605768a0780d5c02f9bc010cbc2ee4a';
const head = `project_id: ${project}\nvpn_connection_id: 98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3\n`;
const body = `${head}vpn_connection:\n`;

/** Parts that one document may have (`maxParts`), with some room for those around. */
const parts = 3_900;

/** `unit` again and again, to the full length of a file. `unit` may be made for each place. */
function fill(unit, { before = '', after = '', most = Infinity } = {}) {
  const pieces = [before];
  let left = fileLength - before.length - after.length;
  for (let index = 0; index < most; index++) {
    const piece = typeof unit === 'function' ? unit(index) : unit;
    left -= piece.length;
    if (left < 0) break;
    pieces.push(piece);
  }
  return [...pieces, after].join('');
}

/** As many documents as a file may have and its length allows. */
function documents(unit) {
  return fill((index) => `${typeof unit === 'function' ? unit(index) : unit}---\n`, {
    most: 4_999,
  });
}

/** One document with so many of something, and something else between them until the file is full. */
function spread(unit, filler, { before = body, after = '\n', count = parts } = {}) {
  const gap = Math.floor((fileLength - before.length - after.length) / count) - unit.length;
  return fill(unit + filler.repeat(Math.max(gap, 0)), { before, after, most: count });
}

const levels = (count, line) => Array.from({ length: count }, (_, at) => line(at)).join('');
const times = (count, unit) => Array.from({ length: count }, (_, at) => unit(at)).join('');

const aliases = (levelsUp, width) =>
  `x-0: &0 [a,b,c]\n${times(levelsUp, (at) => `x-${at + 1}: &${at + 1} [${times(width, () => `*${at},`)}]\n`)}`;
const merges = (levelsUp, width) =>
  `x-0: &0 {a: 1, b: 2}\n${times(levelsUp, (at) => `x-${at + 1}: &${at + 1} {<<: [${times(width, () => `*${at},`)}], k${at}: 1}\n`)}`;
const subnet = (at) => `10.${(at >> 8) & 255}.${at & 255}.0/24`;
const idOf = (at) => `98c5af8a-1c2d-4e3f-8a9b-${at.toString(16).padStart(12, '0')}`;
const update = (at, more) =>
  `project_id: ${project}\nvpn_connection_id: ${idOf(at)}\nvpn_connection:\n${more}`;

/** The files by what they have much of. */
export const hostileFiles = {
  'alias documents': documents(aliases(5, 6)),
  'wide alias documents': documents(aliases(2, 70)),
  'merge documents': documents(merges(4, 7)),
  'alias to one large list': documents(
    `${body}  peer_subnets: &a [${times(150, (at) => `${subnet(at)},`)}]\n  policy_rules: [${times(100, () => '*a,')}]\n`,
  ),
  'rules from aliases': documents(
    `${body}  policy_rules:\n    - &r {source: 10.0.0.0/8, destination: &d [${times(99, (at) => `${subnet(at)},`)}]}\n${times(60, () => '    - *r\n')}`,
  ),
  'errors from aliases': documents(
    `x-a: &a {nam: 1, psk: [], peer_subnets: 5, foo: {bar: 1}}\n${body}  policy_rules:\n${times(60, () => '    - *a\n')}`,
  ),
  'anchors of one name': fill('&a *a, ', { before: 'x-a: [', after: ']\n', most: 1_200 }),
  'anchors and aliases': fill((at) => `k${at}: &n *n\n`, { most: 900 }),
  'documents of anchors': documents(`x-a: [${times(800, () => '&a 1,*a,')}]\n`),
  'unresolved aliases': documents(`x-a: [${times(900, () => '*b,')}]\n`),
  'spaces in a value': fill(' ', { before: `${body}  name: a`, after: 'b\n' }),
  'spaces after a value': fill(' ', { before: `${body}  name: a`, after: '\n' }),
  'spaces before a comment': fill(' ', { before: `${body}  name: a`, after: '#\n' }),
  'spaces before a key': fill(' ', { before: `${body}  name: a\n`, after: 'psk: b\n' }),
  'spaces after a colon': fill(' ', { before: `${body}  name:`, after: 'a\n' }),
  'spaces in an open quote': fill(' ', { before: `${body}  name: "a`, after: 'b\n' }),
  'lines of 60,000 spaces and fixes': `${body}${times(4, (at) => `  nam${at}: a${' '.repeat(60_000)}\n`)}${times(30, (at) => `  ike_versio${at}: V${at}\n`)}`,
  'lines of spaces': fill(`${' '.repeat(60)}\n`, { before: `${body}  name: a\n`, most: parts }),
  'lines with spaces at the end': fill(`  - a${' '.repeat(120)}\n`, {
    before: 'x-a:\n',
    most: 1_900,
  }),
  'tabs in a line': fill('\t', { before: `${body}  name: a`, after: 'b\n' }),
  'tabs before lines': fill(`\tname: a${'b'.repeat(60)}\n`, { before: body, most: 1_900 }),
  'line breaks': documents('\n'.repeat(parts)),
  'comment lines': fill(`# ${'a'.repeat(60)}\n`, { most: parts }),
  'indented comment lines': fill((at) => `${' '.repeat(at % 60)}#\n`, {
    before: `${body}  name: a\n`,
    most: parts,
  }),
  'comment lines in documents': documents(`name: a\n${'#\n'.repeat(parts)}`),
  'numbers signs in a line': fill('#', { before: `${body}  name: a` }),
  'number signs apart': fill(' #', { before: `${body}  name: "a` }),
  'number signs in quotes': fill(' #', { before: `${body}  name: "a`, after: '"\n' }),
  regions: fill('# region\n', { most: parts }),
  'regions in text': fill('    # region\n', { before: 'x-a: |\n', most: parts }),
  'text over many lines': fill(`    ${'a'.repeat(60)}\n`, {
    before: `${body}  name:\n`,
    most: parts,
  }),
  'texts over two lines': fill(`  - a\n    b${'c'.repeat(110)}\n`, {
    before: 'x-a:\n',
    most: 1_100,
  }),
  'texts over lines, and comments': fill('  - "a\n    b"\n# c\n', { before: 'x-a:\n', most: 600 }),
  'block texts': fill(`  - |\n    a${'c'.repeat(110)}\n`, { before: 'x-a:\n', most: 1_100 }),
  'one letter for megabytes': fill('a', { before: `${body}  name: `, after: '\n' }),
  'a long key': fill('a', { before: body, after: ': 1\n' }),
  'long keys that are similar': fill(
    (at) => `  ${'authentication_algorith'.repeat(40)}${at}: 1\n`,
    {
      before: body,
    },
  ),
  'a long network': fill('1.', { before: `${body}  peer_subnets: [`, after: ']\n' }),
  'a long address': fill('1', { before: `${body}  tunnel_local_address: 1.`, after: '/30\n' }),
  'a long identifier': fill('*', { before: 'project_id: "', after: '"\n' }),
  'a long key in clear text': fill('Ab1-', { before: `${body}  psk: "`, after: '"\n' }),
  'a long name of a peer': fill('a.', {
    before: `${body}  ikepolicy: {peer_id_type: fqdn, peer_id: `,
    after: '}\n',
  }),
  'a long tag': fill('a', { before: `${body}  name: !`, after: ' b\n' }),
  'a long tag of marks': fill('!', { before: `${body}  name: `, after: ' b\n' }),
  'a long list of words': fill('a ', { before: `${body}  peer_subnets: `, after: '\n' }),
  'a long number': fill('1', { before: `${body}  ikepolicy: {lifetime_seconds: `, after: '}\n' }),
  backslashes: fill('\\', { before: `${body}  name: "`, after: '\n' }),
  escapes: fill('\\n', { before: `${body}  name: "`, after: '"\n' }),
  placeholders: fill('${', { before: `${body}  name: "`, after: '"\n', most: parts }),
  'braces in a name': fill('{{ ', { before: `${body}  name: "`, after: '"\n', most: parts }),
  'percent signs': fill('%', { before: `${body}  name: "`, after: '"\n', most: parts }),
  'colons in a line': fill('a:', { before: `${body}  name: `, after: '\n', most: parts }),
  'colons far apart': spread(':', 'a'),
  'colons far apart, in documents': documents(`name: ${times(parts, () => 'a:')}\n`),
  'colons in a flow': spread('a:b,', 'a', { before: 'x-a: {', after: '}\n', count: 1_900 }),
  'colons without end': fill('::', { before: 'x-a: [', after: '\n', most: 1_900 }),
  'colons with spaces': documents(times(90, () => 'a: ')),
  'lines with colons': fill(`  a:b${'c'.repeat(100)}\n`, { before: body, most: 1_900 }),
  'keys without a space': fill((at) => `  name:a${at}\n`, { before: body, most: 1_900 }),
  'brackets that close': documents(`x-a: [${'[],'.repeat(1_250)}]\n`),
  'brackets far apart': spread('[]', 'a', { before: 'x-a: ', count: 1_900 }),
  'open brackets in lines': fill(`  a: [${'b'.repeat(120)}\n`, { before: body, most: 1_300 }),
  'open brackets in documents': documents('a: [b\nc: d\n'),
  'brackets that open and close lines': fill('x-a: [\n', { most: 1_300 }),
  'closing brackets': fill(']', { before: 'x-a: ', after: '\n', most: parts }),
  'braces in documents': documents(`x-a: ${'{a: '.repeat(95)}\n`),
  'deep brackets in documents': documents(`x-a: ${'['.repeat(98)}${']'.repeat(98)}\n`),
  'deep blocks': documents(levels(99, (at) => `${' '.repeat(at)}k:\n`)),
  'deep lists': documents(`${'- '.repeat(99)}a\n`),
  'deep questions': documents(`${'? '.repeat(95)}a\n`),
  'deep blocks, again and again': fill(
    levels(60, (at) => `${' '.repeat(at)}k${at}:\n`),
    { most: 60 },
  ),
  commas: documents(`x-a: [${','.repeat(3_800)}]\n`),
  'quotes in a line': documents(`x-a: ${"'".repeat(3_800)}\n`),
  'double quotes in a line': documents(`x-a: ${'"'.repeat(3_801)}\n`),
  'quotes far apart': spread("'", 'a'),
  'quotes in a flow': spread('"a",', 'a', { before: 'x-a: [', after: ']\n', count: 1_250 }),
  'open quotes in documents': documents('name: "a\n'),
  'open quotes in lines': fill((at) => `  k${at}: "${'a'.repeat(100)}\n`, {
    before: body,
    most: 1_200,
  }),
  'open quotes in items': fill('  - "a\n', { before: 'x-a:\n', most: 1_200 }),
  'open quotes without an end below': fill(`  "a${'b'.repeat(60)}\n`, {
    before: body,
    most: 1_900,
  }),
  'unfinished lines': fill(`  wor${'d'.repeat(60)}\n`, { before: body, most: parts }),
  'short unfinished lines': fill('wor\n', { before: `${body}  name: a\n`, most: parts }),
  'unfinished documents': documents('name\nregion: a\nwor\n'),
  'stray items': fill('  - a\n', { before: `${body}  name: a\n`, most: 1_300 }),
  'stray items in documents': documents('name: a\n  - a\n  - b\nregion: a\n'),
  'lines that do not line up': fill((at) => `${' '.repeat(2 + (at % 40))}k${at}: 1\n`, {
    before: body,
    most: 1_900,
  }),
  'texts that are no YAML': documents('Dear all,\nplease find attached the new key.\nRegards\n'),
  'mistakes of all kinds': documents('a: [b\n- c\n  "d: e\nf\n'),
  tags: documents(`x-a: [${'!a b,'.repeat(1_200)}]\n`),
  'tags without values': documents(`x-a: [${'!a ,'.repeat(1_200)}]\n`),
  'tags on a line': documents(`x-a: ${'!a '.repeat(1_200)}\n`),
  'secret tags': documents(`${body}  name: !secret a\n  psk: !secrt b\n  cgw_id: !env c\n`),
  directives: documents('%YAML 1.2\n'.repeat(1_900)),
  'keys twice': fill((at) => `  name: ${at}${'a'.repeat(50)}\n`, { before: body, most: 1_900 }),
  'long keys twice': fill(`x-a: ${'a'.repeat(2_000)}\n`, {
    before: `x-a: ${'b'.repeat(60_000)}\n`,
    most: 90,
  }),
  'keys twice in documents': documents('name: a\nname: b\nname: c\nname: a\n'),
  'unknown keys': fill((at) => `  key${at}: ${'a'.repeat(50)}\n`, { before: body, most: 1_900 }),
  'unknown keys in documents': documents('reigon: a\nproject: b\nconnection: c\n'),
  'similar keys': fill((at) => `  ike_polic${at}: 1\n`, { before: body, most: 1_900 }),
  'keys at the wrong place': fill((at) => `pfs: group${at}\n`, { before: body, most: 900 }),
  'misplaced keys in documents': documents(
    `${body}  pfs: group2\n  interval: 30\n  dh_group: group14\nname: a\n`,
  ),
  'wrong values': documents(
    `${body}  ikepolicy: {ike_version: V2, dh_group: Group2, lifetime_seconds: "60", encryption_algorithm: aes_256}\n`,
  ),
  'weak values': documents(
    `${body}  ikepolicy: {ike_version: v1, dh_group: group2, encryption_algorithm: 3des}\n`,
  ),
  networks: fill((at) => `    - ${subnet(at)}${' '.repeat(50)}\n`, {
    before: `${body}  peer_subnets:\n`,
    most: 1_900,
  }),
  'networks in one another': documents(
    `${body}  peer_subnets: [${times(900, (at) => `10.${at & 255}.0.0/${8 + (at % 20)},`)}]\n`,
  ),
  'wrong networks': documents(
    `${body}  peer_subnets: [${times(900, (at) => `10.0.${at}.1/33,`)}]\n`,
  ),
  rules: documents(
    `${body}  policy_rules: [${times(60, (at) => `{rule_index: ${at % 7}, source: ${subnet(at)}, destination: [${times(8, (to) => `${subnet(to * at)},`)}]},`)}]\n`,
  ),
  'one connection in documents': documents(`${body}  name: a\n`),
  'one network in documents': documents((at) =>
    update(at, `  peer_subnets: [10.0.0.0/8, ${subnet(at)}]\n`),
  ),
  'networks in documents': documents((at) =>
    update(at, `  peer_subnets: [${times(60, (to) => `10.${to}.0.0/${9 + ((at + to) % 8)},`)}]\n`),
  ),
  'plain updates': documents((at) =>
    update(
      at,
      '  name: a\n  peer_subnets: [10.0.0.0/24, 10.0.1.0/24]\n  psk: !secret a\n  ikepolicy: {ike_version: v2, dh_group: group20}\n',
    ),
  ),
  'empty documents': documents('# a\n'),
  'short documents': documents('a: 1\n'),
  dots: documents('...\n'),
  'suppression comments': fill(`# vpnconn-disable-next-line psk/literal ${'a'.repeat(24)}\n`, {
    most: parts,
  }),
  'suppression comments above a value': fill(
    '# vpnconn-disable-next-line psk/literal crypto/weak\n',
    {
      after: 'name: a\n',
      most: parts,
    },
  ),
  'suppression comments in documents': documents(
    '# vpnconn-disable-file a\n# vpnconn-disable-next-line psk/literl\nname: a\n',
  ),
  'suppressed IDs in a line': fill((at) => ` a${at}`, {
    before: '# vpnconn-disable-file',
    after: '\nname: a\n',
  }),
  'suppressed IDs that are similar': fill((at) => ` crypto/wea${at}`, {
    before: '# vpnconn-disable-next-line',
    after: '\nname: a\n',
  }),
  'suppression comments without an end': fill(' -', {
    before: '# vpnconn-disable-file a',
    after: '\n',
  }),
  'misspelt suppression comments': fill('# vpnconn-disable-nextline a\n', {
    after: 'name: a\n',
    most: parts,
  }),
  'suppression comments in a line': fill(' # vpnconn-disable-file', { before: 'name: a' }),
  'carriage returns': documents('name: a\r'.repeat(1_900)),
  'Windows lines': fill((at) => `  key${at}: a${'b'.repeat(50)}\r\n`, {
    before: body.replaceAll('\n', '\r\n'),
    most: 1_250,
  }),
  'conflict markers': documents('<<<<<<< HEAD\n=======\n>>>>>>> x\n'),
  'control characters': documents('name: a\u0001\n'),
  'beyond the parts, in documents': documents(`x-a: [${','.repeat(5_000)}]\n`),
  'beyond the nodes, in documents': documents(aliases(9, 9)),
};
