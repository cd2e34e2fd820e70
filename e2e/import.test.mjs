// Word files and scans come in as documents that are read on a phone, and a link leads to one clause.
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';

import { PHONE } from './devices.mjs';
import { scenario } from './harness.mjs';
import * as secretary from './secretary.mjs';
import { scanFile, wordFile } from './word.mjs';

const WITHOUT_HOST = { hosted: false };
const LONG = 'Đảng viên bàn bạc, góp ý và cùng nhau thực hiện. '.repeat(40).trim();
const RULES = [
  'ĐẢNG BỘ XÃ MINH KHÊ',
  'QUY CHẾ LÀM VIỆC',
  'Chương I. QUY ĐỊNH CHUNG',
  'Điều 1. Phạm vi',
  '1. Quy chế này áp dụng cho chi bộ.',
  LONG,
  'Điều 2. Nguyên tắc',
  '1. Tập trung dân chủ.',
  'a) Bàn kỹ trước khi biểu quyết;',
  'đ) Thiểu số phục tùng đa số.',
  LONG,
];

async function publishPicked(page, title) {
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill(title);
  await page.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill(secretary.BRANCH.superior);
  await page.getByRole('button', { name: 'Gửi cho chi bộ' }).click();
  await page.getByText('Đã gửi tài liệu').waitFor();
}

async function openFromLibrary(page, app, title) {
  await page.goto(`${app}/tai-lieu`);
  await page.getByRole('link', { name: title }).click();
}

scenario('a Word file is read on a phone, and a link leads to one clause of it', async stage => {
  const { app } = stage.server;
  const page = await stage.device(PHONE, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  await secretary.found(page, `${app}/thanh-lap`);
  await secretary.pickDocument(page, app, wordFile('quy-che.docx', RULES));
  const named = page.getByRole('textbox', { name: 'Trích yếu' });
  await named.waitFor();
  assert.equal(await named.inputValue(), 'QUY CHẾ LÀM VIỆC', 'the file says what it is called');
  await publishPicked(page, 'Quy chế làm việc của chi bộ');

  await openFromLibrary(page, app, 'Quy chế làm việc của chi bộ');
  await page.getByRole('heading', { name: 'Điều 1. Phạm vi' }).waitFor();
  await page.getByText('đ) Thiểu số phục tùng đa số.').waitFor();

  // From the outline to Điều 2, and from there a link.
  const contents = page.getByRole('button', { name: 'Mục lục' });
  const dialog = page.getByRole('dialog', { name: 'Mục lục' });
  await contents.click();
  await dialog.getByRole('button', { name: 'Điều 2. Nguyên tắc' }).click();
  const second = page.getByRole('heading', { name: 'Điều 2. Nguyên tắc' });
  await inView(page, second);
  await contents.click();
  await page.evaluate(() => { delete Navigator.prototype.share; });
  await dialog.getByRole('button', { name: 'Gửi đường dẫn tới chỗ này' }).click();
  await dialog.getByText('Đã chép đường dẫn.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#dieu-2/);
  await page.goto(app);
  await page.goto(link);
  await inView(page, second);

  // The file as it was circulated is one tap away.
  const saved = page.waitForEvent('download');
  await page.evaluate(() => { delete Navigator.prototype.canShare; delete Navigator.prototype.share; });
  await page.getByRole('button', { name: 'Bản gốc (Word)' }).click();
  assert.match((await saved).suggestedFilename(), /\.docx$/);
}, WITHOUT_HOST);

scenario('a scan says that it has no words, and comes in with a summary', async stage => {
  const { app } = stage.server;
  const page = await stage.device(PHONE);
  await secretary.found(page, `${app}/thanh-lap`);
  await secretary.pickDocument(page, app, scanFile('quet.pdf'));
  await page.getByText('Ảnh quét, chưa có chữ').waitFor();
  await page.getByRole('checkbox', { name: 'Tôi đã xem, tài liệu không có dấu Mật' }).click();
  await page.getByRole('textbox', { name: 'Tóm tắt nội dung' }).fill('Dọn mương trước ngày 15/11.');
  await publishPicked(page, 'Kế hoạch dọn mương');
  await openFromLibrary(page, app, 'Kế hoạch dọn mương');
  await page.getByText('Dọn mương trước ngày 15/11.').waitFor();
  await page.getByRole('button', { name: 'Xem bản gốc' }).click();
  await page.locator('#page-1').waitFor();
  await page.getByRole('button', { name: 'Dạng chữ' }).click();
  await page.getByText('Dọn mương trước ngày 15/11.').waitFor();
}, WITHOUT_HOST);

scenario('a Word file that may not come in is refused with one sentence', async stage => {
  const { app } = stage.server;
  const page = await stage.device(PHONE);
  await secretary.found(page, `${app}/thanh-lap`);
  const sound = wordFile('bao-cao.docx', RULES);
  const cut = { ...sound, buffer: sound.buffer.subarray(0, sound.buffer.length - 40) };
  const encrypted = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
  const cases = [
    [wordFile('bao-cao.docx', RULES, 'TUYỆT MẬT'), 'Tài liệu có dấu TUYỆT MẬT.'],
    [wordFile('bao-cao.docx', ['| Độ mật: Tối mật', ...RULES]), 'Tài liệu có dấu TỐI MẬT.'],
    [cut, 'Tệp Word bị hỏng.'],
    [{ ...sound, buffer: encrypted }, 'Tệp Word có mật khẩu'],
    [{ ...sound, name: 'bao-cao.doc' }, 'tệp Word kiểu cũ (.doc)'],
    [{ ...sound, buffer: Buffer.from('%PDF-1.4') }, 'nội dung không phải Word'],
    [{ ...scanFile('a.pdf'), buffer: Buffer.from('%PDF-1.7\ncắt ngang') }, 'Tệp PDF bị hỏng.'],
  ];
  for (const [file, sentence] of cases) {
    await secretary.pickDocument(page, app, file);
    await page.getByText(sentence).waitFor();
  }
  await page.goto(`${app}/tai-lieu`);
  await page.getByText('Chi bộ chưa có tài liệu nào').waitFor();
}, WITHOUT_HOST);

async function inView(page, element) {
  await element.waitFor();
  await page.waitForFunction(node => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, await element.elementHandle());
}
