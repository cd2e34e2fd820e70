// The service worker, as a page sees it.

/** A script: waits for the worker to have the app and all that is fetched when idle; gives the number of missing files. */
export const KEEP_EVERYTHING = `(async () => {
  const { active } = await navigator.serviceWorker.ready;
  const answer = new Promise(resolve => navigator.serviceWorker.addEventListener('message', resolve, { once: true }));
  active.postMessage({ type: 'cache-later' });
  return (await answer).data.missing;
})()`;
