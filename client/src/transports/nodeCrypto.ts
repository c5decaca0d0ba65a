// The two primitives of the signature, from the platform.
import { createHash, createHmac } from 'node:crypto';
import type { Crypto } from '../core/ports/ports';

/** Hashes of Node; text is hashed as UTF-8. */
export const nodeCrypto: Crypto = {
  sha256Hex: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256Hex: (key, text) => createHmac('sha256', key).update(text, 'utf8').digest('hex'),
};
