// The measurements of `cargo xtask bench`: how much a phone downloads, how soon there is something to read and to use,
// what the history of a branch costs, how fast a meeting is entered and put on paper. Each is the median of five, in a browser that knows nothing, or in one that is
// started anew with what the app itself has kept.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { launchChromiumIn, SCRATCH } from './browsers.mjs';
import { PHONE } from './devices.mjs';
import { begin, callIn, closeMeeting, end, enterWords, forward, open as openMeeting, part, vote } from './meeting.mjs';
import { MEMBERS } from './sample.mjs';
import { startServer } from './server.mjs';
import {
  firstPaint,
  firstRequestTo,
  longestTask,
  mark,
  missingFiles,
  openUndisturbed,
  pictureKept,
  readable,
  touchEveryName,
  untilMeeting,
  untilSaid,
  untilStored,
  watch,
} from './stopwatch.mjs';
import { trySample } from './walk.mjs';
import { WEAK, Wire } from './wire.mjs';

const RUNS = 5;
/** A processor that is four times slower than this machine's. */
const SLOW_CPU = 4;
const MONTHS = 24;
/** A branch about a tenth as old. */
const MONTHS_YOUNG = 2;
/** Opinions of a meeting of three hours. */
const OPINIONS = 40;
/** As many have come. */
const SPEAKERS = 19;
const OPINION =
  'Mương số 2 qua cổng trường tắc ba lần trong vụ này, phần lớn là túi ni lông; đề nghị mỗi tổ liên gia nhận một đoạn, '
  + 'dọn vào sáng thứ bảy hằng tuần và báo lại kết quả ở kỳ sinh hoạt sau.';
/** Longer than the app waits for more words before it keeps them. */
const QUIET_MS = 1000;
const KB = 1000;

/** What is measured: its unit, and the most that it may be. Without a budget it is only told. */
const MEASURES = {
  'download, app': { unit: 'KB', budget: 320 },
  'download, headers of that': { unit: 'KB' },
  'download, the rest when idle': { unit: 'KB' },
  'download, data of the branch': { unit: 'KB' },
  'download, files sent twice': { unit: 'files', budget: 0 },
  'download, requests elsewhere': { unit: 'requests', budget: 0 },
  'start offline, readable': { unit: 'ms', budget: 600 },
  'start offline, awake': { unit: 'ms' },
  'start offline, opened': { unit: 'ms' },
  'start offline, usable': { unit: 'ms', budget: 1200 },
  'first load, readable': { unit: 'ms', budget: 2000 },
  'first load, awake': { unit: 'ms' },
  'first load, usable': { unit: 'ms', budget: 3500 },
  'history, fetched and verified': { unit: 'ms', budget: 2000 },
  'history, longest task': { unit: 'ms', budget: 100 },
  'one answer among 500 records': { unit: 'ms' },
  'one answer among 6,000 records': { unit: 'ms' },
  'one answer, many to few': { unit: 'times', budget: 1.3 },
  'meeting, 22 names called in': { unit: 'ms', budget: 10_000 },
  'meeting, one entry kept': { unit: 'ms', budget: 50 },
  'meeting, minutes and resolution': { unit: 'ms', budget: 1500 },
};

const { values: options } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });

const samples = new Map(Object.keys(MEASURES).map(name => [name, []]));

function note(name, value) {
  samples.get(name).push(value);
}

/** A branch on a server of its own, as seen over `wire` where one is given. */
async function openHost(months, wire) {
  const folder = fs.mkdtempSync(path.join(SCRATCH, 'data-'));
  const server = await startServer({ data: folder });
  const [app, data] = wire ? [await wire.before(server.app), await wire.before(server.data)] : [server.app, server.data];
  const where = ['--data', folder, '--app-url', app, '--data-url', data];
  const printed = execFileSync(process.env.XTASK, ['history', '--months', String(months), ...where], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // Where members put what they send.
  for (const branch of fs.readdirSync(path.join(folder, 'feed'))) {
    fs.mkdirSync(path.join(folder, 'drop', branch), { recursive: true });
  }
  return { server, app, data, link: /\S+#\S+/.exec(printed)[0] };
}

/** Switches a phone on as it lies in `folder`; a new one knows nothing. */
async function switchOn(folder = fs.mkdtempSync(path.join(SCRATCH, 'phone-'))) {
  const context = await launchChromiumIn(folder, PHONE);
  await watch(context);
  return { folder, context, page: context.pages()[0] ?? (await context.newPage()) };
}

function throwAway({ folder }) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** One for each page: what the last one sets counts. */
const devtools = new WeakMap();

async function slowDown(page, rate = SLOW_CPU) {
  if (!devtools.has(page)) devtools.set(page, await page.context().newCDPSession(page));
  await devtools.get(page).send('Emulation.setCPUThrottlingRate', { rate });
}

/** From the opened link to Hôm nay. */
async function moveIn(page) {
  await page.getByRole('button', { name: 'Mở sổ tay' }).click();
  await page.getByRole('button', { name: 'Dùng cỡ này' }).click();
}

async function expectEverythingKept(page) {
  const missing = await missingFiles(page);
  if (missing > 0) throw new Error(`the service worker could not keep ${missing} files`);
}

async function measureFirstLoad() {
  const wire = new Wire(WEAK);
  const host = await openHost(MONTHS_YOUNG, wire);
  const phone = await switchOn();
  const { page, context } = phone;
  const elsewhere = [];
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && ![host.app, host.data].includes(origin)) elsewhere.push(request.url());
  });
  await slowDown(page);
  await openUndisturbed(page, host.link);
  note('first load, readable', await firstPaint(page));
  note('first load, awake', await mark(page, 'awake'));
  note('first load, usable', await mark(page, 'usable'));
  await untilMeeting(page, () => moveIn(page));
  await expectEverythingKept(page);
  note('download, requests elsewhere', elsewhere.length);
  await noteDownload(host, wire.answers);
  await context.close();
  throwAway(phone);
  await wire.close();
  await host.server.stop();
}

