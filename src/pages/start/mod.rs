//! First start: an invitation, the trial, or founding a branch; then the text size.

mod invited;
mod open;
mod scan;
mod welcome;

pub use invited::{Invited, MovingIn};
pub use scan::Scan;
pub use welcome::Start;
