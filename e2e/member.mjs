// What a member does with the handbook, by the words on the screen.
import { film, pictureOf } from './film.mjs';
import { FILM } from './harness.mjs';

/** Opens an invitation, chooses a text size and comes to Hôm nay. */
export async function join(page, link, size = 'Vừa') {
  await page.goto(link);
  await page.getByRole('button', { name: 'Mở sổ tay' }).click();
  await page.getByRole('radio', { name: size, exact: false }).first().click();
  await page.getByRole('button', { name: 'Dùng cỡ này' }).click();
  await page.getByRole('heading', { name: 'Chào đồng chí' }).waitFor();
}

/** The six digits that the member reads to the secretary. */
export async function digits(page) {
  const words = page.getByRole('status').getByText('Đọc sáu số này cho bí thư').last();
  const [found] = /\d{3} \d{3}/.exec(await words.innerText());
  return found;
}

/** Goes to one of the main sections. */
export async function open(page, section) {
  await page.getByRole('navigation', { name: 'Mục chính' }).getByRole('link', { name: section }).click();
}

/** Opens a document from Tài liệu, by a part of its title. */
export async function openDocument(page, title) {
  await open(page, 'Tài liệu');
  await page.getByRole('link', { name: title }).click();
}

/** Opens the notice of the coming meeting from Sinh hoạt. */
export async function openMeeting(page, title) {
  await open(page, 'Sinh hoạt');
  await page.getByRole('link', { name: title }).first().click();
}

/** Says "I will come" on the notice that is open. */
export async function attend(page) {
  await page.getByRole('button', { name: 'Tôi sẽ có mặt' }).click();
  await page.getByText('Đồng chí đã báo có mặt.').waitFor();
}

/** Writes into the three boxes; each word is kept as a draft. */
export async function writeComment(page, [state, causes, solutions]) {
  await page.getByRole('textbox', { name: 'Thực trạng' }).fill(state);
  await page.getByRole('textbox', { name: 'Nguyên nhân' }).fill(causes);
  await page.getByRole('textbox', { name: 'Giải pháp' }).fill(solutions);
  await page.getByText('Đã lưu nháp lúc').waitFor();
}

/** Sends what stands in the boxes. */
export async function sendComment(page) {
  await page.getByRole('button', { name: 'Gửi góp ý' }).click();
  await page.getByText('Đã gửi góp ý').or(page.getByText('Bí thư đã nhận góp ý')).first().waitFor();
}

/** Points the camera at the code on the secretary's screen and is counted. */
export async function checkIn(page, code) {
  film(FILM, await pictureOf(code));
  await page.getByRole('link', { name: 'Điểm danh' }).first().click();
  await page.getByRole('heading', { name: 'Đã ghi có mặt' }).waitFor();
}
