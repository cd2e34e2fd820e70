// A cheap phone on a weak network. The service worker's own requests are not slowed down.

/** About a phone of 2020 with two bars of 3G, as far as one page is concerned. */
const CHEAP = { cpu: 4, kilobitsPerSecond: 1600, delayMs: 150 };

/** Slows a page of Chromium down, until it is closed. */
export async function slowDown(page, { cpu, kilobitsPerSecond, delayMs } = CHEAP) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  await devtools.send('Network.enable');
  const bytesPerSecond = kilobitsPerSecond * 1000 / 8;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: delayMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  });
}
