// A meeting of the sample branch as it runs, in the secretary's hand, by the words on the screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { LAPTOP } from './devices.mjs';
import { MEMBERS } from './sample.mjs';

/** Exempt and elsewhere, so that nobody calls them. */
const RELEASED = MEMBERS.filter(({ standing }) => ['exempt', 'elsewhere'].includes(standing)).map(({ name }) => name);
/** Has asked to be absent. */
const AWAY = 'Lê Thị Hạnh';

/** Points of a list, enough to come past the letters d and đ. */
export const POINTS = [
  'Nạo vét mương số 2',
  'Dời điểm tập kết rác',
  'Xây hai bể chứa vỏ thuốc',
  'Bàn giao nốt 40 mét mặt bằng',
  'Thăm các hộ cần giúp',
  'Thu đảng phí quý tới',
];

/** How they stand in a resolution. */
export const LETTERED = POINTS.map((point, place) => `${'abcdđe'[place]}) ${point}`);

/** Goes to a part of the screen. */
export const part = (page, name) => page.getByRole('tab', { name }).click();

/** Until the step runs that is called so. */
export const step = (page, name) => page.getByRole('heading', { level: 2, name }).waitFor();

/** Goes on to the step at this place, counted from one. */
export const forward = (page, place) => page.getByRole('button', { name: `Sang mục ${place}`, exact: true }).click();

