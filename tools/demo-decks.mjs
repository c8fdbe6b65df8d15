// Prints the demonstration's decks: content/demo/<deck>/<language>.html to <language>.pdf beside it.
//   node tools/demo-decks.mjs
// Needs Chromium (CHROMIUM_BIN, default /usr/bin/chromium) and the fonts of Debian's fonts-noto-core and fonts-droid-fallback.
import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PAGE = { width: '1280px', height: '720px' };
const root = fileURLToPath(new URL('../content/demo', import.meta.url));

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_BIN'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const deck of await readdir(root)) {
    for (const file of (await readdir(join(root, deck))).filter((name) => name.endsWith('.html'))) {
      const source = join(root, deck, file);
      await page.goto(pathToFileURL(source).href);
      const spilt = await page.evaluate(() => [...document.querySelectorAll('.page')].flatMap((one, index) => {
        const footer = /** @type {HTMLElement} */ (one.querySelector(':scope > footer'));
        const last = /** @type {HTMLElement} */ (footer.previousElementSibling);
        const isFull = last.getBoundingClientRect().bottom > footer.getBoundingClientRect().top || one.scrollHeight > one.clientHeight;
        return isFull ? [index + 1] : [];
      }));
      if (spilt.length > 0) throw new Error(`${source}: the text does not fit on page ${spilt.join(', ')}`);
      const target = source.replace(/\.html$/, '.pdf');
      await page.pdf({ path: target, ...PAGE, printBackground: true, tagged: true, outline: true });
      console.log(target);
    }
  }
} finally {
  await browser.close();
}
