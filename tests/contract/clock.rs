//! What a clock keeps.

use so_tay::ports::Clock;

/// Every rule.
pub async fn suite(clock: impl Clock) {
    it_goes_on_after_a_breath(&clock).await;
}

async fn it_goes_on_after_a_breath(clock: &impl Clock) {
    let before = clock.now();
    clock.breathe().await;
    assert!(clock.now() >= before);
}
