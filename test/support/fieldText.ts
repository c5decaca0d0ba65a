// Builds a whole document that gives one field one value, and all else it needs.
import { connectionId, projectId } from './updateText';

/** YAML of the value with its short forms spelled out: `{65}` is a text of 65 characters, and so on. */
export function expandValue(yaml: string): string {
  const networks = (count: number): string =>
    Array.from({ length: count }, (_, index) => `10.${index}.0.0/16`).join(', ');
  const rules = (count: number): string =>
    Array.from(
      { length: count },
      (_, index) => `{source: 10.${index}.0.0/24, destination: [192.168.${index}.0/24]}`,
    ).join(', ');
  return yaml
    .replace(/\{(\d+)\}/, (_, count: string) => 'x'.repeat(Number(count)))
    .replace(/\{(\d+) key\}/, (_, count: string) => 'Aa1!'.repeat(40).slice(0, Number(count)))
    .replace(/\[(\d+) networks\]/, (_, count: string) => `[${networks(Number(count))}]`)
    .replace(/\[(\d+) rules\]/, (_, count: string) => `[${rules(Number(count))}]`);
}

/** A document with `yaml` as the value at `path`, where `*` stands for the first item of a list. */
export function documentWith(path: string, yaml: string): string {
  const segments = path.slice(1).split('/');
  const value = segments.reduceRight(
    (inner, segment) => (segment === '*' ? `[${inner}]` : `{${segment}: ${inner}}`),
    expandValue(yaml),
  );
  const [first = ''] = segments;
  const top = value.slice(1, -1);
  const others = {
    project_id: projectId,
    vpn_connection_id: connectionId,
    vpn_connection: '{name: a}',
  };
  const rest = Object.entries(others).filter(([key]) => key !== first);
  return [...rest.map(([key, text]) => `${key}: ${text}`), top, ''].join('\n');
}
