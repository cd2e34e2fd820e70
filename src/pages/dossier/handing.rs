//! Writing files and handing them to other apps, one command at a time.

use crate::domain::time::Day;
use crate::papers::dossier::{Piece, Planned};
use crate::papers::folder::archive;
use crate::ports::device::{Office, OfficeFault, Sharing};
use crate::state::State;
use leptos::prelude::*;
use leptos::task::spawn_local;
use paper::File;

const ARCHIVE_MEDIA: &str = "application/zip";

/// How the last file came out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    Handed,
    NoOffice,
    NotTaken,
}

/// The command that writes and hands on.
#[derive(Clone, Copy)]
pub struct Handing {
    state: State,
    /// A file is being written.
    pub busy: RwSignal<bool>,
    told: RwSignal<Told>,
}

impl Handing {
    /// Nothing is being written.
    pub fn new(state: State) -> Self {
        Self { state, busy: RwSignal::new(false), told: RwSignal::new(Told::Nothing) }
    }

    /// Hands one file on.
    pub fn one(self, file: Planned) {
        let media = file.format.media();
        let name = file.name.clone();
        self.run(name, media, move |office| async move { Ok(written(&*office, file).await?.bytes.to_vec()) });
    }

    /// Hands all files of a meeting on as one.
    pub fn all(self, name: String, day: Day, files: Vec<Planned>) {
        self.run(name, ARCHIVE_MEDIA, move |office| async move {
            let mut made = Vec::new();
            for file in files {
                made.push(written(&*office, file).await?);
            }
            office.zip(&archive(day, made)).await
        });
    }

    /// What came of the last command.
    pub fn told(self) -> Option<&'static str> {
        let texts = self.state.texts().dossier();
        match self.told.get() {
            Told::Nothing => None,
            Told::Handed => Some(texts.handed),
            Told::NoOffice => Some(texts.no_office),
            Told::NotTaken => Some(texts.not_taken),
        }
    }

    fn run<F>(
        self,
        name: String,
        media: &'static str,
        write: impl FnOnce(std::rc::Rc<dyn Office>) -> F + 'static,
    ) where
        F: Future<Output = Result<Vec<u8>, OfficeFault>> + 'static,
    {
        let tools = self.state.tools();
        self.busy.set(true);
        self.told.set(Told::Nothing);
        spawn_local(async move {
            let told = match write(tools.office).await {
                Err(_) => Told::NoOffice,
                Ok(bytes) => match tools.files.share(&name, media, &bytes).await {
                    Sharing::Shared => Told::Handed,
                    Sharing::Cancelled => Told::Nothing,
                    // A laptop saves it.
                    Sharing::Refused | Sharing::Unsupported if tools.files.save(&name, media, &bytes) => {
                        Told::Handed
                    }
                    Sharing::Refused | Sharing::Unsupported => Told::NotTaken,
                },
            };
            self.told.try_set(told);
            self.busy.try_set(false);
        });
    }
}

async fn written(office: &dyn Office, file: Planned) -> Result<File, OfficeFault> {
    let bytes = match &file.piece {
        Piece::Paper(paper) => office.docx(paper).await?,
        Piece::Spreadsheet(sheet) => office.xlsx(sheet).await?,
        Piece::Text(text) => text.clone().into_bytes(),
    };
    Ok(File::new(file.name, bytes))
}
