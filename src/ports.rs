//! What the handbook needs of the world: a store, a feed, a clock and keys. Five methods or fewer each, over bytes,
//! with twins in memory. Adapters and twins pass the same contract suites. What screens need of the device besides is
//! in [`device`], which has no twins.

use crate::domain::time::Moment;
use crate::exchange::invitation::Token;
use crate::record::Seed;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

mod absent;
pub mod device;
pub mod memory;

/// A future on one thread.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A part of the store. Names are part of the format of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Single values: the identity, the last head.
    Meta,
    /// Verified records that nothing replaces, by subject.
    Records,
    /// Verified records that were replaced.
    Past,
    /// Sealed parcels on their way.
    Outbox,
    /// What the owner is still writing; wrapped.
    Drafts,
    /// What the owner has read, marked, chosen.
    Marks,
    /// The secretary's published facts, by month.
    Shelf,
    /// Mail that the secretary has opened or put in quarantine, by file name.
    Mail,
    /// Sealed files of documents, by name.
    Blobs,
    /// The words of their texts for search, by the same name; wrapped, and made again from the text when lost.
    Words,
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 10] = [
        Self::Meta,
        Self::Records,
        Self::Past,
        Self::Outbox,
        Self::Drafts,
        Self::Marks,
        Self::Shelf,
        Self::Mail,
        Self::Blobs,
        Self::Words,
    ];

    /// Name in the store.
    pub fn name(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Records => "records",
            Self::Past => "past",
            Self::Outbox => "outbox",
            Self::Drafts => "drafts",
            Self::Marks => "marks",
            Self::Shelf => "shelf",
            Self::Mail => "mail",
            Self::Blobs => "blobs",
            Self::Words => "words",
        }
    }
}

/// One change of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Puts a row, whether or not it was there.
    Put(Table, Vec<u8>, Vec<u8>),
    /// Takes a row away, whether or not it was there.
    Delete(Table, Vec<u8>),
}

/// Counts commits, so that two tabs notice each other.
pub type Generation = u64;

/// A row: key and value.
pub type Row = (Vec<u8>, Vec<u8>);

/// Why the store did not do it. After any of these nothing of the batch is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// No room left on the device.
    Full,
    /// Another tab has written since; read again and decide again.
    Stale,
    /// The store cannot be opened or has broken.
    Broken,
}

/// Rows on the device.
pub trait Store {
    /// The value of one row.
    fn get(&self, table: Table, key: &[u8]) -> Later<'_, Result<Option<Vec<u8>>, StoreFault>>;
    /// Rows whose key begins with `prefix`, in the order of their keys.
    fn list(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Row>, StoreFault>>;
    /// Keys that begin with `prefix`, in order, without their values.
    fn keys(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Vec<u8>>, StoreFault>>;
    /// The number of commits so far.
    fn generation(&self) -> Later<'_, Result<Generation, StoreFault>>;
    /// Writes all or nothing, provided that `expected` is still the generation; gives the new one. When it returns,
    /// the rows survive a kill.
    fn commit(&self, expected: Generation, writes: Vec<Write>) -> Later<'_, Result<Generation, StoreFault>>;
}

/// Why a request was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedFault {
    /// No network, or the answer broke off.
    Offline,
    /// The host asks to come back later (429, 503).
    Busy,
    /// The host refuses: wrong token, unknown folder.
    Refused,
    /// Too large: for the host, or for who asked.
    TooLarge,
}

impl FeedFault {
    /// Whether trying again later may help.
    pub fn recoverable(self) -> bool {
        matches!(self, Self::Offline | Self::Busy)
    }
}

/// Plain requests to a data host.
pub trait Feed {
    /// The file, or `None` where there is none. One of more than `bytes_max` is [`FeedFault::TooLarge`], and is not
    /// read to its end.
    fn get(
        &self,
        url: String,
        token: Option<Token>,
        bytes_max: usize,
    ) -> Later<'_, Result<Option<Vec<u8>>, FeedFault>>;
    /// Puts the file. A file that is there already under its content's name counts as put.
    fn put(&self, url: String, token: Option<Token>, bytes: Vec<u8>) -> Later<'_, Result<(), FeedFault>>;
    /// Names of the files in a folder.
    fn list(&self, url: String, token: Token) -> Later<'_, Result<Vec<String>, FeedFault>>;
    /// Takes the file away, whether or not it was there.
    fn delete(&self, url: String, token: Token) -> Later<'_, Result<(), FeedFault>>;
}

/// What the device thinks the time is.
pub trait Clock {
    /// Now.
    fn now(&self) -> Moment;
    /// Lets the screen take its turn in the midst of long work.
    fn breathe(&self) -> Later<'_, ()>;
}

/// The device's own key, which never leaves it, and its randomness.
pub trait Keys {
    /// Seals bytes that only this device opens again.
    fn wrap(&self, plain: Vec<u8>) -> Later<'_, Result<Vec<u8>, KeysFault>>;
    /// Opens what [`Keys::wrap`] sealed.
    fn unwrap(&self, wrapped: Vec<u8>) -> Later<'_, Result<Vec<u8>, KeysFault>>;
    /// 32 fresh random bytes.
    fn seed(&self) -> Seed;
}

/// The device's key is gone or does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeysFault;

/// All ports together, as the composition root hands them in.
#[derive(Clone)]
pub struct Ports {
    /// Rows on the device.
    pub store: Rc<dyn Store>,
    /// The data host.
    pub feed: Rc<dyn Feed>,
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// The device's key.
    pub keys: Rc<dyn Keys>,
}
