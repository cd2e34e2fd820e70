// What a page notes about itself while it opens: when there was something to read, when it could be used, and what
// held up its main thread.

/** Runs in every page before its own scripts. */
function note() {
  window.bench = { cover: undefined, meeting: undefined, longTasks: [], missing: undefined };
  /** After the next frame is painted. */
  const painted = () => new Promise(resolve => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  });
  const look = async () => {
    const { bench } = window;
    if (bench.cover === undefined && document.querySelector('.cover__title')?.textContent) {
      bench.cover = null;
      bench.cover = await painted();
    }
    if (bench.meeting === undefined && document.querySelector('.cover__countdown')) {
      bench.meeting = null;
      bench.meeting = await painted();
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) window.bench.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (data.type === 'later-cached') window.bench.missing = data.missing;
  });
}

/** Lets every page of the context note. */
export function watch(context) {
  return context.addInitScript(note);
}

/** Milliseconds from the navigation to a mark of the app; waits for it. */
export async function mark(page, name) {
  await page.waitForFunction(name => performance.getEntriesByName(name, 'mark').length > 0, name, { polling: 50 });
  return page.evaluate(name => performance.getEntriesByName(name, 'mark')[0].startTime, name);
}

/** Milliseconds from the navigation to the first paint of anything. */
export async function firstPaint(page) {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0, undefined, {
    polling: 50,
  });
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
}

/** Milliseconds from the navigation to the frame that shows Hôm nay: the cover was in the page when it was painted. */
export async function readable(page) {
  await page.waitForFunction(() => window.bench.cover, undefined, { polling: 50 });
  return Math.max(await firstPaint(page), await page.evaluate(() => window.bench.cover));
}

/** Milliseconds from the navigation to the frame that shows the coming meeting of the branch. */
export async function meetingShown(page) {
  await page.waitForFunction(() => window.bench.meeting, undefined, { polling: 50, timeout: 120_000 });
  return page.evaluate(() => window.bench.meeting);
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
  await page.waitForFunction(() => window.bench.missing !== undefined, undefined, { polling: 100, timeout: 120_000 });
  return page.evaluate(() => window.bench.missing);
}

/** Milliseconds from the navigation to the first request to `origin`. */
export function firstRequestTo(page, origin) {
  return page.evaluate(origin => {
    const requests = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(origin));
    return requests[0].startTime;
  }, origin);
}
