//! The store in the browser's IndexedDB: one object store for each table, keys and values as bytes.

use super::api::fault_name;
use super::database::{Access, Database, abort, answer, completed};
use crate::ports::{Generation, Later, Row, Store, StoreFault, Table, Write};
use js_sys::{Array, Uint8Array};
use std::collections::BTreeSet;
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbTransaction};

/// One more with each new table: what is there stays.
const VERSION: u32 = 2;
/// After so many writes of one transaction the screen gets its turn.
const WRITES_AT_ONCE: usize = 500;
/// The object store of the count of commits. Apart from the tables, so that none of them lists it.
const GENERATION: &str = "generation";
/// Its only key.
const COUNT: &str = "count";

/// Rows in IndexedDB. Several of the same name share the rows, as tabs do.
pub struct IndexedDb(Database);

impl Default for IndexedDb {
    fn default() -> Self {
        Self::named("so-tay")
    }
}

impl IndexedDb {
    /// The database of that name, made when it is first used.
    pub fn named(name: &str) -> Self {
        let stores = Table::ALL.map(Table::name).into_iter().chain([GENERATION]);
        Self(Database::new(name, VERSION, stores.collect()))
    }

    async fn value(&self, table: Table, key: JsValue) -> Result<Option<Vec<u8>>, JsValue> {
        let store = self.open(table.name()).await?;
        let value = answer(store.get(&key)?).await?;
        Ok((!value.is_undefined()).then(|| bytes(&value)))
    }

    async fn rows(&self, table: Table, range: JsValue) -> Result<Vec<Row>, JsValue> {
        let store = self.open(table.name()).await?;
        // Both are asked before either is awaited: one transaction, so they match.
        let keys = answer(store.get_all_keys_with_key(&range)?);
        let values = answer(store.get_all_with_key(&range)?);
        let (keys, values) = (Array::from(&keys.await?), Array::from(&values.await?));
        Ok(keys.iter().zip(values.iter()).map(|(key, value)| (bytes(&key), bytes(&value))).collect())
    }

    async fn row_keys(&self, table: Table, range: JsValue) -> Result<Vec<Vec<u8>>, JsValue> {
        let store = self.open(table.name()).await?;
        let keys = answer(store.get_all_keys_with_key(&range)?).await?;
        Ok(Array::from(&keys).iter().map(|key| bytes(&key)).collect())
    }

    async fn count(&self) -> Result<Generation, JsValue> {
        read_count(&self.open(GENERATION).await?).await
    }

    async fn open(&self, store: &str) -> Result<IdbObjectStore, JsValue> {
        self.0.begin(&[store], Access::Read).await?.object_store(store)
    }

    async fn write(&self, expected: Generation, writes: Vec<Write>) -> Result<Generation, StoreFault> {
        let mut stores = BTreeSet::from([GENERATION]);
        stores.extend(writes.iter().map(|write| table_of(write).name()));
        let stores: Vec<&str> = stores.into_iter().collect();
        let transaction = self.0.begin(&stores, Access::Write).await.map_err(store_fault)?;
        match fill(&transaction, expected, writes).await {
            Ok(next) => completed(&transaction).await.map(|()| next).map_err(store_fault),
            Err(fault) => {
                abort(&transaction);
                Err(fault)
            }
        }
    }
}

impl Store for IndexedDb {
    fn get(&self, table: Table, key: &[u8]) -> Later<'_, Result<Option<Vec<u8>>, StoreFault>> {
        let key = binary(key);
        Box::pin(async move { self.value(table, key).await.map_err(store_fault) })
    }

    fn list(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Row>, StoreFault>> {
        let range = prefix_range(prefix);
        Box::pin(async move { self.rows(table, range.map_err(store_fault)?).await.map_err(store_fault) })
    }

    fn keys(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Vec<u8>>, StoreFault>> {
        let range = prefix_range(prefix);
        Box::pin(async move { self.row_keys(table, range.map_err(store_fault)?).await.map_err(store_fault) })
    }

    fn generation(&self) -> Later<'_, Result<Generation, StoreFault>> {
        Box::pin(async move { self.count().await.map_err(store_fault) })
    }

    fn commit(&self, expected: Generation, writes: Vec<Write>) -> Later<'_, Result<Generation, StoreFault>> {
        Box::pin(self.write(expected, writes))
    }
}

async fn fill(
    transaction: &IdbTransaction,
    expected: Generation,
    writes: Vec<Write>,
) -> Result<Generation, StoreFault> {
    let counter = transaction.object_store(GENERATION).map_err(store_fault)?;
    if read_count(&counter).await.map_err(store_fault)? != expected {
        return Err(StoreFault::Stale);
    }
    for (count, write) in writes.into_iter().enumerate() {
        let store = transaction.object_store(table_of(&write).name()).map_err(store_fault)?;
        let request = match write {
            Write::Put(_, key, value) => store.put_with_key(&binary(&value), &binary(&key)),
            Write::Delete(_, key) => store.delete(&binary(&key)),
        };
        let request = request.map_err(store_fault)?;
        if count % WRITES_AT_ONCE == WRITES_AT_ONCE - 1 {
            answer(request).await.map_err(store_fault)?;
        }
    }
    let next = expected + 1;
    // JavaScript counts exactly up to 2^53: a commit every millisecond for 285,000 years.
    counter.put_with_key(&JsValue::from(next as f64), &COUNT.into()).map_err(store_fault)?;
    Ok(next)
}

async fn read_count(counter: &IdbObjectStore) -> Result<Generation, JsValue> {
    let count = answer(counter.get(&COUNT.into())?).await?;
    Ok(count.as_f64().unwrap_or(0.0) as Generation)
}

fn table_of(write: &Write) -> Table {
    match write {
        Write::Put(table, ..) | Write::Delete(table, _) => *table,
    }
}

/// Keys that begin with `prefix`. IndexedDB sorts binary keys byte by byte, and no other kind is stored.
fn prefix_range(prefix: &[u8]) -> Result<JsValue, JsValue> {
    match first_after(prefix) {
        Some(end) => {
            IdbKeyRange::bound_with_lower_open_and_upper_open(&binary(prefix), &binary(&end), false, true)
        }
        None => IdbKeyRange::lower_bound(&binary(prefix)),
    }
    .map(JsValue::from)
}

/// The least key that is greater than all that begin with `prefix`; `None` when there is none.
fn first_after(prefix: &[u8]) -> Option<Vec<u8>> {
    let last = prefix.iter().rposition(|byte| *byte < u8::MAX)?;
    let mut end = prefix.get(..=last)?.to_vec();
    *end.last_mut()? += 1;
    Some(end)
}

fn binary(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

/// Of a value (`Uint8Array`) or of a key, which comes back as an `ArrayBuffer`.
fn bytes(stored: &JsValue) -> Vec<u8> {
    Uint8Array::new(stored).to_vec()
}

fn store_fault(fault: JsValue) -> StoreFault {
    match fault_name(&fault).as_str() {
        "QuotaExceededError" => StoreFault::Full,
        _ => StoreFault::Broken,
    }
}
