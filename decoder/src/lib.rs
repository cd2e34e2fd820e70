//! Reads one QR code out of a grey picture. Built as its own small wasm module, so
//! that a phone whose browser has `BarcodeDetector` never downloads it.

use rqrr::{Grid, SimpleGrid};
use rxing::{
    BinaryBitmap, Luma8Source,
    common::{BitMatrix, DetectorRXingResult, HybridBinarizer},
    qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR},
};
use wasm_bindgen::prelude::wasm_bindgen;

/// The longest side of a picture that is looked at, in pixels.
pub const SIDE_PIXELS_MAX: u32 = 8192;

/// How many triples of corner marks are tried in one picture: a wall of patterns
/// must not hold up the next frame.
const CORNER_SETS_MAX: usize = 24;

/// The text of the QR code in `luma`, one byte a pixel, row by row from the top.
///
/// The code may be turned, mirrored or light on dark. `None` when there is no
/// readable code, or when `luma` does not hold `width` times `height` bytes.
#[wasm_bindgen]
#[must_use]
pub fn decode(luma: &[u8], width: u32, height: u32) -> Option<String> {
    let picture = Picture::parse(luma, width, height)?;
    picture.read().or_else(|| picture.halved()?.read())
}

struct Picture {
    luma: Vec<u8>,
    width: u32,
    height: u32,
}

impl Picture {
    fn parse(luma: &[u8], width: u32, height: u32) -> Option<Self> {
        let sides = 1..=SIDE_PIXELS_MAX;
        let fits = sides.contains(&width)
            && sides.contains(&height)
            && luma.len() == width as usize * height as usize;
        fits.then(|| Self { luma: luma.to_vec(), width, height })
    }

    fn read(&self) -> Option<String> {
        let source = Luma8Source::new_with_slice(&self.luma, self.width, self.height).ok()?;
        let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
        let dark = bitmap.get_black_matrix_mut();
        read_squares(dark).or_else(|| {
            dark.flip_self();
            read_squares(dark)
        })
    }

    /// Half as wide and high, each pixel the mean of four: a noisy or blurred
    /// picture of a large code often reads only like that.
    fn halved(&self) -> Option<Self> {
        let (width, height) = (self.width / 2, self.height / 2);
        if width == 0 || height == 0 {
            return None;
        }
        let row_pixels = self.width as usize;
        let mut luma = Vec::with_capacity(width as usize * height as usize);
        for rows in self.luma.chunks_exact(row_pixels * 2) {
            let (upper, lower) = rows.split_at(row_pixels);
            let means = upper.chunks_exact(2).zip(lower.chunks_exact(2));
            luma.extend(means.map(|(above, below)| mean([above[0], above[1], below[0], below[1]])));
        }
        Some(Self { luma, width, height })
    }
}

fn read_squares(dark: &BitMatrix) -> Option<String> {
    let mut corners = FindFinderPatterns(dark, true, 0);
    GenerateFinderPatternSets(&mut corners).iter().take(CORNER_SETS_MAX).find_map(|set| {
        let found = SampleQR(dark, set).ok()?;
        let squares = found.getBits();
        let side = squares.width() as usize;
        let grid = SimpleGrid::from_func(side, |x, y| squares.get(x as u32, y as u32));
        let (_, text) = Grid::new(grid).decode().ok()?;
        Some(text)
    })
}

fn mean(pixels: [u8; 4]) -> u8 {
    let sum: u16 = pixels.into_iter().map(u16::from).sum();
    (sum / 4) as u8
}
