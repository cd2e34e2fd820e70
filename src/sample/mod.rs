//! The sample branch: a village that does not exist, told by a script and founded with the very commands that every
//! branch uses. It is tried in the app, served on a developer's machine, and tested as a whole.

mod script;
mod telling;
mod when;

pub use script::{Branch, Broken, Gathering, Mark, Paper, Person, Said, Script, ScriptFault};
pub use telling::{found, hand_files, welcome};
pub use when::{Hour, Phrase, When};

use crate::ports::{Store, StoreFault, Table, Write};

/// Name of the script among the files of the sample.
pub const SCRIPT_FILE: &str = "branch.txt";

/// Copies every row of one store into another, in one commit: what was prepared in memory moves in as a whole. Both
/// must belong to the same [`Keys`](crate::ports::Keys), and the other must hold no handbook yet.
pub async fn pour(from: &dyn Store, into: &dyn Store) -> Result<(), StoreFault> {
    let generation = into.generation().await?;
    let mut writes = Vec::new();
    for table in Table::ALL {
        let rows = from.list(table, &[]).await?;
        writes.extend(rows.into_iter().map(|(key, value)| Write::Put(table, key, value)));
    }
    into.commit(generation, writes).await.map(drop)
}
