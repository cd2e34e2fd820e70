//! What the owner is still writing, and what the owner has read. Drafts are wrapped with the device's own key before
//! they touch the store, so a stolen copy of the store reads nothing.

use super::{Fault, Handbook};
use crate::domain::order;
use crate::exchange::draft::DraftName;
use crate::ports::{Table, Write};
use std::collections::BTreeMap;

/// Takes a draft away, in the commit that makes a fact of it: nothing is entered twice after a kill.
pub(super) fn gone(draft: DraftName) -> Write {
    Write::Delete(Table::Drafts, draft.to_string().into_bytes())
}

impl Handbook {
    /// Keeps a draft under `name`. Once this returns the words survive a kill.
    pub async fn save_draft(&self, name: &str, bytes: Vec<u8>) -> Result<(), Fault> {
        let wrapped = self.ports.keys.wrap(bytes).await?;
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Put(Table::Drafts, name.as_bytes().to_vec(), wrapped)]).await
    }

    /// The draft under `name`.
    pub async fn draft(&self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        match self.ports.store.get(Table::Drafts, name.as_bytes()).await? {
            None => Ok(None),
            Some(wrapped) => Ok(Some(self.ports.keys.unwrap(wrapped).await?)),
        }
    }

    /// Names of the drafts that begin with `prefix`.
    pub async fn draft_names(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let keys = self.ports.store.keys(Table::Drafts, prefix.as_bytes()).await?;
        Ok(keys.into_iter().filter_map(|key| String::from_utf8(key).ok()).collect())
    }

    /// Takes a draft away.
    pub async fn drop_draft(&self, name: &str) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Delete(Table::Drafts, name.as_bytes().to_vec())]).await
    }

    /// Notes something about a thing: how far a document was read.
    pub async fn set_mark(&self, name: &str, value: Vec<u8>) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Put(Table::Marks, name.as_bytes().to_vec(), value)]).await
    }

    /// All notes whose name begins with `prefix`.
    pub async fn marks(&self, prefix: &str) -> Result<BTreeMap<String, Vec<u8>>, Fault> {
        let rows = self.ports.store.list(Table::Marks, prefix.as_bytes()).await?;
        Ok(order::map(
            rows.into_iter().filter_map(|(key, value)| Some((String::from_utf8(key).ok()?, value))),
        ))
    }
}
