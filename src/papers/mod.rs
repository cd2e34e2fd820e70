//! What leaves the app as a paper or a file for other programs; nothing in here performs IO. The papers are official
//! ones and therefore Vietnamese in every language of the app.

pub mod addendum;
pub mod agenda;
pub mod csv;
pub mod dossier;
pub mod folder;
pub mod held;
pub mod ics;
pub mod letterhead;
pub mod lettering;
pub mod minutes;
pub mod notice;
mod phrase;
pub mod resolution;
pub mod revision;
pub mod roll_call;
pub mod score_sheet;
pub mod task_list;
