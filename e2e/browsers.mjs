// The browsers that journeys run in. Chromium runs every journey; the others show that the app opens and stays open.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { spawn } from 'node:child_process';

import { chromium, firefox } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const FIREFOX = '/usr/bin/firefox-esr';
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
];

/** The engines to drive: Chromium, and with `SO_TAY_ENGINES=chromium,firefox,webkit` the others as well. */
export const ENGINES = (process.env.SO_TAY_ENGINES ?? 'chromium').split(',').map(engine => engine.trim());

/** A folder of this process for what browsers leave behind; removed when the process ends. */
export const SCRATCH = fs.mkdtempSync(path.join(os.tmpdir(), 'so-tay-browsers-'));
process.on('exit', () => fs.rmSync(SCRATCH, { recursive: true, force: true, maxRetries: 3 }));

/** Starts Chromium; `film` is what its camera sees, read anew each time the camera is switched on. */
export function launchChromium({ film } = {}) {
  return chromium.launch({ executablePath: CHROMIUM, args: chromiumArguments(film) });
}

/** Starts Chromium with a profile of its own in `folder`, to be started there again. */
export function launchChromiumIn(folder, options) {
  return chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: chromiumArguments(),
    ...options,
  });
}

function chromiumArguments(film) {
  if (!film) return CHROMIUM_ARGUMENTS;
  return [...CHROMIUM_ARGUMENTS, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}

/**
 * Opens one window of `engine`, as far as all engines can be driven alike:
 *
 * - `goto(url)`: resolves when the page has loaded.
 * - `waitForText(text)`: until the page shows it.
 * - `run(script)`: evaluates a script, awaits it, gives back its JSON value.
 * - `close()`
 */
export function openWindow(engine) {
  switch (engine) {
    case 'chromium':
      return openPage(launchChromium());
    case 'firefox':
      return openPage(firefox.launch({ channel: 'moz-firefox', executablePath: FIREFOX }));
    case 'webkit':
      return openMiniBrowser();
    default:
      throw new Error(`no such engine: ${engine}`);
  }
}

async function openPage(launching) {
  const browser = await launching;
  const page = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  return {
    goto: url => page.goto(url),
    waitForText: text => page.getByText(text).first().waitFor(),
    run: script => page.evaluate(script),
    close: () => browser.close(),
  };
}

const WEBKIT_WAIT_MS = 15_000;

async function openMiniBrowser() {
  const { Browser, Builder, Capabilities } = await import('selenium-webdriver');
  const display = await startDisplay();
  const wishes = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
  });
  process.env.DISPLAY = display.name;
  const driver = await new Builder().withCapabilities(wishes).forBrowser(Browser.SAFARI).build();
  return {
    goto: url => driver.get(url),
    waitForText: text => driver.wait(
      () => driver.executeScript('return document.body.innerText.includes(arguments[0])', text),
      WEBKIT_WAIT_MS,
      text,
    ),
    run: script => driver.executeAsyncScript(
      'const done = arguments[1]; Promise.resolve(eval(arguments[0])).then(done)',
      script,
    ),
    async close() {
      await driver.quit();
      display.close();
    },
  };
}

/** A screen that nobody sees, with a free number. */
async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(createInterface(server.stdio[3]), 'line');
  return { name: `:${number}`, close: () => server.kill() };
}
