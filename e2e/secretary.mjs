// What a secretary does with the handbook, by the words on the screen.
import assert from 'node:assert/strict';
import path from 'node:path';

/** The branch of these journeys; nobody in it exists. */
export const BRANCH = {
  name: 'Chi bộ thôn Đồng Sen',
  superior: 'Đảng ủy xã Minh Khê',
  locality: 'xã Minh Khê',
  secretary: 'Bùi Văn Hòa',
};

/** Founds the branch at `address`, which may carry a hosting link; the page is loaded anew before the recovery sheet is put away. */
export async function found(page, address) {
  await page.goto(address);
  await page.getByRole('button', { name: 'Dùng cỡ này' }).click();
  await page.getByRole('textbox', { name: 'Tên chi bộ' }).fill(BRANCH.name);
  await page.getByRole('textbox', { name: 'Đảng ủy cấp trên' }).fill(BRANCH.superior);
  await page.getByRole('textbox', { name: 'Địa danh ghi trên văn bản' }).fill(BRANCH.locality);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('textbox', { name: 'Họ và tên bí thư' }).fill(BRANCH.secretary);
  await page.getByRole('button', { name: 'Thành lập' }).click();

  await page.getByRole('heading', { name: 'Phiếu khôi phục' }).waitFor();
  const sheet = page.getByRole('region', { name: 'Chép bằng tay' });
  const groups = /([A-Z2-7]{4}\s*){14}/;
  await sheet.getByText(groups).waitFor();
  const key = (await sheet.innerText()).match(groups)[0];
  await page.goto(new URL('/', address).href);
  await page.getByText('Phiếu khôi phục chưa được cất').waitFor();
  await page.getByRole('link', { name: 'Mở phiếu' }).click();
  await sheet.getByText(groups).waitFor();
  assert.equal((await sheet.innerText()).match(groups)[0], key, 'a sheet that was left shows the same key again');
  assert.ok(await page.getByRole('button', { name: 'Hãy in hoặc chép phiếu trước' }).isDisabled());
  await page.getByRole('checkbox', { name: 'Tôi đã in hoặc chép lại' }).click();
  await page.getByRole('button', { name: 'Vào việc của chi bộ' }).click();
  await page.getByRole('heading', { name: 'Chi bộ', level: 1 }).waitFor();
}

/** Enters members from a pasted list. */
export async function enter(page, app, names) {
  await page.goto(`${app}/chi-bo/dang-vien`);
  await page.getByRole('button', { name: 'Dán nhiều tên' }).click();
  const list = names.map((name, place) => `${place + 1}. ${name}`).join('\n');
  await page.getByRole('textbox', { name: 'Danh sách họ tên' }).fill(list);
  await page.getByRole('button', { name: 'Thêm vào sổ' }).click();
  for (const name of names) await page.getByRole('link', { name: `Mời vào sổ: ${name}` }).waitFor();
}

/** Opens the invitation of a listed member; gives the link that is sent. */
export async function invite(page, app, name) {
  await page.goto(`${app}/chi-bo/dang-vien`);
  await page.getByRole('link', { name: `Mời vào sổ: ${name}` }).click();
  await page.getByRole('img', { name: 'Mã mời để quét' }).waitFor();
  await page.getByRole('button', { name: 'Sao chép liên kết' }).click();
  await page.getByText('Đã sao chép liên kết').waitFor();
  // Chromium says that it has written a moment before another page can read it.
  const copied = await page.waitForFunction(async origin => {
    const text = await navigator.clipboard.readText();
    return text.startsWith(origin) && text;
  }, app);
  return copied.jsonValue();
}

/** Lists the device that asks with these six digits. */
export async function confirm(page, app, name, digits) {
  await page.goto(`${app}/chi-bo/hop-thu`);
  const card = page.getByRole('article').filter({ hasText: digits });
  await card.getByRole('heading', { name }).waitFor();
  await card.getByRole('button', { name: 'Số khớp, xác nhận' }).click();
  await page.getByText(`Đã xác nhận máy của đ/c ${name}`).waitFor();
}

/** Picks a file as a new document; resolves when it was looked through. */
export async function pickDocument(page, app, file) {
  await page.goto(`${app}/chi-bo/gui-tai-lieu`);
  await page.getByLabel('Chọn tệp').setInputFiles(file);
}

/** Publishes a file under its own name; gives the title that members will see. */
export async function publish(page, app, file) {
  const title = titleOf(file);
  await pickDocument(page, app, file);
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill(title);
  await page.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill(BRANCH.superior);
  await page.getByRole('button', { name: 'Gửi cho chi bộ' }).click();
  await page.getByText('Đã gửi tài liệu').waitFor();
  return title;
}

/** The name that journeys give a paper. */
export function titleOf(file) {
  return `Văn bản ${path.parse(file).name}`;
}

/** Announces a meeting that starts in `minutes`; leaves its notice open. */
export async function announce(page, app, { minutes, place, theme, papers }) {
  const { day, time } = vietnameseTime(minutes);
  await page.goto(`${app}/chi-bo/thong-bao`);
  await page.getByLabel('Ngày họp').fill(day);
  await page.getByLabel('Giờ bắt đầu').fill(time);
  await page.getByRole('textbox', { name: 'Địa điểm' }).fill(place);
  await page.getByRole('textbox', { name: 'Chủ trì' }).fill(`Đ/c ${BRANCH.secretary}`);
  await page.getByRole('textbox', { name: 'Chuyên đề kèm theo' }).fill(theme);
  for (const paper of papers) await page.getByRole('checkbox', { name: paper }).click();
  await page.getByRole('button', { name: 'Gửi thông báo' }).click();
  await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await page.getByRole('heading', { name: 'Thông báo sinh hoạt' }).waitFor();
}

/** Opens the notice of a meeting from Sinh hoạt. */
export async function openMeeting(page, app, title) {
  await page.goto(`${app}/sinh-hoat`);
  await page.getByRole('main').getByRole('link', { name: title }).last().click();
  await page.getByRole('heading', { name: 'Thông báo sinh hoạt' }).waitFor();
}

/** Assigns one task as a meeting has decided, and sends it out. */
export async function assign(page, app, title, { what, who }) {
  await openMeeting(page, app, title);
  await page.getByRole('link', { name: 'Giao việc' }).first().click();
  await page.getByRole('button', { name: 'Thêm việc' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Việc phải làm' }).fill(what);
  await form.getByRole('checkbox', { name: who }).click();
  await form.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText(what, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Gửi cho chi bộ' }).click();
  await page.getByText('Đã gửi phân công').waitFor();
}

/** Opens one of the boxes of the inbox. */
export async function openMailbox(page, app, box) {
  await page.goto(`${app}/chi-bo/hop-thu`);
  await page.getByRole('group', { name: 'Loại thư' }).getByRole('button', { name: box }).click();
}

/** Opens the rotating code of the meeting whose notice is open; gives the code on the screen. */
export async function showCode(page) {
  await page.getByRole('link', { name: 'Điểm danh' }).last().click();
  await page.getByRole('link', { name: 'Mã', exact: true }).click();
  const code = page.getByRole('img', { name: 'Mã điểm danh' });
  await code.waitFor();
  return code;
}

/** The wall clock of Vietnam, so many minutes from now, as the fields for day and time take it. */
export function vietnameseTime(minutes) {
  const moment = new Date(Date.now() + minutes * 60_000);
  const [day, time] = moment.toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).split(' ');
  return { day, time: time.slice(0, 5) };
}
