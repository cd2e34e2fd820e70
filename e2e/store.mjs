// What happens to a phone's memory: it fills up, or the phone dies in the middle of a sentence.
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';

import { launchChromiumIn, SCRATCH } from './browsers.mjs';

/** Lets `origin` keep no more than `bytes` on the device of `page`; without a number as much as the disk holds. */
export async function limitSpace(page, origin, bytes) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

/** Does `act`, and waits for the next commit of the page's store. Nothing else may be on its way there. */
export async function untilStored(page, act) {
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    window.stored = new Promise(resolve => {
      IDBDatabase.prototype.transaction = function (...options) {
        const begun = transaction.apply(this, options);
        if (begun.mode === 'readwrite') begun.addEventListener('complete', resolve);
        return begun;
      };
    }).then(() => (IDBDatabase.prototype.transaction = transaction) && undefined);
  });
  await act();
  await page.evaluate(() => window.stored);
}

/** A phone that can die and be switched on again with what it had written by then. */
export class MortalPhone {
  #stage;
  #kind;
  #folder = fs.mkdtempSync(path.join(SCRATCH, 'phone-'));
  #context;

  constructor(stage, kind) {
    this.#stage = stage;
    this.#kind = kind;
  }

  /** Switches it on; resolves to its page. */
  async start() {
    this.#context = await launchChromiumIn(this.#folder, this.#kind);
    return this.#stage.watch(this.#context);
  }

  /** Ends the browser's process at once: nothing is written after this. */
  async kill() {
    const devtools = await this.#context.browser().newBrowserCDPSession();
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    const closed = once(this.#context, 'close');
    process.kill(processInfo.find(({ type }) => type === 'browser').id, 'SIGKILL');
    await closed;
  }
}
