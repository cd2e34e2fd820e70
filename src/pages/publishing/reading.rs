//! Looks through a picked file before anything of it is kept.

use crate::domain::document::Media;
use crate::library::intake::{Reading, Refusal, look_at, take};
use crate::ports::device::{Picked, PickedFault, ViewerFault, WordFault};
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
    /// Its reading version, where its bytes are no words.
    pub reading: Option<String>,
    /// Nothing but pictures: no marking can be found in it by reading.
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
    /// The same of a Word file.
    Word(WordFault),
}

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
    let reading = match intake.media {
        Media::Pdf => read_pdf(state, picked.bytes.clone(), progress).await?,
        Media::Word => read_word(state, &picked.bytes).await,
        Media::Text | Media::Markdown => Ok(Reading { title: intake.title, markdown: None }),
    };
    let Reading { title, markdown } = match reading {
        Ok(reading) => reading,
        Err(problem) => return Some(Err(problem)),
    };
    let scanned = markdown.is_none() && matches!(intake.media, Media::Pdf | Media::Word);
    let Picked { name, bytes } = picked;
    let title = title.unwrap_or_default();
    Some(Ok(Candidate { name, bytes, media: intake.media, title, reading: markdown, scanned }))
}

/// The words of a Word file, once whatever stands in it is free of markings.
async fn read_word(state: State, bytes: &[u8]) -> Result<Reading, Problem> {
    let word = state.tools().office.read(bytes).await.map_err(Problem::Word)?;
    for field in &word.fields {
        look_at(field, true).map_err(Problem::Refused)?;
    }
    look_at(&word.around, false).map_err(Problem::Refused)?;
    Reading::of_word(&word.markdown, word.pictures).map_err(Problem::Refused)
}

/// The words of a PDF, once every page and field is free of markings.
async fn read_pdf(
    state: State,
    bytes: Vec<u8>,
    progress: impl Fn(u32, u32) -> bool,
) -> Option<Result<Reading, Problem>> {
    let look = async {
        let pages = state.tools().viewer.open(bytes).await.map_err(Problem::Unread)?;
        for field in pages.fields().await.map_err(Problem::Unread)? {
            look_at(&field, true).map_err(Problem::Refused)?;
        }
        let mut texts = Vec::new();
        for page in 1..=pages.count() {
            if !progress(page, pages.count()) {
                return Ok(None);
            }
            let text = pages.text(page).await.map_err(Problem::Unread)?;
            look_at(&text, false).map_err(Problem::Refused)?;
            texts.push(text);
        }
        Ok(Some(Reading::of_pages(&texts)))
    };
    look.await.transpose()
}
