// What a page notes about itself while it opens: when there was something to read, when it could be used, and what
// held up its main thread. It tells in its console that it is ready, because asking it meanwhile would hold it up: the
// driver's own scripts are parsed on the same slow thread.

const WAIT_MS = 120_000;

/** Runs in every page before its own scripts. */
function note() {
  /** The moment after the next frame is painted. */
  const painted = () => new Promise(resolve => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  });
  window.bench = { painted, cover: undefined, meeting: undefined, longTasks: [], missing: undefined };
  const look = async () => {
    const { bench } = window;
    if (bench.cover === undefined && document.querySelector('.cover__title')?.textContent) {
      bench.cover = null;
      bench.cover = await painted();
    }
    if (bench.meeting === undefined && document.querySelector('.cover__countdown')) {
      bench.meeting = null;
      bench.meeting = await painted();
      console.info('bench: meeting');
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) window.bench.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver(list => {
    if (list.getEntriesByName('usable').length > 0) console.info('bench: usable');
  }).observe({ type: 'mark', buffered: true });
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (data.type === 'later-cached') window.bench.missing = data.missing;
  });
}

/** Lets every page of the context note. */
export function watch(context) {
  return context.addInitScript(note);
}

/** Goes to an address and lets the page alone until the app can be used. */
export async function openUndisturbed(page, url) {
  const usable = told(page, 'bench: usable');
  await page.goto(url, { waitUntil: 'commit' });
  await usable;
}

/** What `work` does leads to the coming meeting of the branch; the page is let alone until it is shown. */
export async function untilMeeting(page, work) {
  const shown = told(page, 'bench: meeting');
  await work();
  await shown;
  return page.evaluate(() => window.bench.meeting);
}

function told(page, words) {
  return page.waitForEvent('console', { predicate: message => message.text() === words, timeout: WAIT_MS });
}

/** Milliseconds from the navigation to a mark that the app has set. */
export function mark(page, name) {
  return page.evaluate(name => performance.getEntriesByName(name, 'mark')[0].startTime, name);
}

/** Milliseconds from the navigation to the first paint of anything to read. */
export function firstPaint(page) {
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
}

/** Milliseconds from the navigation to the frame that shows Hôm nay: the cover was in the page when it was painted. */
export async function readable(page) {
  return Math.max(await firstPaint(page), await page.evaluate(() => window.bench.cover));
}

/** The longest time that the main thread was held up between two moments; 0 when it never was for 50 ms. */
export function longestTask(page, from, to) {
  return page.evaluate(([from, to]) => {
    const within = window.bench.longTasks.filter(task => task.startTime + task.duration > from && task.startTime < to);
    return Math.max(0, ...within.map(task => task.duration));
  }, [from, to]);
}

/** Waits until the service worker has fetched everything; gives the number of files that it could not get. */
export async function missingFiles(page) {
  await page.waitForFunction(() => window.bench.missing !== undefined, undefined, { polling: 100, timeout: WAIT_MS });
  return page.evaluate(() => window.bench.missing);
}

/** Milliseconds from the navigation to the first request to `origin`. */
export function firstRequestTo(page, origin) {
  return page.evaluate(origin => {
    const requests = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(origin));
    return requests[0].startTime;
  }, origin);
}

/** Waits until the picture of Hôm nay for the next start shows the coming meeting. */
export async function pictureKept(page) {
  const kept = async () => (await (await caches.match('/_today'))?.text())?.includes('cover__countdown');
  await page.waitForFunction(kept, undefined, { polling: 100 });
}

/** Milliseconds from the touch of a button to the frame that shows `words`. */
export function untilSaid(page, button, words) {
  return page.evaluate(([button, words]) => new Promise(resolve => {
    const touched = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(button));
    const observer = new MutationObserver(async () => {
      if (!document.getElementById('app').textContent.includes(words)) return;
      observer.disconnect();
      resolve((await window.bench.painted()) - begun);
    });
    observer.observe(document.getElementById('app'), { childList: true, subtree: true, characterData: true });
    const begun = performance.now();
    touched.click();
  }), [button, words]);
}
