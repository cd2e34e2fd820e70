// A regulation comes as a file. What was announced before goes by the old one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import { open } from './meeting.mjs';
import * as secretary from './secretary.mjs';
import { trySample } from './walk.mjs';

const SHIPPED = 'Sinh hoạt chi bộ: thời hạn, trình tự, chấm điểm';
const OLD_CRITERION = '1. Chấp hành thời gian, thời lượng';
const NEW_CRITERION = '1. Giữ giờ giấc của buổi họp';

/** The day in Vietnam, so many days ago, as a regulation writes it. */
function ago(days) {
  return secretary.vietnameseTime(-days * 24 * 60).day.split('-').reverse().join('/');
}

/** The regulation of a committee: shorter meetings, and a criterion with a name of its own. */
function local(shipped, issued) {
  const changes = [
    ['Mã = hd42', 'Mã = dang-uy-minh-khe'],
    ['Số hiệu = 42-HD/BTCTW', 'Số hiệu = 15-HD/ĐU'],
    ['Ngày ban hành = 28/10/2025', `Ngày ban hành = ${issued}`],
    ['Hiệu lực từ = 28/10/2025', `Hiệu lực từ = ${issued}`],
    ['Thời lượng = 90 phút', 'Thời lượng = 75 phút'],
    ['Tên = Chấp hành thời gian, thời lượng', `Tên = ${NEW_CRITERION.slice(3)}`],
  ];
  return changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), from);
    return text.replace(from, to);
  }, shipped);
}

/** Until the page scores by a criterion. */
async function scoredBy(page, run, criterion) {
  await page.goto(run.replace('dieu-hanh', 'ket-thuc'));
  await page.getByText(criterion, { exact: true }).waitFor();
}

scenario('a regulation is imported, a broken or older one is not, and a meeting keeps its own', async stage => {
  const { app } = stage.server;
  const phone = await stage.device(PHONE);
  await trySample(phone, app, 'secretary');
  await open(phone, app);
  const before = phone.url();
  await scoredBy(phone, before, OLD_CRITERION);

  // What ships is saved as an example, and comes back changed.
  await phone.goto(`${app}/chi-bo`);
  await phone.getByRole('link', { name: 'Quy định' }).click();
  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('button', { name: `Lưu tệp: ${SHIPPED}`, exact: true }).click(),
  ]);
  const shipped = readFileSync(await download.path(), 'utf8');
  const take = text => phone.getByLabel('Nhập từ tệp').setInputFiles({
    name: 'quy-dinh.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
  const ours = phone.getByRole('listitem').filter({ hasText: '15-HD/ĐU' });

  // A line that is wrong is named, and nothing of the file is kept.
  const text = local(shipped, ago(1));
  const broken = text.replace('Thời lượng = 75 phút', 'Thời lượng = khá dài');
  const line = broken.split('\n').indexOf('Thời lượng = khá dài') + 1;
  await take(broken);
  await phone.getByText(`Chưa nhập. Dòng ${line}: số hoặc đơn vị chưa đúng.`).waitFor();
  await take(text.replace('[Tiêu chí]\nKhóa = 1\n', '[Tiêu chí]\nKhóa = một\n'));
  await phone.getByText(/^Chưa nhập\. Dòng \d+: khóa phải là số/).waitFor();
  assert.equal(await ours.count(), 0);

  await take(text);
  await phone.getByText('Đã nhập quy định 15-HD/ĐU').waitFor();
  await ours.getByText('Đang dùng').waitFor();
  await take(local(shipped, ago(2)));
  await phone.getByText('Chưa nhập: sổ đã có đúng quy định này hoặc bản mới hơn.').waitFor();
  await take(text);
  await phone.getByText('Chưa nhập: sổ đã có đúng quy định này hoặc bản mới hơn.').waitFor();
  await phone.reload();
  await ours.getByText(`ban hành ${ago(1)}`).waitFor();

  // What is announced from now on goes by it; what was, does not.
  await phone.goto(`${app}/chi-bo/thong-bao`);
  await phone.getByText(/^Thường 75 phút/).waitFor();
  await secretary.announce(phone, app, { minutes: 24 * 60, place: 'Nhà văn hóa thôn', theme: 'Nước sạch', papers: [] });
  await open(phone, app);
  assert.notEqual(phone.url(), before);
  await scoredBy(phone, phone.url(), NEW_CRITERION);
  await scoredBy(phone, before, OLD_CRITERION);
});
