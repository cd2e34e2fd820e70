// Trao đổi, which members and secretaries use alike.

/**
 * Exchanges over the network at once; gives the sentence that says what came of it. The round that every start makes
 * by itself may have been faster, so that nothing is left to tell.
 */
export async function exchange(page, app) {
  await page.goto(`${app}/trao-doi`);
  await page.getByRole('button', { name: 'Qua mạng' }).click();
  return outcome(page);
}

/** Saves what waits as a file; gives its path. */
export async function saveBundle(page, app) {
  await page.goto(`${app}/trao-doi`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Tệp/ }).click(),
  ]);
  return download.path();
}

/** Saves what is entered of a meeting, for the secretary's other device; gives the path of the file. */
export async function handOver(page, app) {
  await page.goto(`${app}/trao-doi`);
  await page.getByRole('button', { name: /^Chuyển kỳ sinh hoạt sang máy khác/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Lưu vào máy' }).click(),
  ]);
  await page.getByText(/^Đã lưu tệp .* trong mục Tải về/).waitFor();
  return download.path();
}

/** Takes a file in; gives the sentence that says what came of it. */
export async function takeBundle(page, app, file) {
  await page.goto(`${app}/trao-doi`);
  await page.getByRole('button', { name: /^Nhận/ }).first().click();
  await page.getByRole('dialog').getByLabel('Chọn tệp').setInputFiles(file);
  return outcome(page);
}

/** Where the parcels of the outbox are: a list of `Chờ gửi`, `Đã gửi`, `Đã nhận`. */
export async function stages(page, app) {
  await page.goto(`${app}/trao-doi`);
  await page.getByRole('heading', { name: 'Hộp gửi' }).waitFor();
  const tracks = page.getByRole('list', { name: 'Trạng thái: ' });
  const labels = await tracks.evaluateAll(all => all.map(track => track.getAttribute('aria-label')));
  return labels.map(label => label.replace('Trạng thái: ', ''));
}

async function outcome(page) {
  const sentence = page.getByRole('contentinfo').getByRole('status').filter({ hasNotText: 'Đang chuẩn bị tệp' });
  await sentence.waitFor();
  return (await sentence.innerText()).trim();
}
