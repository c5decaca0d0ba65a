// What the parameters of messages must have. A client that omits something, or sends something else, is told
// which parameter that is; handlers take the rest on trust.

/** The name of the first parameter that `method` needs and that is missing or malformed. */
export function malformedParameter(method: string, params: unknown): string | undefined {
  const needed = parameters.get(method) ?? (method.startsWith('textDocument/') ? ofFile : {});
  const given = isObject(params) ? params : {};
  return Object.keys(needed).find((name) => needed[name]?.(given[name]) !== true);
}

type Test = (value: unknown) => boolean;
type Parameters = Readonly<Record<string, Test>>;

const ofFile: Parameters = { textDocument: isFile };
const atPosition: Parameters = { ...ofFile, position: isPosition };

const parameters: ReadonlyMap<string, Parameters> = new Map<string, Parameters>([
  ['initialize', { capabilities: isObject }],
  ['textDocument/didOpen', { textDocument: (value) => isFile(value) && isText(value) }],
  ['textDocument/didChange', { ...ofFile, contentChanges: listOf(isChange) }],
  ['textDocument/codeAction', { ...ofFile, range: isRange, context: isActionContext }],
  ['textDocument/completion', atPosition],
  ['textDocument/definition', atPosition],
  ['textDocument/documentHighlight', atPosition],
  ['textDocument/formatting', { ...ofFile, options: isObject }],
  ['textDocument/hover', atPosition],
  ['textDocument/inlayHint', { ...ofFile, range: isRange }],
  ['textDocument/linkedEditingRange', atPosition],
  ['textDocument/prepareRename', atPosition],
  ['textDocument/rangeFormatting', { ...ofFile, range: isRange, options: isObject }],
  ['textDocument/rangesFormatting', { ...ofFile, ranges: listOf(isRange), options: isObject }],
  ['textDocument/references', { ...atPosition, context: isObject }],
  ['textDocument/rename', { ...atPosition, newName: isString }],
  ['textDocument/selectionRange', { ...ofFile, positions: listOf(isPosition) }],
  ['textDocument/semanticTokens/range', { ...ofFile, range: isRange }],
  ['workspace/diagnostic', { previousResultIds: listOf(isResultId) }],
  ['workspace/symbol', { query: isString }],
  ['vpnconn/connectionOf', atPosition],
  ['vpnconn/documentPlaces', ofFile],
  ['vpnconn/locateLiteralSecret', atPosition],
  ['vpnconn/planUpdate', { ...atPosition, live: isObject, time: isTime }],
  ['vpnconn/prepareUpdate', atPosition],
  ['vpnconn/pullValues', { ...atPosition, live: isObject }],
  ['vpnconn/workspaceFiles', { files: listOf(isHandedOver), removed: listOf(isString) }],
  [
    'vpnconn/writeUpdate',
    {
      notes: listOf(isString),
      projectId: isString,
      connectionId: isString,
      body: isObject,
      secrets: listOf(isSecret),
      region: (value) => value === undefined || isString(value),
    },
  ],
]);

function listOf(test: Test): Test {
  return (value) => Array.isArray(value) && value.every(test);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isFile(value: unknown): boolean {
  return isObject(value) && isString(value['uri']);
}

function isText(value: unknown): boolean {
  return isObject(value) && isString(value['text']);
}

function isHandedOver(value: unknown): boolean {
  return isObject(value) && isString(value['uri']) && isText(value);
}

function isPosition(value: unknown): boolean {
  return isObject(value) && Number.isInteger(value['line']) && Number.isInteger(value['character']);
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value['start']) && isPosition(value['end']);
}

/** Without a range it is the text of the whole file. */
function isChange(value: unknown): boolean {
  return (
    isText(value) && isObject(value) && (value['range'] === undefined || isRange(value['range']))
  );
}

function isActionContext(value: unknown): boolean {
  return isObject(value) && (value['only'] === undefined || listOf(isString)(value['only']));
}

function isTime(value: unknown): boolean {
  return (
    isObject(value) &&
    [value['now'], value['offsetMinutes'], value['readAt'] ?? 0].every(Number.isInteger)
  );
}

function isSecret(value: unknown): boolean {
  return isObject(value) && ['pointer', 'source', 'name'].every((key) => isString(value[key]));
}

function isResultId(value: unknown): boolean {
  return isObject(value) && isString(value['uri']) && isString(value['value']);
}
