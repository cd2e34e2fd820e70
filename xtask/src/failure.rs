//! The one error of these tasks: a sentence for the person at the terminal.

use std::fmt;

/// What went wrong, as one sentence that says what to do about it where that is known.
#[derive(Debug)]
pub struct Failure(String);

/// The result of a task.
pub type Result<T> = std::result::Result<T, Failure>;

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self(sentence)
    }
}

impl From<&str> for Failure {
    fn from(sentence: &str) -> Self {
        Self(sentence.to_owned())
    }
}

/// Says what was being done when an error came up.
pub trait Context<T> {
    /// Turns an error into `sentence: error`.
    fn context(self, sentence: impl Into<String>) -> Result<T>;
}

impl<T, E: fmt::Display> Context<T> for std::result::Result<T, E> {
    fn context(self, sentence: impl Into<String>) -> Result<T> {
        self.map_err(|error| Failure(format!("{}: {error}", sentence.into())))
    }
}
