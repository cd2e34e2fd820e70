//! Requests of devices that nobody in the branch holds: whoever has the link can ask.

use super::{Fault, Handbook, meta};
use crate::domain::id::RecordId;
use crate::domain::order;
use crate::ports::{Table, Write};
use std::collections::BTreeSet;

impl Handbook {
    /// The request is nobody's of the branch: it no longer waits.
    pub async fn dismiss(&self, request: RecordId) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let key = meta::key(meta::DISMISSED, &request.0);
        self.write_rows(vec![Write::Put(Table::Meta, key, Vec::new())]).await
    }

    /// Lets a request that was dismissed wait again.
    pub async fn recall(&self, request: RecordId) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.write_rows(vec![Write::Delete(Table::Meta, meta::key(meta::DISMISSED, &request.0))]).await
    }

    /// Requests that no longer wait.
    pub(super) async fn dismissed(&self) -> Result<BTreeSet<RecordId>, Fault> {
        let keys = self.ports.store.keys(Table::Meta, meta::DISMISSED).await?;
        let request = |key: &Vec<u8>| RecordId::from_slice(key.strip_prefix(meta::DISMISSED)?);
        Ok(order::set(keys.iter().filter_map(request)))
    }
}
