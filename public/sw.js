// Makes the app open without a network. It knows only the app's own files, which the bundle task lists here;
// members' records live in IndexedDB and the data host is never touched.
//
// Messages from the page:  {type: "cache-later"}     fetch the rest; answered by {type: "later-cached", missing: n}
//                          {type: "switch-version"}  let the waiting version take over
// The picture of Hôm nay:  the page keeps the markup of the whole #app (text/html, without style attributes, which the
//                          content security policy would refuse) in the cache "today" under "/_today", and deletes it
//                          when the book is erased. Theme, text size and language need no copy: boot.js sets them.

const VERSION = "__VERSION__";
// Names that tell their content: the same name is the same bytes in every version.
const NOW = ["__NOW__"]; // needed to reach Hôm nay
const LATER = ["__LATER__"]; // everything else

const CACHE = `app-${VERSION}`;
const PAGE = "/";
const FILES = new Set([...NOW, ...LATER]);
const TODAY = /<!--today-->[^]*?<!--\/today-->/;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data?.type === "switch-version") self.skipWaiting();
  if (event.data?.type === "cache-later") event.waitUntil(cacheLater(event.source));
});
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (FILES.has(pathname)) event.respondWith(file(event.request, pathname));
  else if (event.request.mode === "navigate" && !pathname.includes(".")) event.respondWith(page(event.request, pathname));
});

/** A failure leaves the version in use as it is, and what was fetched is there for the next attempt. */
async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all([...NOW.map((path) => keep(cache, path)), keepPage(cache)]);
  await carryOver(cache);
}

/** Taken from an older version, else from the browser's own cache, which the page has just filled. */
async function keep(cache, path) {
  if (await cache.match(path)) return;
  const response = (await caches.match(path)) ?? (await fetch(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await cache.put(path, response);
}

/** The page has no hash in its name: a deployment in progress could pair it with files of another version. */
async function keepPage(cache) {
  const response = await fetch(PAGE, { cache: "no-cache" });
  const html = await response.clone().text();
  if (!response.ok || !NOW.every((path) => html.includes(path))) throw new Error("the page is of another version");
  await cache.put(PAGE, response);
}

/** Saves the rest from the caches that `activate` deletes. A full phone is no reason to refuse the version. */
async function carryOver(cache) {
  try {
    for (const path of LATER) {
      const known = await caches.match(path);
      if (known && !(await cache.match(path))) await cache.put(path, known);
    }
  } catch (error) {
    console.warn("not carried over", error);
  }
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith("app-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

let fetchingLater; // one run at a time, however many tabs ask

/** One file after the other, so that the member's own requests come first; stops when the network or the space ends. */
async function cacheLater(client) {
  fetchingLater ??= fetchLater().finally(() => (fetchingLater = undefined));
  client?.postMessage({ type: "later-cached", missing: await fetchingLater });
}

async function fetchLater() {
  const cache = await caches.open(CACHE);
  let kept = 0;
  try {
    for (const path of LATER) {
      await keep(cache, path);
      kept += 1;
    }
  } catch (error) {
    console.warn("the rest later", error);
  }
  return LATER.length - kept;
}

/** `ignoreVary`: the stored copy is already decoded, how it was encoded does not matter. */
async function file(request, path) {
  const stored = await caches.match(path, { cacheName: CACHE, ignoreVary: true });
  return stored ?? fetch(request);
}

/** Every route is the same page; only the start shows the last picture of Hôm nay while the app loads. */
async function page(request, path) {
  const stored = await caches.match(PAGE, { cacheName: CACHE, ignoreVary: true });
  if (!stored) return fetch(request);
  const picture = path === PAGE && (await caches.match("/_today", { cacheName: "today" }));
  if (!picture) return stored;
  const [html, today] = await Promise.all([stored.text(), picture.text()]);
  const headers = new Headers(stored.headers); // keeps the content security policy
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(html.replace(TODAY, () => today), { headers });
}
