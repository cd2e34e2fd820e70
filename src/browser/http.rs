//! The data host over plain HTTP. Nothing of the member goes along: no cookies, no referrer, no copy in the browser's
//! cache except of files that are named after their content.

use super::api::{part, settled};
use crate::exchange::invitation::Token;
use crate::ports::{Feed, FeedFault, Later};
use js_sys::{Array, JSON, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestRedirect, Response,
};

/// For the head, a mail, a list.
const SMALL_MILLISECONDS_MAX: i32 = 15_000;
/// For packs and documents.
const LARGE_MILLISECONDS_MAX: i32 = 120_000;
/// What is sent is small up to here: no mail is larger.
const SMALL_BYTES_MAX: usize = 64 << 10;
/// A list of ten thousand mails.
const LIST_BYTES_MAX: usize = 2 << 20;
/// Hexadecimal digits of a file name that is the SHA-256 of its content.
const CONTENT_NAME_LENGTH: usize = 64;

/// Requests to any data host.
#[derive(Clone, Copy, Debug, Default)]
pub struct HttpFeed;

impl Feed for HttpFeed {
    fn get(
        &self,
        url: String,
        token: Option<Token>,
        bytes_max: usize,
    ) -> Later<'_, Result<Option<Vec<u8>>, FeedFault>> {
        Box::pin(async move {
            let answer = Request::new("GET", url, token).send().await?;
            match answer.status() {
                200 => answer.bytes(bytes_max).await.map(Some),
                404 => Ok(None),
                status => Err(refusal(status)),
            }
        })
    }

    fn put(&self, url: String, token: Option<Token>, bytes: Vec<u8>) -> Later<'_, Result<(), FeedFault>> {
        Box::pin(async move {
            let request = Request { body: Some(bytes), ..Request::new("PUT", url, token) };
            match request.send().await?.status() {
                // 409: the drop-box holds a file of that content already.
                200 | 201 | 204 | 409 => Ok(()),
                status => Err(refusal(status)),
            }
        })
    }

    fn list(&self, url: String, token: Token) -> Later<'_, Result<Vec<String>, FeedFault>> {
        Box::pin(async move {
            let answer = Request::new("GET", url, Some(token)).send().await?;
            match answer.status() {
                200 => answer.names().await,
                status => Err(refusal(status)),
            }
        })
    }

    fn delete(&self, url: String, token: Token) -> Later<'_, Result<(), FeedFault>> {
        Box::pin(async move {
            match Request::new("DELETE", url, Some(token)).send().await?.status() {
                200 | 204 | 404 => Ok(()),
                status => Err(refusal(status)),
            }
        })
    }
}

fn refusal(status: u16) -> FeedFault {
    match status {
        413 => FeedFault::TooLarge,
        408 | 429 | 500..=599 => FeedFault::Busy,
        _ => FeedFault::Refused,
    }
}

struct Request {
    method: &'static str,
    url: String,
    token: Option<Token>,
    body: Option<Vec<u8>>,
}

impl Request {
    fn new(method: &'static str, url: String, token: Option<Token>) -> Self {
        Self { method, url, token, body: None }
    }

    async fn send(self) -> Result<Answer, FeedFault> {
        let deadline = Deadline::start(self.milliseconds_max()).map_err(broken_off)?;
        let init = self.init(&deadline.controller).map_err(broken_off)?;
        let window = web_sys::window().ok_or(FeedFault::Offline)?;
        let fetched = JsFuture::from(window.fetch_with_str_and_init(&self.url, &init)).await;
        Ok(Answer { response: fetched.map_err(broken_off)?.unchecked_into(), _deadline: deadline })
    }

    fn init(&self, controller: &AbortController) -> Result<RequestInit, JsValue> {
        let init = RequestInit::new();
        init.set_method(self.method);
        init.set_credentials(RequestCredentials::Omit);
        init.set_redirect(RequestRedirect::Error);
        init.set_referrer_policy(ReferrerPolicy::NoReferrer);
        init.set_cache(if self.of_public_content() { RequestCache::Default } else { RequestCache::NoStore });
        init.set_signal(Some(&controller.signal()));
        if let Some(token) = &self.token {
            let headers = Headers::new()?;
            headers.set("Authorization", &["Bearer ", token.as_str()].concat())?;
            init.set_headers_headers(&headers);
        }
        if let Some(body) = &self.body {
            init.set_body_opt_u8_array(Some(&Uint8Array::from(body.as_slice())));
        }
        Ok(init)
    }

    fn milliseconds_max(&self) -> i32 {
        let large = match &self.body {
            Some(body) => body.len() > SMALL_BYTES_MAX,
            None => self.of_public_content(),
        };
        if large { LARGE_MILLISECONDS_MAX } else { SMALL_MILLISECONDS_MAX }
    }

    /// A file for everybody, named after its content: any copy of it is the right one.
    fn of_public_content(&self) -> bool {
        let name = self.url.rsplit('/').next().unwrap_or_default();
        let hashed = name.len() == CONTENT_NAME_LENGTH && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        hashed && self.token.is_none()
    }
}

struct Answer {
    response: Response,
    _deadline: Deadline,
}

impl Answer {
    fn status(&self) -> u16 {
        self.response.status()
    }

    /// The body, read no further than `bytes_max`: nobody shall fill the phone's memory.
    async fn bytes(&self, bytes_max: usize) -> Result<Vec<u8>, FeedFault> {
        if self.announced().is_some_and(|bytes| bytes > bytes_max) {
            return Err(FeedFault::TooLarge);
        }
        let Some(body) = self.response.body() else {
            return Ok(Vec::new());
        };
        let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
        let mut bytes = Vec::new();
        loop {
            let chunk = settled(Ok(reader.read())).await.map_err(broken_off)?;
            let Some(chunk) = part(&chunk, "value") else {
                return Ok(bytes);
            };
            let chunk = Uint8Array::new(&chunk);
            if bytes.len() + chunk.length() as usize > bytes_max {
                return Err(FeedFault::TooLarge);
            }
            bytes.extend(chunk.to_vec());
        }
    }

    /// How long the host says the body is.
    fn announced(&self) -> Option<usize> {
        self.response.headers().get("content-length").ok()??.parse().ok()
    }

    /// Names of the files in a list as nginx writes it: `[{"name": "…", "type": "file", …}, …]`.
    async fn names(&self) -> Result<Vec<String>, FeedFault> {
        let bytes = self.bytes(LIST_BYTES_MAX).await?;
        let entries = JSON::parse(&String::from_utf8_lossy(&bytes)).map_err(broken_off)?;
        let name = |entry: JsValue| {
            let line = |name| part(&entry, name)?.as_string();
            line("name").filter(|_| line("type").as_deref() == Some("file"))
        };
        Ok(Array::from(&entries).iter().filter_map(name).collect())
    }
}

/// A browser does not tell a page why a request failed.
fn broken_off(_: JsValue) -> FeedFault {
    FeedFault::Offline
}

/// Ends a request after so long, or as soon as nobody waits for it any more: an answer whose body is not read would
/// keep the connection.
struct Deadline {
    controller: AbortController,
    timer: i32,
    _ring: Closure<dyn FnMut()>,
}

impl Deadline {
    fn start(milliseconds: i32) -> Result<Self, JsValue> {
        let controller = AbortController::new()?;
        let late = controller.clone();
        let ring = Closure::<dyn FnMut()>::new(move || late.abort());
        let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
        let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            ring.as_ref().unchecked_ref(),
            milliseconds,
        )?;
        Ok(Self { controller, timer, _ring: ring })
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.timer);
        }
        self.controller.abort();
    }
}