async function measureLoads() {
  for (let run = 0; run < RUNS; run += 1) await measureFirstLoad();
}

async function noteDownload({ server }, answers) {
  const worker = await (await fetch(`${server.app}/sw.js`)).text();
  const later = new Set(JSON.parse(/LATER\s*=\s*(\[[^\]]*\])/.exec(worker)[1]));
  const ofBranch = answers.filter(({ origin }) => origin !== server.app);
  const ofApp = answers.filter(({ origin }) => origin === server.app);
  const wanted = ofApp.filter(({ path }) => !later.has(path));
  const kilobytes = (list, part) => list.reduce((sum, answer) => sum + answer[part], 0) / KB;
  note('download, app', kilobytes(wanted, 'body'));
  note('download, headers of that', kilobytes(wanted, 'head'));
  note('download, the rest when idle', kilobytes(ofApp.filter(answer => !wanted.includes(answer)), 'body'));
  note('download, data of the branch', kilobytes(ofBranch, 'body'));
  const whole = answers.filter(({ status }) => status === 200).map(({ origin, path }) => origin + path);
  // The head of a branch changes in place, so it is asked for again by design.
  const twice = whole.filter((url, place) => whole.indexOf(url) < place && !url.endsWith('/head'));
  if (twice.length > 0) console.error('sent twice:', twice);
  note('download, files sent twice', twice.length);
}

/** A phone that has everything that the app fetches when it is idle, and then the branch, as any new phone has. */
async function fetchBranch(host) {
  const phone = await switchOn();
  const { page } = phone;
  await openUndisturbed(page, host.link);
  await expectEverythingKept(page);
  const done = await untilMeeting(page, () => moveIn(page));
  const begun = await firstRequestTo(page, host.data);
  return { ...phone, begun, done };
}

/** The whole history; gives the phone back, switched off. */
async function measureHistory(host) {
  const phone = await fetchBranch(host);
  const { page, context, begun, done } = phone;
  note('history, fetched and verified', done - begun);
  note('history, longest task', await longestTask(page, begun, done));
  await pictureKept(page);
  await context.close();
  return phone;
}

/** Milliseconds from the touch that answers a notice to the frame that says so. */
async function answer(page, host) {
  await page.goto(`${host.app}/sinh-hoat`);
  const notice = await page.getByRole('link').filter({ hasText: 'Chưa báo dự' }).first().getAttribute('href');
  await page.goto(host.app + notice);
  await page.getByRole('button', { name: 'Tôi sẽ có mặt' }).waitFor();
  return untilSaid(page, 'Tôi sẽ có mặt', 'Đồng chí đã báo có mặt.');
}

async function measureStart(host, folder) {
  const { context, page } = await switchOn(folder);
  await slowDown(page);
  await openUndisturbed(page, host.app);
  note('start offline, readable', await readable(page));
  note('start offline, awake', await mark(page, 'awake'));
  note('start offline, opened', await mark(page, 'opened'));
  note('start offline, usable', await mark(page, 'usable'));
  await context.close();
}

/** One after the other, so that whatever else this machine does hits both alike. */
async function measureChanges() {
  const branches = [['one answer among 500 records', MONTHS_YOUNG], ['one answer among 6,000 records', MONTHS]];
  const hosts = new Map();
  for (const [name, months] of branches) hosts.set(name, await openHost(months));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, host] of hosts) {
      const phone = await fetchBranch(host);
      note(name, await answer(phone.page, host));
      await phone.context.close();
      throwAway(phone);
    }
  }
  for (const { server } of hosts.values()) await server.stop();
  const [few, many] = branches.map(([name]) => median(samples.get(name)));
  note('one answer, many to few', many / few);
}

async function measureYears() {
  const host = await openHost(MONTHS);
  let kept;
  for (let run = 0; run < RUNS; run += 1) {
    if (kept) throwAway(kept);
    kept = await measureHistory(host);
  }
  await host.server.kill();
  for (let run = 0; run < RUNS; run += 1) await measureStart(host, kept.folder);
  throwAway(kept);
  await host.server.stop();
}

