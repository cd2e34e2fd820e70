//! Generic widgets without nouns of the domain.

mod arrival;
mod blank;
mod check_row;
mod choice;
mod command_button;
mod confirm;
mod dialog;
mod field;
mod file_picker;
mod icon;
mod lone_page;
mod paper_page;
mod qr_code;
mod radio_group;
mod screen;
mod segmented;
mod select;
mod tag;

pub use arrival::Arrival;
pub use blank::Blank;
pub use check_row::CheckRow;
pub use choice::{Choice, ChoiceItem};
pub use command_button::CommandButton;
pub use confirm::Confirm;
pub use dialog::Dialog;
pub use field::{Field, FieldNote, TextArea};
pub use file_picker::FilePicker;
pub use icon::{Icon, IconSize};
pub use lone_page::LonePage;
pub use paper_page::PaperPage;
pub use qr_code::QrCode;
pub use radio_group::{RadioGroup, RadioLook, SegmentedKind};
pub use screen::{ActionBar, FocusScreen, OverlayScreen};
pub use segmented::{Segment, Segmented};
pub use select::Select;
pub use tag::{Banner, Tag, Tone};
