// *Sign In*: asks for credentials and keeps them for the current target, in the secret storage only.
import { checkCredentialText, malformedPart } from './auth/credentialSyntax';
import { secretsOf, type Credentials } from './auth/credentials';
import { storageUnavailable } from './auth/findCredentials';
import { storeCredentials } from './auth/storedCredentials';
import type { Context } from './context';
import type { Choice, Prompts, TextQuestion } from './ports';
import { problem, type Problem } from './problem';
import { reportDone, reportProblem } from './report';
import { currentTarget, noTarget } from './target/findDestination';
import { describeTarget } from './target/target';
import type { DoneOutcome } from './outcomes';

const kinds: readonly Choice<Credentials['kind']>[] = [
  {
    label: 'Access Key',
    description: 'permanent access key and secret key (AK/SK)',
    value: 'access-key',
  },
  {
    label: 'Temporary Access Key',
    description: 'access key and secret key with a security token',
    value: 'temporary-access-key',
  },
  { label: 'Token', description: 'IAM token of the project', value: 'token' },
];

/** Asks step by step; leaving any step stores nothing. */
export async function signIn(context: Context): Promise<DoneOutcome> {
  const target = currentTarget(context.targets, context.settings);
  if (target === undefined) {
    return refuse(context, noTarget());
  }
  if (target.kind === 'sandbox') {
    return refuse(context, sandboxNeedsNone());
  }
  const credentials = await askCredentials(context.prompts, describeTarget(target));
  if (credentials === undefined) {
    return { kind: 'left' };
  }
  secretsOf(credentials).forEach(context.redactor.register);
  const malformed = malformedPart(credentials);
  if (malformed !== undefined) {
    return refuse(context, cannotBeSent(malformed));
  }
  const written = await storeCredentials(context.secrets, target, credentials);
  if (written.kind === 'unavailable') {
    context.log.error(`The secret storage cannot be written: ${written.detail}`);
    return refuse(context, storageUnavailable());
  }
  reportDone(context.presenter, `Signed in for ${describeTarget(target)}.`);
  return { kind: 'done' };
}

async function askCredentials(prompts: Prompts, title: string): Promise<Credentials | undefined> {
  const kind = await prompts.pick(`Sign in for ${title}`, kinds);
  if (kind === undefined) {
    return undefined;
  }
  if (kind === 'token') {
    const token = await ask(prompts, title, 'Token', 'masked');
    return token === undefined ? undefined : { kind, token };
  }
  const accessKey = await ask(prompts, title, 'Access key', 'visible');
  const secretKey =
    accessKey === undefined ? undefined : await ask(prompts, title, 'Secret key', 'masked');
  if (accessKey === undefined || secretKey === undefined) {
    return undefined;
  }
  if (kind === 'access-key') {
    return { kind, accessKey, secretKey };
  }
  const securityToken = await ask(prompts, title, 'Security token', 'masked');
  return securityToken === undefined ? undefined : { kind, accessKey, secretKey, securityToken };
}

async function ask(
  prompts: Prompts,
  title: string,
  prompt: string,
  input: TextQuestion['input'],
): Promise<string | undefined> {
  const text = await prompts.ask({ title, prompt, input, check: checkCredentialText });
  return text?.trim();
}

function refuse(context: Context, refused: Problem): DoneOutcome {
  reportProblem(context.presenter, refused);
  return { kind: 'refused', problem: refused };
}

function sandboxNeedsNone(): Problem {
  return problem(
    'sandbox-needs-none',
    'The sandbox brings its own credentials, so there is nothing to sign in to.',
    'Select another target to sign in to the cloud.',
    { kind: 'select-target' },
  );
}

function cannotBeSent(part: string): Problem {
  return problem(
    'credentials-malformed',
    `The ${part} holds characters that cannot be sent.`,
    'Enter it as it was issued: without blanks, commas, line breaks and characters outside ASCII.',
    { kind: 'sign-in' },
  );
}
