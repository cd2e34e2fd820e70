//! What every adapter of a port keeps, whatever it is made of. Run over the twins in memory and in a browser.

pub mod clock;
// A test page has no data host to ask: there the journeys do.
#[cfg(not(target_arch = "wasm32"))]
pub mod feed;
pub mod keys;
pub mod store;
