//! Generic widgets without nouns of the domain.

mod arrival;
mod blank;
mod check_row;
mod choice;
mod confirm;
mod dialog;
mod field;
mod icon;
mod qr_code;
mod screen;
mod segmented;
mod select;
mod tag;

pub use arrival::Arrival;
pub use blank::Blank;
pub use check_row::CheckRow;
pub use choice::{Choice, ChoiceItem};
pub use confirm::Confirm;
pub use dialog::Dialog;
pub use field::{Field, FieldNote, TextArea};
pub use icon::{Icon, IconSize};
pub use qr_code::QrCode;
pub use screen::{ActionBar, FocusScreen};
pub use segmented::{Segment, Segmented, SegmentedKind};
pub use select::Select;
pub use tag::{Banner, Tag, Tone};
