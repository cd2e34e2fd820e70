//! The words of documents' texts, which search looks through. They are made from the files on this device and kept
//! beside them, wrapped like drafts: what a sealed file hides, its words would tell.

use super::{Fault, Handbook};
use crate::domain::id::BlobId;
use crate::domain::order;
use crate::ports::{Table, Write};
use std::collections::BTreeSet;

/// The way in which words are kept; what was kept in another way counts as not there.
const FORMAT: u8 = 1;

impl Handbook {
    /// Names of the files whose words are kept.
    pub async fn word_names(&self) -> Result<BTreeSet<BlobId>, Fault> {
        let keys = self.ports.store.keys(Table::Words, &[FORMAT]).await?;
        Ok(order::set(keys.iter().filter_map(|key| BlobId::from_slice(key.get(1..)?))))
    }

    /// The words of every file, one after the other: `take` gets them, between pauses for the screen.
    pub async fn each_words(&self, mut take: impl FnMut(BlobId, Vec<u8>)) -> Result<(), Fault> {
        for (key, wrapped) in self.ports.store.list(Table::Words, &[FORMAT]).await? {
            // What cannot be opened is made again: it is no more than a copy.
            if let (Some(name), Ok(words)) =
                (key.get(1..).and_then(BlobId::from_slice), self.ports.keys.unwrap(wrapped).await)
            {
                take(name, words);
            }
        }
        Ok(())
    }

    /// Keeps the words of files, in one commit.
    pub async fn keep_words(&self, files: Vec<(BlobId, Vec<u8>)>) -> Result<(), Fault> {
        let mut rows = Vec::with_capacity(files.len());
        for (name, words) in files {
            rows.push(Write::Put(Table::Words, key(name), self.ports.keys.wrap(words).await?));
        }
        let _turn = self.turn.lock().await;
        self.write_rows(rows).await
    }

    /// Takes the words of files away, and whatever an older app kept of words.
    pub async fn drop_words(&self, names: &[BlobId]) -> Result<(), Fault> {
        let kept = self.ports.store.keys(Table::Words, &[]).await?;
        let older = kept.into_iter().filter(|key| key.first() != Some(&FORMAT));
        let rows = names.iter().map(|name| key(*name)).chain(older);
        let rows: Vec<Write> = rows.map(|key| Write::Delete(Table::Words, key)).collect();
        let _turn = self.turn.lock().await;
        self.write_rows(rows).await
    }
}

fn key(name: BlobId) -> Vec<u8> {
    [&[FORMAT], name.0.as_slice()].concat()
}
