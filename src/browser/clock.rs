//! The phone's clock and its event loop.

use crate::domain::time::Moment;
use crate::ports::{Clock, Later};
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// What the phone thinks the time is.
#[derive(Clone, Copy, Debug, Default)]
pub struct PhoneClock;

impl Clock for PhoneClock {
    #[expect(clippy::disallowed_methods, reason = "here is the port that the others ask")]
    fn now(&self) -> Moment {
        Moment(Date::now() as i64)
    }

    fn breathe(&self) -> Later<'_, ()> {
        Box::pin(async {
            // Fails only without message channels: then the work goes on at once.
            next_turn().await.ok();
        })
    }
}

/// A message to oneself: unlike a promise it lets the screen paint, unlike a timer it is not held back 4 ms.
async fn next_turn() -> Result<(), JsValue> {
    let channel = MessageChannel::new()?;
    let arriving = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    channel.port2().post_message(&JsValue::NULL)?;
    JsFuture::from(arriving).await?;
    channel.port1().close();
    Ok(())
}
