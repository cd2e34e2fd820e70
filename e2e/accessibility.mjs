// Whether a screen can be read and used by everybody: the rules of axe-core on every look of it, and no sideways
// scrolling on the narrowest phone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SIZES = ['vua', 'lon', 'rat-lon'];
const THEMES = ['light', 'dark', 'contrast'];
/** What the look of a screen decides; everything else is the same in all of them. */
const RULES_OF_LOOKS = ['color-contrast', 'target-size', 'scrollable-region-focusable'];
const NARROWEST_PIXELS = 320;
/** High enough for every screen: a bar that sticks to the edge would cover targets that can be scrolled to. */
const WHOLE_SCREEN_PIXELS = 9000;

/** All looks that a member can choose. */
export const LOOKS = SIZES.flatMap(size => THEMES.map(theme => ({ size, theme })));

/** Gives the page a look, as if it had been chosen under Cá nhân. */
export async function wear(page, { size, theme }) {
  await page.evaluate(look => {
    localStorage.setItem('so-tay.text', JSON.stringify(look.size));
    localStorage.setItem('so-tay.theme', JSON.stringify(look.theme));
    dispatchEvent(new Event('so-tay:preferences'));
  }, { size, theme });
}

/** Checks the screen that `page` shows, in every look. */
export async function assertAccessible(page, screen) {
  await page.evaluate(AXE);
  const before = page.viewportSize();
  await page.setViewportSize({ width: before.width, height: WHOLE_SCREEN_PIXELS });
  const found = [];
  for (const [index, look] of LOOKS.entries()) {
    await wear(page, look);
    const wanted = index === 0
      ? { runOnly: { type: 'tag', values: TAGS } }
      : { runOnly: { type: 'rule', values: RULES_OF_LOOKS } };
    const { violations } = await page.evaluate(options => axe.run(document, options), wanted);
    for (const { id, nodes } of violations) {
      for (const node of nodes) found.push(`${screen}, ${look.size}, ${look.theme}: ${id}: ${node.html.slice(0, 160)}`);
    }
  }
  await wear(page, LOOKS[0]);
  await page.setViewportSize(before);
  assert.deepEqual(found, []);
}

/** Checks that nothing of the screen lies beyond the edge of the narrowest phone, in any text size. */
export async function assertNarrow(page, screen) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: NARROWEST_PIXELS, height: before.height });
  const found = [];
  for (const size of SIZES) {
    await wear(page, { size, theme: 'light' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) found.push(`${screen}, ${size}: ${wide} pixels too wide`);
  }
  await wear(page, LOOKS[0]);
  await page.setViewportSize(before);
  assert.deepEqual(found, []);
}
