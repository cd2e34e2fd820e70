//! Looks through a picked file before anything of it is kept.

use crate::domain::document::Media;
use crate::library::intake::{Refusal, look_at, take};
use crate::ports::device::{Picked, PickedFault, ViewerFault};
use crate::state::State;

/// A file that may become a document.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// How to read it.
    pub media: Media,
    /// What it calls itself, in its text; empty when it does not say.
    pub title: String,
    /// A PDF of pictures: no marking can be found in it by reading.
    pub scanned: bool,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It gives nothing.
    Unpicked(PickedFault),
    /// It may not come in.
    Refused(Refusal),
    /// It could not be looked through.
    Unread(ViewerFault),
}

/// Letters below which a PDF counts as pictures.
const LETTERS_MIN: usize = 20;

/// Looks through `picked`. `progress` hears the page and the number of pages, and tells whether to go on; `None`
/// when it does not.
pub async fn read(
    state: State,
    picked: Picked,
    progress: impl Fn(u32, u32) -> bool,
) -> Option<Result<Candidate, Problem>> {
    let intake = match take(&picked.name, &picked.bytes) {
        Ok(intake) => intake,
        Err(refusal) => return Some(Err(Problem::Refused(refusal))),
    };
    let scanned = if intake.media == Media::Pdf {
        match read_pdf(state, picked.bytes.clone(), progress).await? {
            Ok(letters) => letters < LETTERS_MIN,
            Err(problem) => return Some(Err(problem)),
        }
    } else {
        false
    };
    let title = intake.title.unwrap_or_default();
    let Picked { name, bytes } = picked;
    Some(Ok(Candidate { name, bytes, media: intake.media, title, scanned }))
}

/// The number of letters in the text of a PDF, once every page and field is free of markings.
async fn read_pdf(
    state: State,
    bytes: Vec<u8>,
    progress: impl Fn(u32, u32) -> bool,
) -> Option<Result<usize, Problem>> {
    let look = async {
        let pages = state.tools().viewer.open(bytes).await.map_err(Problem::Unread)?;
        for field in pages.fields().await.map_err(Problem::Unread)? {
            look_at(&field, true).map_err(Problem::Refused)?;
        }
        let mut letters = 0;
        for page in 1..=pages.count() {
            if !progress(page, pages.count()) {
                return Ok(None);
            }
            let text = pages.text(page).await.map_err(Problem::Unread)?;
            look_at(&text, false).map_err(Problem::Refused)?;
            letters += text.chars().filter(|c| c.is_alphabetic()).count();
        }
        Ok(Some(letters))
    };
    look.await.transpose()
}