/** Begins, on a day that is not the one of the notice. */
export async function begin(page) {
  await page.getByRole('button', { name: 'Bắt đầu họp' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Họp hôm nay' }).click();
}

/** Ends the meeting, though little of its time went by. */
export async function end(page) {
  await page.getByRole('button', { name: 'Kết thúc họp' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Mới họp được \d+ trên \d+ phút/).waitFor();
  await dialog.getByRole('button', { name: 'Vẫn kết thúc' }).click();
  await page.getByText(/^Đã kết thúc lúc/).waitFor();
}

/** Opens the next meeting as it runs, from Hôm nay. */
export async function open(page, app) {
  await page.goto(app);
  await page.getByRole('link', { name: /^Điều hành/ }).first().click();
  await page.getByRole('heading', { name: 'Điều hành', level: 1 }).waitFor();
}

/** Calls everybody in, from the top of the list to its end. */
export async function callIn(page) {
  const rows = page.getByRole('main').locator('.roll__row');
  await rows.first().waitFor();
  // Where there is room, the list stands in two columns.
  const oneColumn = page.viewportSize().width < LAPTOP.viewport.width;
  let last = 0;
  for (const row of await rows.all()) {
    const name = (await row.locator('.roll__name').innerText()).trim();
    if (RELEASED.includes(name)) continue;
    if (name === AWAY) {
      await row.getByRole('button', { name: 'Vắng' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Vắng có lý do' }).click();
    } else {
      await row.getByRole('button', { name: 'Có mặt' }).click();
    }
    const scrolled = await page.evaluate(() => scrollY);
    assert.ok(!oneColumn || scrolled >= last, `the list went back at ${name}`);
    last = scrolled;
  }
  await page.getByText('Có mặt 19/20 đồng chí').waitFor();
  await page.getByRole('button', { name: 'Kết thúc điểm danh' }).last().click();
  await page.getByText('Đã kết thúc điểm danh').waitFor();
  await page.getByRole('button', { name: 'Sang nội dung' }).click();
}

/** What paper shows of the roll call of `callIn`: a row for each member, by given names. */
export const ROLL = [...MEMBERS].sort(byGivenName).map(({ name, office, standing }, place) => {
  const title = { secretary: 'Bí thư', deputy: 'Phó bí thư', bureau: 'Chi ủy viên' }[office] ?? 'Đảng viên';
  const membership = standing === 'probationary' ? 'dự bị' : 'chính thức';
  const released = { exempt: 'Miễn sinh hoạt', elsewhere: 'Sinh hoạt nơi khác' }[standing];
  return `${place + 1} ${name} ${title} ${membership} ${name === AWAY ? 'Vắng có lý do' : released ?? 'Có mặt'}`;
});

function byGivenName(one, other) {
  const [a, b] = [one, other].map(({ name }) => name.split(' ').at(-1));
  return new Intl.Collator('vi').compare(a, b);
}

/** The two columns above every paper of the branch. */
export const HEAD = ['ĐẢNG BỘ XÃ MINH KHÊ ĐẢNG CỘNG SẢN VIỆT NAM', 'CHI BỘ THÔN ĐỒNG SEN'];

/** Enters what somebody said: the name is looked for without diacritics. */
export async function say(page, { search, name, kind, words }) {
  await page.getByRole('button', { name: 'Thêm người phát biểu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Tìm tên' }).fill(search);
  await dialog.getByRole('button', { name }).click();
  if (kind) await dialog.getByRole('button', { name: kind, exact: true }).click();
  if (words) await dialog.getByRole('textbox', { name: 'Lời phát biểu' }).fill(words);
  await enterWords(page);
  await page.getByRole('button', { name }).filter({ hasText: words ?? 'đồng ý' }).waitFor();
}

/** Enters the words of the dialog that is open. */
export async function enterWords(page) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Fills in a field that is an entry as soon as it is typed. */
export async function jot(page, name, words) {
  const field = page.getByRole('textbox', { name, exact: true });
  await field.fill(words);
  await field.locator('xpath=ancestor::*[contains(@class,"stack")][1]').getByText(/^Đã lưu \d/).waitFor();
}

/** Assigns a task in the conclusion. */
export async function assign(page, { what, who = [], deadline }) {
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Việc phải làm' }).fill(what);
  if (deadline) await dialog.getByLabel('Thời hạn').fill(deadline);
  for (const name of who) await dialog.getByRole('checkbox', { name }).click();
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText(what, { exact: true }).waitFor();
}

/** Counts hands: of 18, because two official members are released and the probationary ones never vote. */
export async function vote(page, question, { favour, against = 0 }) {
  await part(page, 'Biểu quyết');
  await page.getByRole('heading', { name: 'Vì sao tính trên 18?' }).waitFor();
  await page.getByRole('textbox', { name: 'Nội dung biểu quyết' }).fill(question);
  await page.getByRole('textbox', { name: 'Tán thành', exact: true }).fill(String(favour));
  await page.getByRole('textbox', { name: 'Không tán thành' }).fill(String(against));
  await page.getByRole('button', { name: 'Ghi kết quả vào biên bản' }).click();
  await page.getByText('Đã ghi kết quả').waitFor();
  await page.getByText(`Giơ tay · ${favour}/18 tán thành, ${against} không tán thành`).waitFor();
}

/** The lock asks for every item that is missing in the score, criterion after criterion. */
async function score(page) {
  await page.getByRole('button', { name: 'Khóa văn bản' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Chưa chấm mục này.').first().waitFor();
  while (await dialog.count() > 0) {
    const criterion = await dialog.getByRole('heading', { level: 2 }).innerText();
    for (const points of await dialog.getByRole('textbox', { name: /Điểm, tối đa/ }).all()) {
      await points.fill(await points.evaluate(field => /tối đa ([\d,]+)/.exec(field.labels[0].textContent)[1]));
    }
    for (const note of await dialog.getByRole('textbox', { name: 'Lý do, ghi chú' }).all()) {
      await note.fill('Chi bộ thống nhất.');
    }
    await dialog.getByRole('button', { name: 'Lưu điểm' }).click();
    await dialog.getByRole('heading', { name: criterion, level: 2 }).waitFor({ state: 'hidden' });
  }
}

/** Puts the score to the vote: the way there has the question filled in, with the points. */
async function voteOnScore(page) {
  await page.getByText('Chưa biểu quyết điểm tự chấm').waitFor();
  await page.getByRole('link', { name: 'Biểu quyết điểm' }).click();
  const question = /^Thông qua điểm buổi sinh hoạt: [\d,]+ điểm, mức /.source;
  await page.waitForFunction(asked => new RegExp(asked).test(document.querySelector('#question')?.value), question);
  await page.getByRole('textbox', { name: 'Tán thành', exact: true }).fill('17');
  await page.getByRole('button', { name: 'Ghi kết quả vào biên bản' }).click();
  await page.getByText('Đã ghi kết quả').waitFor();
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await page.getByText('Chi bộ đã biểu quyết điểm').waitFor();
}

/** Locks what came of the meeting: never without its score and the vote that carried it, and then for good. */
export async function closeMeeting(page) {
  await part(page, 'Nội dung');
  await page.getByRole('link', { name: 'Chấm điểm và văn bản' }).last().click();
  await page.getByRole('heading', { name: 'Kết thúc kỳ sinh hoạt', level: 1 }).waitFor();
  await score(page);
  await voteOnScore(page);
  await page.getByRole('button', { name: 'Khóa văn bản' }).click();
  const dialog = page.getByRole('dialog');
  const vote = dialog.getByLabel('Biểu quyết thông qua');
  await vote.selectOption({ index: 0 });
  await dialog.getByRole('button', { name: 'Khóa và kết thúc' }).click();
  await dialog.getByText('Chọn lần biểu quyết đã thông qua nghị quyết.').waitFor();
  await vote.selectOption({ index: 1 });
  await dialog.getByText(/^Sẽ in: Nghị quyết được \d+\/18 đảng viên chính thức tán thành/).waitFor();
  await dialog.getByRole('spinbutton', { name: 'Số nghị quyết' }).fill('7');
  await dialog.getByRole('button', { name: 'Khóa và kết thúc' }).click();
  await page.getByText(/^Đã khóa lúc/).waitFor();
  await page.getByRole('heading', { name: 'Bản đã khóa', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Khóa văn bản' }).waitFor({ state: 'hidden' });
}

/** The files of the meeting that was closed, made without a network, all in one. */
export async function takeFiles(page) {
  await page.getByRole('link', { name: 'Quay lại' }).click();
  await page.getByRole('link', { name: /^Nghị quyết/ }).first().waitFor();
  await page.getByRole('link', { name: 'Hồ sơ kỳ sinh hoạt' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /một tệp zip/ }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^\d{4}-\d{2}-\d{2}.*\.zip$/);
  return readFileSync(await download.path());
}
