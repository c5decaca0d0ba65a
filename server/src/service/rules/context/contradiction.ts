// context/contradiction: the file says something of the connection that the connection denies.
import { contextPlaces } from '../connectionFacts';
import { defineRule } from '../rule';

export const contradiction = defineRule({
  id: 'context/contradiction',
  severity: 'error',
  title: 'The context disagrees with the connection',
  why: 'What stands under `context` decides which checks apply. When the live connection has been read and says otherwise, the checks went wrong, or the file names another connection than was meant. The version under `context` is the one that the connection runs today; an update that changes it is no contradiction.',
  source: 'API page, table 9',
  fromOutside: true,
  check(document, report) {
    for (const { name, pointer } of contextPlaces) {
      const live = document.live[name];
      const found = document.text(pointer);
      if (live === undefined || found === undefined) continue;
      const [said, held] = [found.value.toLowerCase(), live.toLowerCase()];
      const { values, suggestions } = found.facts;
      // A word that is none of the allowed ones is reported as that.
      const isWord = values.length === 0 || values.some(({ value }) => value === said);
      if (said === held || !isWord) continue;
      const spelled =
        [...values, ...suggestions].find(({ value }) => value.toLowerCase() === held)?.value ??
        live;
      // An update that has been applied is true although what stood there before it is not any more.
      const own = document.connection[name];
      const isApplied = own?.origin === 'update' && own.value === held;
      report({
        at: found.node,
        ...(isApplied && { severity: 'information' }),
        message: `The connection itself says \`${spelled}\`. Correct the context, or check that this is the connection that you mean.`,
        data: { kind: 'replacements', values: [spelled] },
      });
    }
  },
  examples: {
    live: { style: 'STATIC', flavor: 'Professional1', association: 'vpc', ikeVersion: 'v1' },
    good: [
      'context: {style: Static, flavor: professional1, association_mode: vpc, ike_version: v1}',
      'context: {ike_version: v1}\nvpn_connection: {ikepolicy: {ike_version: v2}}',
      'name: a',
      'context: {style: route}',
    ],
    bad: [
      {
        yaml: 'context: {style: policy, association_mode: er}\nvpn_connection: {name: a}',
        marks: ['policy', 'er'],
      },
      { yaml: 'context: {flavor: GM}\nvpn_connection: {name: a}', marks: ['GM'] },
      {
        yaml: 'context: {ike_version: V2}\nvpn_connection: {ikepolicy: {ike_version: v1}}',
        marks: ['V2'],
        severity: 'information',
      },
    ],
  },
});
