// Takes pictures of every screen of the sample branch into out/screens/, for people to look at:
//
//   node e2e/screens.mjs [member|secretary] [phone|laptop] [light|dark|large]
//
// SO_TAY_DIST names another build than the release.
import path from 'node:path';

import { wear } from './accessibility.mjs';
import { launchChromium, OUT } from './browsers.mjs';
import { LAPTOP, PHONE } from './devices.mjs';
import { startServer } from './server.mjs';
import { settled, trySample, walk } from './walk.mjs';

const ROLES = ['member', 'secretary'];
const DEVICES = { phone: PHONE, laptop: LAPTOP };
const LOOKS = {
  light: { size: 'vua', theme: 'light' },
  dark: { size: 'vua', theme: 'dark' },
  large: { size: 'rat-lon', theme: 'light' },
};

const wanted = process.argv.slice(2);
const chosen = names => names.filter(name => !names.some(one => wanted.includes(one)) || wanted.includes(name));

const server = await startServer({ dist: process.env.SO_TAY_DIST });
const browser = await launchChromium();
for (const role of chosen(ROLES)) {
  for (const device of chosen(Object.keys(DEVICES))) {
    const context = await browser.newContext(DEVICES[device]);
    const page = await context.newPage();
    await trySample(page, server.app, role);
    for (const look of chosen(Object.keys(LOOKS))) {
      await wear(page, LOOKS[look]);
      const folder = path.join(OUT, 'screens', `${role}-${device}-${look}`);
      const visits = await walk(page, server.app, async screen => {
        await settled(page);
        const name = screen.replace(/^\//, '').replace(/[^a-z0-9*-]+/g, '_').replace(/\*/g, 'id') || 'hom-nay';
        await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
      });
      console.log(`${folder}: ${visits.size} kinds of screens`);
    }
    await context.close();
  }
}
await browser.close();
await server.stop();
