// Whether a screen can be read and used by everybody: the rules of axe-core on every look of it, and no sideways
// scrolling on the narrowest phone.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SIZES = ['vua', 'lon', 'rat-lon'];
const THEMES = ['light', 'dark', 'contrast'];
/** What the look of a screen decides; everything else is the same in all of them. */
const RULES_OF_LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable'];
const NARROWEST_PIXELS = 320;
const HEIGHT_PIXELS = 740;

/** All looks that a member can choose. */
export const LOOKS = SIZES.flatMap(size => THEMES.map(theme => ({ size, theme })));

/** Gives the page a look, as if it had been chosen under Cá nhân. */
export async function wear(page, { size, theme }) {
  await page.evaluate(look => {
    localStorage.setItem('so-tay.text', look.size);
    localStorage.setItem('so-tay.theme', look.theme);
    dispatchEvent(new Event('so-tay:preferences'));
  }, { size, theme });
}

/** What on the screen of `page` not everybody can read or use, in any look; nothing is good. */
export async function barriers(page, screen) {
  await page.evaluate(AXE);
  const found = new Map();
  for (const [index, look] of LOOKS.entries()) {
    await wear(page, look);
    await stretch(page);
    const wanted = index === 0
      ? { runOnly: { type: 'tag', values: TAGS } }
      : { runOnly: { type: 'rule', values: RULES_OF_LOOKS } };
    const { violations } = await page.evaluate(options => axe.run(document, options), wanted);
    for (const { id, nodes } of violations) {
      for (const { html } of nodes) found.set(`${screen}: ${id}: ${html.slice(0, 160)}`, look);
    }
  }
  return [...found].map(([barrier, { size, theme }]) => `${barrier} (${size}, ${theme})`);
}

/** What of the screen lies beyond the edge of the narrowest phone, in any text size; nothing is good. */
export async function overflows(page, screen) {
  await page.setViewportSize({ width: NARROWEST_PIXELS, height: HEIGHT_PIXELS });
  const found = [];
  for (const size of SIZES) {
    await wear(page, { size, theme: 'light' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${screen}: ${wide} pixels too wide (${size})`);
  }
  return found;
}

/** Makes the screen as high as what is on it: a bar at its foot covers nothing that can be scrolled from under it. */
async function stretch(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...page.viewportSize(), height });
}
