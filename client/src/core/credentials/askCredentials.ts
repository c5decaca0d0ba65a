// Asks for credentials, step by step. What is entered is known to the redactor before anything else
// happens with it.
import type { Context } from '../redaction/context';
import type { Choice, Prompts, TextQuestion } from '../ports/ports';
import { problem, type Problem } from '../model/problem';
import { describeTarget, type Target } from '../model/target';
import { resolveTarget } from '../targets/resolveTarget';
import { secretsOf, type Login } from '../model/credentials';
import { checkCredentialText, checkLoginText, malformedPart } from './credentialSyntax';
import { iamEndpointMissing } from './iamEndpoint';

/** What was entered; `left` with Escape at any step. */
export type AskedCredentials =
  | { readonly kind: 'entered'; readonly login: Login }
  | { readonly kind: 'left' }
  | { readonly kind: 'refused'; readonly problem: Problem };

const kinds: readonly Choice<Login['kind']>[] = [
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
  {
    label: 'User and Password',
    description: 'IAM user; tokens are fetched when they are needed',
    value: 'password',
  },
];

/** Asks for the kind, unless the target's entry names it, and for its parts. */
export async function askCredentials(context: Context, target: Target): Promise<AskedCredentials> {
  const { prompts } = context;
  const title = describeTarget(target);
  const resolved = resolveTarget(target, context);
  if (resolved.kind === 'refused') {
    return resolved;
  }
  const { credentials: source, iamEndpoint } = resolved;
  const known = kinds.find(({ value }) => value === source)?.value;
  const kind = known ?? (await prompts.pick(`Sign in for ${title}`, kinds));
  if (kind === 'password' && iamEndpoint === undefined) {
    return { kind: 'refused', problem: iamEndpointMissing() };
  }
  const login = kind === undefined ? undefined : await askParts(prompts, title, kind, iamEndpoint);
  if (login === undefined) {
    return { kind: 'left' };
  }
  secretsOf(login).forEach(context.redactor.register);
  const malformed = malformedPart(login);
  return malformed === undefined
    ? { kind: 'entered', login }
    : { kind: 'refused', problem: cannotBeSent(malformed) };
}

async function askParts(
  prompts: Prompts,
  title: string,
  kind: Login['kind'],
  iamEndpoint = '',
): Promise<Login | undefined> {
  if (kind === 'password') {
    return askPassword(prompts, title, iamEndpoint);
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

async function askPassword(
  prompts: Prompts,
  title: string,
  iamEndpoint: string,
): Promise<Login | undefined> {
  const question = { title, input: 'visible', check: checkLoginText } as const;
  const domain = await prompts.ask({
    ...question,
    prompt: 'Account name (the domain that the user belongs to)',
  });
  const user =
    domain === undefined ? undefined : await prompts.ask({ ...question, prompt: 'IAM user name' });
  // Blanks at the ends of a password belong to it.
  const password =
    user === undefined
      ? undefined
      : await prompts.ask({ ...question, prompt: 'Password', input: 'masked' });
  return domain === undefined || user === undefined || password === undefined
    ? undefined
    : { kind: 'password', user: user.trim(), password, domain: domain.trim(), iamEndpoint };
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

function cannotBeSent(part: string): Problem {
  return problem(
    'credentials-malformed',
    `The ${part} holds characters that cannot be sent.`,
    'Enter it as it was issued: without blanks, commas, line breaks and characters outside ASCII.',
    { kind: 'sign-in' },
  );
}
