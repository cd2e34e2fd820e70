//! The secretary's desk: what a kill, a second tap or a second tab must not do to it.

use crate::phones::*;
use pollster::block_on;
use so_tay::ports::Table;
use so_tay::ports::memory::MemoryHost;
use so_tay::sync::Handbook;

#[test]
fn a_recovery_key_survives_a_kill_until_the_sheet_is_put_away_and_then_is_gone() {
    let phone = Phone::new(1, &MemoryHost::default());
    block_on(async {
        let founded = Handbook::found(phone.ports(), founding(None)).await.unwrap();
        drop(founded.handbook);
        let stored = |phone: &Phone| phone.rows(Table::Meta).into_iter().map(|(_, value)| value);
        let seed = &founded.recovery.0[..];
        assert!(!stored(&phone).any(|value| value.windows(seed.len()).any(|part| part == seed)));

        let desk = phone.open();
        assert!(desk.memory().sheet_waits(), "the sheet is still to be written");
        assert_eq!(desk.recovery().await.unwrap().unwrap().0, founded.recovery.0);
        let rows = phone.rows(Table::Meta).len();
        desk.note_sheet_kept().await.unwrap();
        assert!(!desk.memory().sheet_waits());

        let desk = phone.open();
        assert!(!desk.memory().sheet_waits());
        assert!(desk.recovery().await.unwrap().is_none());
        assert_eq!(phone.rows(Table::Meta).len(), rows - 1, "one row less, and no other");
    });
}
