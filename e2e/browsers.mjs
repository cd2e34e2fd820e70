// The browsers that journeys run in. Chromium runs every journey; the others show that the app opens and stays open.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { chromium, firefox } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const FIREFOX = '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
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

/** Where what people look at is kept: the evidence of failures, pictures of screens. */
export const OUT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../out');

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

/** WebKit as it is on a phone or a Mac, without Safari around it; driven by plain WebDriver requests. */
async function openMiniBrowser() {
  const display = await startDisplay();
  const driver = await startDriver(display.name);
  const { sessionId } = await driver.ask('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } },
    },
  });
  const session = `/session/${sessionId}`;
  const run = (script, ...args) => driver.ask('POST', `${session}/execute/async`, {
    script: `const done = arguments[arguments.length - 1]; Promise.resolve(${script}).then(done)`,
    args,
  });
  return {
    goto: url => driver.ask('POST', `${session}/url`, { url }),
    async waitForText(text) {
      const shown = await run(
        `new Promise(resolve => {
          const look = () => document.body.innerText.includes(arguments[0]) ? resolve(true) : setTimeout(look, 50);
          setTimeout(resolve, ${WEBKIT_WAIT_MS}, false);
          look();
        })`,
        text,
      );
      if (!shown) throw new Error(`WebKit does not show: ${text}`);
    },
    run,
    async close() {
      await driver.ask('DELETE', session);
      driver.close();
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

async function startDriver(display) {
  const port = await freePort();
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display },
  });
  const ask = async (method, command, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${command}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKit: ${command}: ${value.message}`);
    return value;
  };
  while (!(await ask('GET', '/status').catch(() => undefined))) {
    if (driver.exitCode !== null) throw new Error('WebKit: its driver did not start');
  }
  return { ask, close: () => driver.kill() };
}

async function freePort() {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address();
  listener.close();
  await once(listener, 'close');
  return port;
}
