// What a page notes about itself: when there was something to read, when it could be used, what held up its main thread,
// when its store had taken something, how long its workers took. It tells in its console that it is ready, because asking it meanwhile would hold it up: the
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
  Object.assign(window.bench, { commits: [], committed: () => {}, workers: 0 });
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...options) {
    const begun = transaction.apply(this, options);
    if (begun.mode === 'readwrite') {
      begun.addEventListener('complete', () => window.bench.committed(window.bench.commits.push(performance.now())));
    }
    return begun;
  };
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...question) {
    const asked = performance.now();
    this.addEventListener('message', () => (window.bench.workers += performance.now() - asked), { once: true });
    postMessage.apply(this, question);
  };
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

/**
 * Milliseconds from the touch of a button or link to the frame that shows `words`, which are not there yet or go at the
 * touch. A worker is not slowed down with the page: it counts `slower` times.
 */
export function untilSaid(page, name, words, slower = 1) {
  return page.evaluate(([name, words, slower]) => new Promise(resolve => {
    const named = one => (one.getAttribute('aria-label') ?? one.textContent).includes(name);
    const app = document.getElementById('app');
    const shown = () => app.textContent.includes(words);
    let fresh = !shown();
    const observer = new MutationObserver(async () => {
      if (!shown()) fresh = true;
      else if (fresh) {
        observer.disconnect();
        resolve((await window.bench.painted()) - begun + (window.bench.workers - workers) * (slower - 1));
      }
    });
    observer.observe(app, { childList: true, subtree: true, characterData: true });
    const { workers } = window.bench;
    const begun = performance.now();
    [...document.querySelectorAll('button, a')].find(named).click();
  }), [name, words, slower]);
}

/** Milliseconds from the touch of a button to the commit of what it enters. */
export function untilStored(page, name) {
  return page.evaluate(name => new Promise(resolve => {
    const touched = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
    window.bench.committed = () => resolve(performance.now() - begun);
    const begun = performance.now();
    touched.click();
  }), name);
}

/**
 * Touches the key of every name of the roll call, each once the one before is seen. Resolves to the milliseconds until
 * the last one is in the store; fails when the list goes back.
 */
export function touchEveryName(page) {
  return page.evaluate(async () => {
    const keys = [...document.querySelectorAll('.roll__key[data-mark=present]')];
    const before = window.bench.commits.length;
    const begun = performance.now();
    let scrolled = scrollY;
    for (const key of keys) {
      const was = key.getAttribute('aria-pressed');
      key.scrollIntoView({ block: 'nearest' });
      if (scrollY < scrolled) throw new Error('the list went back');
      scrolled = scrollY;
      key.click();
      do await window.bench.painted();
      while (key.getAttribute('aria-pressed') === was);
    }
    while (window.bench.commits.length < before + keys.length) {
      await new Promise(resolve => (window.bench.committed = resolve));
    }
    return { names: keys.length, milliseconds: window.bench.commits[before + keys.length - 1] - begun };
  });
}
