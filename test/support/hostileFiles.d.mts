/** Length of the files in bytes; all of them are ASCII. */
export const fileLength: number;

/** The files by what they have much of. */
export const hostileFiles: Readonly<Record<HostileFile, string>>;

/** Those that tests name; there are many more. */
export type HostileFile =
  | 'alias documents'
  | 'carriage returns'
  | 'deep lists'
  | 'keys twice in documents'
  | 'line breaks'
  | 'networks'
  | 'one network in documents'
  | 'plain updates'
  | 'rules'
  | 'wrong values';
