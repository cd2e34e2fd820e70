//! Generic widgets without nouns of the domain.

mod blank;
mod choice;
mod dialog;
mod field;
mod icon;
mod qr_code;
mod screen;
mod segmented;
mod tag;

pub use blank::Blank;
pub use choice::{Choice, ChoiceItem};
pub use dialog::Dialog;
pub use field::{Field, TextArea};
pub use icon::{Icon, IconSize};
pub use qr_code::QrCode;
pub use screen::{ActionBar, FocusScreen};
pub use segmented::{Segment, Segmented, SegmentedKind};
pub use tag::{Banner, Tag, Tone};
