// Readers for names, ids and the pre-shared key (API page, tables 3 and 5).
import { text } from './fields';

/** Name of a connection. */
export const connectionName = text((value) =>
  /^[A-Za-z0-9_.-]{1,64}$/.test(value)
    ? undefined
    : 'must have 1 to 64 characters: letters, digits, underscores, hyphens and periods',
);

/** A UUID of 36 characters. */
export const uuid = text((value) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? undefined
    : 'must be a UUID of 36 characters',
);

/** Local or peer id; whether it must be there or must be an address depends on its type. */
export const ikeId = text((value) => {
  if (value.length > 255) return 'must not have more than 255 characters';
  return /^[!-~]*$/.test(value) && !/[&<>[\]\\]/.test(value)
    ? undefined
    : 'must consist of letters, digits and special characters except & < > [ ] \\ and spaces';
});

/** The blank that the page's list of special characters shows is taken and counts as no class. */
export const preSharedKey = text((value) => {
  if (value.length < 8 || value.length > 128) return 'must have 8 to 128 characters';
  if (!/^[A-Za-z0-9~!@#$%^()\-_+={ },./:;]*$/.test(value)) {
    return 'contains a character that is not allowed';
  }
  const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9 ]/];
  return classes.filter((each) => each.test(value)).length >= 3
    ? undefined
    : 'must contain three of: uppercase letters, lowercase letters, digits, special characters';
});