/** Somebody speaks in the step that runs: everything but the touch that enters it. */
async function hear(page, number) {
  await page.getByRole('button', { name: 'Thêm người phát biểu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('.rows button').nth(number % SPEAKERS).click();
  const field = dialog.getByRole('textbox', { name: 'Lời phát biểu' });
  await field.fill(`Ý kiến thứ ${number}. ${OPINION}`);
}

/** A running meeting of the sample branch with its 22 members, from the roll call to the papers. */
async function measureMeeting() {
  const server = await startServer();
  const phone = await switchOn();
  const { page, context } = phone;
  await trySample(page, server.app, 'secretary');
  await openMeeting(page, server.app);
  await measureNames(page);
  await callIn(page);
  await begin(page);
  for (const place of [2, 3, 4]) await forward(page, place);
  for (let number = 1; number <= OPINIONS; number += 1) {
    await hear(page, number);
    await enterWords(page);
  }
  await measureEntries(page);
  await vote(page, 'Thông qua nghị quyết', { favour: 17 });
  await part(page, 'Nội dung');
  for (const place of [5, 6, 7, 8, 9]) await forward(page, place);
  await end(page);
  await measurePapers(page);
  await context.close();
  throwAway(phone);
  await server.stop();
}

async function measureNames(page) {
  await page.locator('.roll__row').first().waitFor();
  await slowDown(page);
  for (let run = 0; run < RUNS; run += 1) {
    const { names, milliseconds } = await touchEveryName(page);
    if (names !== MEMBERS.length) throw new Error(`${names} names were called in`);
    note('meeting, 22 names called in', milliseconds);
    // A second touch takes the mark away.
    await page.evaluate(() => scrollTo(0, 0));
    await touchEveryName(page);
    await page.evaluate(() => scrollTo(0, 0));
  }
  await slowDown(page, 1);
}

async function measureEntries(page) {
  await slowDown(page);
  for (let run = 1; run <= RUNS; run += 1) {
    await hear(page, OPINIONS + run);
    await quiet(page);
    note('meeting, one entry kept', await untilStored(page, 'Ghi'));
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await slowDown(page, 1);
}

/** Until the words being typed are kept and nothing else is on its way to the store. */
async function quiet(page) {
  let before;
  do {
    before = await page.evaluate(() => window.bench.commits.length);
    await after(QUIET_MS);
  } while (before < (await page.evaluate(() => window.bench.commits.length)));
}

/** From the touch that ends the meeting to both papers in Word, without what the secretary does in between. */
async function measurePapers(page) {
  const shown = [];
  await slowDown(page);
  for (let run = 0; run < RUNS; run += 1) {
    const link = page.getByRole('link', { name: 'Chấm điểm và văn bản' }).last();
    await link.waitFor();
    const resolution = await untilSaid(page, 'Chấm điểm và văn bản', 'PHỤ LỤC');
    const minutes = await untilSaid(page, 'Biên bản', 'BIÊN BẢN');
    shown.push(resolution + minutes);
    await page.goBack();
    await part(page, 'Nội dung');
  }
  await slowDown(page, 1);
  await closeMeeting(page);
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await page.getByRole('link', { name: 'Hồ sơ kỳ sinh hoạt' }).click();
  for (let run = 0; run < RUNS; run += 1) {
    // What writes the files is started anew.
    await page.reload();
    await page.getByRole('button', { name: 'Tải tệp: Nghị quyết' }).waitFor();
    await slowDown(page);
    const resolution = await untilSaid(page, 'Tải tệp: Nghị quyết', 'Đã chuyển tệp.', SLOW_CPU);
    const minutes = await untilSaid(page, 'Tải tệp: Biên bản', 'Đã chuyển tệp.', SLOW_CPU);
    note('meeting, minutes and resolution', shown[run] + resolution + minutes);
    await slowDown(page, 1);
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function report() {
  const measured = Object.entries(MEASURES).filter(([name]) => samples.get(name).length > 0);
  const results = measured.map(([name, { unit, budget }]) => {
    const values = samples.get(name);
    return { name, value: Number(median(values).toFixed(2)), unit, budget: budget ?? null, values };
  });
  console.log(`${'median of ' + RUNS}`.padEnd(42), 'value'.padStart(9), 'budget'.padStart(9), '  least to most');
  for (const { name, value, unit, budget, values } of results) {
    const verdict = budget === null ? '' : value <= budget ? 'met' : 'NOT MET';
    const span = `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)} ${unit}`;
    console.log(name.padEnd(42), String(value).padStart(9), String(budget ?? '').padStart(9), ` ${span.padEnd(22)} ${verdict}`);
  }
  if (options.json) {
    const list = results.map(({ name, value, unit, budget }) => ({ name, value, unit, budget }));
    fs.writeFileSync(options.json, `${JSON.stringify(list, null, 2)}\n`);
  }
  const missed = results.filter(({ value, budget }) => budget !== null && value > budget);
  process.exitCode = missed.length > 0 ? 1 : 0;
}

const PARTS = { load: measureLoads, years: measureYears, change: measureChanges, meeting: measureMeeting };
for (const [name, measure] of Object.entries(PARTS)) {
  if (options.only === undefined || options.only === name) await measure();
}
report();
