//! Puts the codes that the camera sees together, until a message is whole.

use crate::exchange::qr::{Decoder, Kind, QrFault};
use crate::pages::viewfinder::Seen;
use leptos::prelude::*;

/// What one more code has brought.
pub enum Collected {
    /// A whole message.
    Whole(Kind, Vec<u8>),
    /// Only a part, or nothing of this app.
    Nothing(Seen),
}

/// Collects codes. A code of another message begins anew: somebody else holds up a phone.
#[derive(Clone, Copy)]
pub struct Collector(StoredValue<Decoder, LocalStorage>);

impl Default for Collector {
    fn default() -> Self {
        Self(StoredValue::new_local(Decoder::default()))
    }
}

impl Collector {
    /// Takes the text of a code.
    pub fn see(self, text: &str) -> Collected {
        let added = self.0.try_update_value(|decoder| {
            let mut progress = decoder.add(text);
            if progress == Err(QrFault::OtherMessage) {
                *decoder = Decoder::default();
                progress = decoder.add(text);
            }
            let message = decoder.message().cloned();
            if message.is_some() {
                *decoder = Decoder::default();
            }
            (progress, message)
        });
        match added {
            Some((Ok(_), Some(message))) => Collected::Whole(message.kind, message.bytes),
            Some((Ok(_), None)) => Collected::Nothing(Seen::Expected),
            _ => Collected::Nothing(Seen::Foreign),
        }
    }
}
