//! Files that are handed on as one.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// A folder of files. The order is the one in which they are listed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Archive {
    /// The day that every file bears: year, month and day of the month.
    #[n(0)]
    pub day: (u16, u8, u8),
    /// The files.
    #[n(1)]
    pub files: Vec<File>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct File {
    /// Its name.
    #[n(0)]
    pub name: String,
    /// Its bytes.
    #[n(1)]
    pub bytes: ByteVec,
}

impl File {
    /// A file of this name.
    pub fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }
}
