//! Several tabs with one handbook: they tell each other that something was committed. Each of them travels: what is
//! sent twice counts once.

use super::api::part;
use super::listener::Listener;
use web_sys::BroadcastChannel;

const CHANNEL: &str = "so-tay";

/// The other tabs of this browser. Alone where the browser has no channel: commits still notice each other.
pub struct Tabs {
    channel: Option<BroadcastChannel>,
    _heard: Option<Listener>,
}

impl Tabs {
    /// Calls whenever another tab has committed.
    pub fn join(mut committed: impl FnMut() + 'static) -> Self {
        let channel =
            part(&js_sys::global(), "BroadcastChannel").and_then(|_| BroadcastChannel::new(CHANNEL).ok());
        let hear = |channel: &BroadcastChannel| {
            Listener::on(channel.clone().into(), "message", move |_| committed())
        };
        Self { _heard: channel.as_ref().map(hear), channel }
    }

    /// Tells the other tabs that this one has committed.
    pub fn tell_committed(&self) {
        if let Some(channel) = &self.channel {
            // Fails only on a closed channel.
            channel.post_message(&"committed".into()).ok();
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
