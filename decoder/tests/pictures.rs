//! Codes as a phone sees them: turned, slanted, small, blurred, noisy, light on dark.

#![allow(clippy::expect_used, reason = "a test that cannot draw its code stops at once")]

use decoder::decode;
use qrcodegen::{QrCode, QrCodeEcc};
use rstest::rstest;

const SHORT: &str = "STM1:K7QP-4ZTR:0042";
/// As long as our codes get: 300 characters.
fn long() -> String {
    "ST0:9A%$ B7*K+./".chars().cycle().take(300).collect()
}

/// How a code is held before the camera.
#[derive(Clone, Copy)]
struct Shot {
    square_pixels: f64,
    turned_degrees: f64,
    /// 0: seen from the front; 0.3: the far edge looks a third shorter.
    slant: f64,
    noise: u8,
    blur_passes: usize,
    inverted: bool,
    lit_unevenly: bool,
}

const PLAIN: Shot = Shot {
    square_pixels: 5.0,
    turned_degrees: 0.0,
    slant: 0.0,
    noise: 0,
    blur_passes: 0,
    inverted: false,
    lit_unevenly: false,
};

const QUIET_SQUARES: f64 = 4.0;
const FRAME: (u32, u32) = (1280, 720);

fn shoot(text: &str, shot: Shot) -> Vec<u8> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("fits");
    let (width, height) = FRAME;
    let half_side = f64::from(code.size()) / 2.0;
    let (sin, cos) = shot.turned_degrees.to_radians().sin_cos();
    let mut noise = Noise(7);
    let mut luma: Vec<u8> = (0..height)
        .flat_map(|row| (0..width).map(move |column| (column, row)))
        .map(|(column, row)| {
            let x = (f64::from(column) - f64::from(width) / 2.0) / shot.square_pixels;
            let y = (f64::from(row) - f64::from(height) / 2.0) / shot.square_pixels;
            let depth = 1.0 - shot.slant * y / (2.0 * half_side);
            let (x, y) = (x * depth, y * depth);
            let (x, y) = (x * cos + y * sin + half_side, y * cos - x * sin + half_side);
            let card = -QUIET_SQUARES..2.0 * half_side + QUIET_SQUARES;
            let shade = if card.contains(&x) && card.contains(&y) {
                let dark = code.get_module(x.floor() as i32, y.floor() as i32);
                if dark != shot.inverted { 30 } else { 220 }
            } else {
                110
            };
            if shot.lit_unevenly {
                (f64::from(shade) * (0.35 + 0.65 * f64::from(column) / f64::from(width))) as u8
            } else {
                shade
            }
        })
        .collect();
    for _ in 0..shot.blur_passes {
        luma = blurred(&luma, width as usize);
    }
    for pixel in &mut luma {
        *pixel = noise.disturb(*pixel, shot.noise);
    }
    luma
}

/// The mean of each pixel and its eight neighbours.
fn blurred(luma: &[u8], width: usize) -> Vec<u8> {
    let height = luma.len() / width;
    (0..luma.len())
        .map(|at| {
            let (x, y) = (at % width, at / width);
            let rows = y.saturating_sub(1)..=(y + 1).min(height - 1);
            let columns = x.saturating_sub(1)..=(x + 1).min(width - 1);
            let near: Vec<u32> = rows
                .flat_map(|row| columns.clone().map(move |column| row * width + column))
                .map(|near| u32::from(luma[near]))
                .collect();
            (near.iter().sum::<u32>() / near.len() as u32) as u8
        })
        .collect()
}

/// The same "random" numbers in every run.
struct Noise(u32);

impl Noise {
    fn disturb(&mut self, pixel: u8, strength: u8) -> u8 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let span = i32::from(strength) * 2 + 1;
        let shift = (self.0 >> 16) as i32 % span - i32::from(strength);
        (i32::from(pixel) + shift).clamp(0, 255) as u8
    }
}

#[rstest]
#[case::plain(PLAIN)]
#[case::turned_a_quarter(Shot { turned_degrees: 90.0, ..PLAIN })]
#[case::upside_down(Shot { turned_degrees: 180.0, ..PLAIN })]
#[case::askew(Shot { turned_degrees: 33.0, ..PLAIN })]
#[case::slanted(Shot { slant: 0.25, ..PLAIN })]
#[case::askew_and_slanted(Shot { turned_degrees: 200.0, slant: 0.2, ..PLAIN })]
#[case::far_away(Shot { square_pixels: 3.0, ..PLAIN })]
#[case::noisy(Shot { noise: 60, ..PLAIN })]
#[case::out_of_focus(Shot { blur_passes: 3, ..PLAIN })]
#[case::noisy_and_out_of_focus(Shot { noise: 30, blur_passes: 2, turned_degrees: 12.0, ..PLAIN })]
#[case::half_in_the_shade(Shot { lit_unevenly: true, noise: 15, ..PLAIN })]
#[case::light_on_dark(Shot { inverted: true, ..PLAIN })]
fn a_code_is_read_however_it_is_held(#[case] shot: Shot, #[values(SHORT.to_owned(), long())] text: String) {
    let (width, height) = FRAME;
    assert_eq!(decode(&shoot(&text, shot), width, height), Some(text));
}

#[test]
fn a_code_that_fills_the_frame_is_read() {
    let shot = Shot { square_pixels: 20.0, noise: 40, blur_passes: 4, ..PLAIN };
    assert_eq!(decode(&shoot(SHORT, shot), FRAME.0, FRAME.1).as_deref(), Some(SHORT));
}

#[test]
fn a_code_in_bytes_mode_is_read_too() {
    let link = "https://sotay.example/#t=Chào đồng chí";
    assert_eq!(decode(&shoot(link, PLAIN), FRAME.0, FRAME.1).as_deref(), Some(link));
}

#[test]
fn pure_noise_holds_no_code() {
    let mut noise = Noise(3);
    let luma: Vec<u8> = (0..FRAME.0 * FRAME.1).map(|_| noise.disturb(128, 127)).collect();
    assert_eq!(decode(&luma, FRAME.0, FRAME.1), None);
}

#[rstest]
#[case::too_few_bytes(vec![0; 99], 10, 10)]
#[case::too_many_bytes(vec![0; 101], 10, 10)]
#[case::no_width(vec![], 0, 10)]
#[case::longer_than_any_camera(vec![0; 8193], 8193, 1)]
#[case::one_pixel(vec![0], 1, 1)]
#[case::a_line(vec![0; 500], 500, 1)]
#[case::smaller_than_any_code(vec![255; 100], 10, 10)]
fn a_picture_that_cannot_hold_a_code_is_answered_with_nothing(
    #[case] luma: Vec<u8>,
    #[case] width: u32,
    #[case] height: u32,
) {
    assert_eq!(decode(&luma, width, height), None);
}
