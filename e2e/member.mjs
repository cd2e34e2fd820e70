// What a member does with the handbook, by the words on the screen.
import { film, pictureOf } from './film.mjs';
import { FILM } from './harness.mjs';

/** Opens an invitation, chooses a text size and comes to Hôm nay. */
export async function join(page, link, size) {
  await page.goto(link);
  await accept(page, size);
}

/** Accepts the invitation that is open, chooses a text size and comes to Hôm nay. */
export async function accept(page, size = 'Vừa') {
  await page.getByRole('button', { name: 'Mở sổ tay' }).click();
  await page.getByRole('radio', { name: size, exact: false }).first().click();
  await page.getByRole('button', { name: 'Dùng cỡ này' }).click();
  await page.getByRole('heading', { name: 'Chào đồng chí' }).waitFor();
}

/** The six digits that the member reads to the secretary. */
export async function digits(page) {
  const words = page.getByRole('status').filter({ hasText: 'Đọc sáu chữ số này cho bí thư' }).last();
  const [found] = /\d{3} \d{3}/.exec(await words.innerText());
  return found;
}

/** Goes to one of the main sections. */
export async function open(page, section) {
  await page.goto(new URL('/', page.url()).href);
  await page.getByRole('navigation', { name: 'Mục chính' }).getByRole('link', { name: section }).click();
}

/** Opens a document from Tài liệu, by a part of its title. */
export async function openDocument(page, title) {
  await open(page, 'Tài liệu');
  await page.getByRole('link', { name: title }).click();
}

/** Until the first page of the PDF that is open shows ink. */
export async function pageIsDrawn(page) {
  const canvas = page.locator('#page-1');
  await canvas.waitFor();
  await page.waitForFunction(paper => {
    if (paper.width === 0) return false;
    const { data } = paper.getContext('2d').getImageData(0, 0, paper.width, paper.height);
    return data.some((value, at) => at % 4 !== 3 && value < 128);
  }, await canvas.elementHandle());
}

/** Opens the notice of the coming meeting from Sinh hoạt. */
export async function openMeeting(page, title) {
  await open(page, 'Sinh hoạt');
  await page.getByRole('main').getByRole('link', { name: title }).last().click();
  await page.getByRole('heading', { name: 'Thông báo sinh hoạt' }).waitFor();
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
  await page.getByText(/^Đã lưu \d/).waitFor();
}

/** Sends what stands in the boxes. */
export async function sendComment(page) {
  await page.getByRole('button', { name: 'Gửi góp ý' }).click();
  await page.getByText(/Đã lưu, chờ gửi|Đã gửi góp ý|Bí thư đã nhận góp ý/).first().waitFor();
}

/** Points the camera at the code on the secretary's screen; whether it counts is for the roll call to say. */
export async function checkIn(page, code) {
  film(FILM, await pictureOf(code));
  await page.getByRole('link', { name: 'Điểm danh' }).first().click();
  await page.getByRole('heading', { name: /^Đã (lưu|gửi) mã/ }).waitFor();
}

/** Puts the code that the phone shows before the cameras, with all its frames when it has several. */
export async function filmCode(page, name) {
  const code = page.getByRole('img', { name });
  await code.waitFor();
  const pictures = [await pictureOf(code)];
  const next = page.getByRole('button', { name: 'Khung tiếp' });
  const count = page.getByText(/^Khung \d+ trên \d+$/);
  if (await next.isVisible()) {
    const [all] = /\d+$/.exec(await count.innerText());
    for (let frame = 1; frame < Number(all); frame += 1) {
      await next.click();
      pictures.push(await pictureOf(code));
    }
  }
  film(FILM, ...pictures);
}
