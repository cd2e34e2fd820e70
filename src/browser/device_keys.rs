//! The device's own key: AES-GCM in the browser's keeping, never to be read out, not even by this app.

use super::api::settled;
use super::database::{Access, Database, answer, completed};
use crate::ports::{Keys, KeysFault, Later};
use crate::record::Seed;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AesGcmParams, AesKeyGenParams, CryptoKey, SubtleCrypto};

const VERSION: u32 = 1;
/// The object store, and the only key in it.
const KEY: &str = "key";
const ALGORITHM: &str = "AES-GCM";
const KEY_BITS: u16 = 256;
const IV_BYTES: usize = 12;

#[wasm_bindgen]
extern "C" {
    // Without `catch`: where there is no randomness nothing may go on.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn fill_randomly(bytes: &mut [u8]);
}

/// A key in a database of its own.
pub struct DeviceKey {
    database: Database,
    held: RefCell<Option<CryptoKey>>,
}

impl Default for DeviceKey {
    fn default() -> Self {
        Self::named("so-tay-key")
    }
}

impl DeviceKey {
    /// The key in the database of that name, made when something is first wrapped.
    pub fn named(name: &str) -> Self {
        Self { database: Database::new(name, VERSION, vec![KEY]), held: RefCell::default() }
    }

    async fn seal(&self, plain: Vec<u8>) -> Result<Vec<u8>, JsValue> {
        let key = match self.find().await? {
            Some(key) => key,
            None => self.make().await?,
        };
        let iv: [u8; IV_BYTES] = random();
        let plain = Uint8Array::from(plain.as_slice());
        let sealed = settled(subtle()?.encrypt_with_object_and_js_u8_array(&with(&iv), &key, &plain)).await?;
        Ok([iv.as_slice(), &Uint8Array::new(&sealed).to_vec()].concat())
    }

    async fn open(&self, wrapped: Vec<u8>) -> Result<Vec<u8>, JsValue> {
        let key = self.find().await?.ok_or(JsValue::UNDEFINED)?;
        let (iv, sealed) = wrapped.split_at_checked(IV_BYTES).ok_or(JsValue::UNDEFINED)?;
        let sealed = Uint8Array::from(sealed);
        let plain = settled(subtle()?.decrypt_with_object_and_js_u8_array(&with(iv), &key, &sealed)).await?;
        Ok(Uint8Array::new(&plain).to_vec())
    }

    async fn find(&self) -> Result<Option<CryptoKey>, JsValue> {
        if let Some(key) = self.held.borrow().clone() {
            return Ok(Some(key));
        }
        let store = self.database.begin(&[KEY], Access::Read).await?.object_store(KEY)?;
        let found = answer(store.get(&KEY.into())?).await?;
        self.hold(found)
    }

    /// Makes a key, unless another tab was faster: then takes that one.
    async fn make(&self) -> Result<CryptoKey, JsValue> {
        let fresh = generate().await?;
        let transaction = self.database.begin(&[KEY], Access::Write).await?;
        let store = transaction.object_store(KEY)?;
        let there = answer(store.get(&KEY.into())?).await?;
        if let Some(key) = self.hold(there)? {
            return Ok(key);
        }
        store.add_with_key(&fresh, &KEY.into())?;
        completed(&transaction).await?;
        self.held.replace(Some(fresh.clone()));
        Ok(fresh)
    }

    fn hold(&self, found: JsValue) -> Result<Option<CryptoKey>, JsValue> {
        if found.is_undefined() {
            return Ok(None);
        }
        let key: CryptoKey = found.dyn_into()?;
        self.held.replace(Some(key.clone()));
        Ok(Some(key))
    }
}

impl Keys for DeviceKey {
    fn wrap(&self, plain: Vec<u8>) -> Later<'_, Result<Vec<u8>, KeysFault>> {
        Box::pin(async move { self.seal(plain).await.map_err(|_| KeysFault) })
    }

    fn unwrap(&self, wrapped: Vec<u8>) -> Later<'_, Result<Vec<u8>, KeysFault>> {
        Box::pin(async move { self.open(wrapped).await.map_err(|_| KeysFault) })
    }

    fn seed(&self) -> Seed {
        Seed(random())
    }
}

async fn generate() -> Result<CryptoKey, JsValue> {
    let kind = AesKeyGenParams::new(ALGORITHM, KEY_BITS);
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let extractable = false;
    settled(subtle()?.generate_key_with_object(&kind, extractable, &uses)).await?.dyn_into()
}

/// Absent on pages without https; its methods fail then.
fn subtle() -> Result<SubtleCrypto, JsValue> {
    Ok(web_sys::window().ok_or(JsValue::UNDEFINED)?.crypto()?.subtle())
}

fn with(iv: &[u8]) -> AesGcmParams {
    AesGcmParams::new_with_u8_array(ALGORITHM, &Uint8Array::from(iv))
}

fn random<const LENGTH: usize>() -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    fill_randomly(&mut bytes);
    bytes
}
