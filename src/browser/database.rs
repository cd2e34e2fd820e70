//! A database of the browser, with promises in place of request events. Written on `web_sys`: the wrappers around
//! IndexedDB offer no strict durability.

use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = IdbDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn begin(
        this: &DurableDatabase,
        stores: &Array,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;
}

/// What a transaction may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    /// Complete only when it is on the disk.
    Write,
}

/// Opened when first needed, and opened anew when the browser has dropped the connection.
pub(super) struct Database {
    name: String,
    version: u32,
    stores: Vec<&'static str>,
    opening: RefCell<Option<Promise>>,
}

impl Database {
    pub(super) fn new(name: &str, version: u32, stores: Vec<&'static str>) -> Self {
        Self { name: name.to_owned(), version, stores, opening: RefCell::default() }
    }

    /// Begins a transaction. It ends by itself at the first await that is not for one of its own requests.
    pub(super) async fn begin(&self, stores: &[&str], access: Access) -> Result<IdbTransaction, JsValue> {
        let stores: Array = stores.iter().map(|&name| JsValue::from(name)).collect();
        match self.attempt(&stores, access).await {
            Ok(transaction) => Ok(transaction),
            Err(_) => {
                // iOS cuts connections of apps in the background without a word.
                self.opening.take();
                self.attempt(&stores, access).await
            }
        }
    }

    async fn attempt(&self, stores: &Array, access: Access) -> Result<IdbTransaction, JsValue> {
        let opening = match self.opening.take() {
            Some(opening) => opening,
            None => self.open()?,
        };
        self.opening.replace(Some(opening.clone()));
        let database: DurableDatabase = JsFuture::from(opening).await?.unchecked_into();
        let options = Object::new();
        let mode = match access {
            Access::Read => "readonly",
            Access::Write => {
                Reflect::set(&options, &"durability".into(), &"strict".into())?;
                "readwrite"
            }
        };
        database.begin(stores, mode, &options)
    }

    /// Promises the connection. While another tab still holds an older version it waits: that tab closes on
    /// `versionchange`, as this one does.
    fn open(&self) -> Result<Promise, JsValue> {
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
        let request = factory.ok_or(JsValue::UNDEFINED)?.open_with_u32(&self.name, self.version)?;
        let (names, asked) = (self.stores.clone(), request.clone());
        let upgrade = Closure::once_into_js(move || make_stores(&asked, &names));
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let asked = request.clone();
        Ok(Promise::new(&mut |resolve, reject| {
            let asked = asked.clone();
            let opened = Closure::once_into_js(move || hand_over(&asked, &resolve));
            request.set_onsuccess(Some(opened.unchecked_ref()));
            request.set_onerror(Some(&reject));
        }))
    }
}

fn make_stores(request: &IdbOpenDbRequest, names: &[&str]) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    let there = database.object_store_names();
    for name in names.iter().filter(|name| !there.contains(name)) {
        database.create_object_store(name)?;
    }
    Ok(())
}

fn hand_over(request: &IdbOpenDbRequest, resolve: &Function) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    let closing = database.clone();
    let close = Closure::once_into_js(move || closing.close());
    database.set_onversionchange(Some(close.unchecked_ref()));
    resolve.call1(&JsValue::UNDEFINED, &database).map(|_| ())
}

/// What a request answers.
pub(super) fn answer(request: IdbRequest) -> impl Future<Output = Result<JsValue, JsValue>> {
    let asked = JsFuture::from(Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    }));
    async move {
        asked.await?;
        request.result()
    }
}

/// Waits until everything in the transaction is stored. Otherwise nothing is, and the error says why.
pub(super) async fn completed(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let ending = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let ended = JsFuture::from(ending).await;
    ended.map(|_| ()).map_err(|_| transaction.error().into())
}

/// Takes everything in the transaction back.
pub(super) fn abort(transaction: &IdbTransaction) {
    // Fails only when the browser has done so already.
    transaction.abort().ok();
}
