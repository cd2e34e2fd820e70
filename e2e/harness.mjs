// One scenario: a server of its own, and phones and laptops that see it. Anything that goes wrong on any of their
// pages, or leaves for another place, fails the scenario; a failed one leaves pictures and traces in `out/`.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';

import { launchChromium, OUT, SCRATCH } from './browsers.mjs';
import { startServer } from './server.mjs';

const SCENARIO_MS = 180_000;
const STEP_MS = 20_000;

/** What the cameras of all devices of this process see; `film.mjs` writes it. */
export const FILM = path.join(SCRATCH, 'camera.y4m');

let browser;
after(() => browser?.close());

/**
 * A test with a stage of its own.
 *
 * `run` gets the [`Stage`]. `hosted: false` is a branch without a host: there is no folder for it on the server.
 */
export function scenario(name, run, { timeout = SCENARIO_MS, hosted = true, todo } = {}) {
  test(name, { timeout, todo }, async () => {
    browser ??= await launchChromium({ film: FILM });
    const stage = await Stage.open(hosted);
    try {
      await run(stage);
      stage.assertClean();
    } catch (error) {
      await stage.keepEvidence(name);
      throw error;
    } finally {
      await stage.close();
    }
  });
}

/** A server and the devices around it. */
export class Stage {
  /** What went wrong on pages so far, in words. */
  faults = [];
  #devices = [];
  #tolerated = [];

  static async open(hosted) {
    const stage = new Stage();
    stage.folder = randomBytes(16).toString('hex');
    stage.token = randomBytes(32).toString('base64url');
    stage.server = await startServer({ tokens: hosted ? { [stage.folder]: stage.token } : {} });
    return stage;
  }

  /** The link that a host gives a branch, as `deploy/host.sh` prints it. */
  get hostingLink() {
    const payload = ['v1', this.server.data, this.folder, this.token].join(';');
    return `${this.server.app}/thanh-lap#${Buffer.from(payload).toString('base64url')}`;
  }

  /** A device that has never seen the app; resolves to its first page, which is still empty. */
  async device(kind, options) {
    const context = await browser.newContext({ ...kind, ...options });
    return this.watch(context);
  }

  /** Watches a device that was started elsewhere, and resolves to a page of it. */
  async watch(context) {
    context.setDefaultTimeout(STEP_MS);
    context.on('weberror', fault => this.#note(`page error at ${fault.page()?.url()}`, fault.error().message));
    context.on('console', message => {
      const noise = isAnswerOfNetwork(message);
      if (message.type() === 'error' && !noise) this.#note('console', message.text());
    });
    context.on('request', request => {
      if (!this.#isOurs(request.url())) this.#note('request to another place', request.url());
    });
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', event => {
        console.error(`refused by the content security policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await context.tracing.start({ snapshots: true, screenshots: false });
    this.#devices.push(context);
    return context.pages()[0] ?? context.newPage();
  }

  /** From here on, faults that match are part of the story. */
  tolerate(pattern) {
    this.#tolerated.push(pattern);
  }

  assertClean() {
    assert.deepEqual(this.faults, []);
  }

  /** Pictures of all pages and the traces of all devices. */
  async keepEvidence(name) {
    const folder = path.join(OUT, name.replace(/[^\p{L}\p{N}]+/gu, '-'));
    fs.mkdirSync(folder, { recursive: true });
    if (this.faults.length > 0) fs.writeFileSync(path.join(folder, 'faults.txt'), this.faults.join('\n'));
    for (const [device, context] of this.#devices.entries()) {
      for (const [number, page] of context.pages().entries()) {
        // A page that is gone has no picture; the scenario's own error is the one to be told.
        await page.screenshot({ path: path.join(folder, `${device}-${number}.png`) }).catch(() => {});
      }
      await context.tracing.stop({ path: path.join(folder, `${device}.zip`) }).catch(() => {});
    }
  }

  async close() {
    // A browser that was killed has closed its devices already.
    for (const context of this.#devices) await context.close().catch(() => {});
    await this.server.stop();
  }

  #note(kind, words) {
    if (!this.#tolerated.some(pattern => pattern.test(words))) this.faults.push(`${kind}: ${words}`);
  }

  #isOurs(url) {
    const { protocol, origin } = new URL(url);
    return ['blob:', 'data:'].includes(protocol) || [this.server.app, this.server.data].includes(origin);
  }
}

/** Chromium writes every failed request to the console. What the app makes of it is what journeys look at. */
function isAnswerOfNetwork(message) {
  return message.text().startsWith('Failed to load resource:');
}
