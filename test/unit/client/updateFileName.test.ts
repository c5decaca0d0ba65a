// What saving suggests for a new update file.
import { expect, test } from 'vitest';
import { updateFileName } from '../../../client/src/core/model/updateFileName';

test.each([
  ['site-a', 'site-a.vpnconn.yaml'],
  ['Frankfurt / site e', 'Frankfurt-site-e.vpnconn.yaml'],
  ['../../etc/passwd', 'etc-passwd.vpnconn.yaml'],
  ['..\\x', 'x.vpnconn.yaml'],
  ['总部', '总部.vpnconn.yaml'],
  ['a\u202e\n?#%', 'a.vpnconn.yaml'],
  ['', 'update.vpnconn.yaml'],
  ['...', 'update.vpnconn.yaml'],
  ['a'.repeat(200), `${'a'.repeat(80)}.vpnconn.yaml`],
])('"%s" becomes %s', (title, name) => {
  expect(updateFileName(title)).toBe(name);
});
