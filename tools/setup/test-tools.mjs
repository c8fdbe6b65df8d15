// What the tests use besides the product: a real browser, fonts for what it shows, and tools that look at files.
import { ensureDebianPackages } from './apt.mjs';

/** debmake-doc holds one manual as PDF in several languages, which the tests put on the slides. */
const TEST_PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk', 'openssl', 'poppler-utils', 'strace', 'debmake-doc'];

/** Makes sure that the browser and the tools of the tests are there. */
export async function ensureTestTools() {
  await ensureDebianPackages('A test run', TEST_PACKAGES, { include: '/usr/share/doc/debmake-doc/*' });
}
