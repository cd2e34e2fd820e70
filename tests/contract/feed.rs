//! What a data host keeps, as seen through a feed.

use so_tay::exchange::invitation::Token;
use so_tay::ports::{Feed, FeedFault};

/// No file here is larger.
const BYTES_MAX: usize = 6;
const FOLDER: &str = "0123456789abcdef0123456789abcdef";

/// Every rule, on a host with nothing in the folder yet.
pub async fn suite(feed: impl Feed, base_url: &str, token: Token) {
    let host = Host { feed, base_url: base_url.to_owned(), token };
    host.a_file_that_is_not_there_is_none().await;
    host.what_was_put_comes_back().await;
    host.the_head_is_replaced().await;
    host.mail_is_listed_read_and_cleared().await;
    host.mail_is_never_overwritten().await;
    host.no_file_is_read_beyond_what_was_asked_for().await;
}

struct Host<F> {
    feed: F,
    base_url: String,
    token: Token,
}

impl<F: Feed> Host<F> {
    fn url(&self, area: &str, file: &str) -> String {
        [&self.base_url, "/", area, "/", FOLDER, "/", file].concat()
    }

    async fn publish(&self, file: &str, bytes: &[u8]) {
        let put = self.feed.put(self.url("feed", file), Some(self.token.clone()), bytes.to_vec()).await;
        assert_eq!(put, Ok(()));
    }

    async fn send(&self, file: &str, bytes: &[u8]) {
        assert_eq!(self.feed.put(self.url("drop", file), None, bytes.to_vec()).await, Ok(()));
    }

    async fn inbox(&self) -> Vec<String> {
        self.feed.list(self.url("inbox", ""), self.token.clone()).await.unwrap()
    }

    async fn a_file_that_is_not_there_is_none(&self) {
        assert_eq!(self.feed.get(self.url("feed", "head"), None, BYTES_MAX).await, Ok(None));
    }

    async fn what_was_put_comes_back(&self) {
        let name = "a1".repeat(32);
        self.publish(&name, &[0, 1, 254, 255]).await;
        assert_eq!(
            self.feed.get(self.url("feed", &name), None, BYTES_MAX).await,
            Ok(Some(vec![0, 1, 254, 255]))
        );
    }

    async fn the_head_is_replaced(&self) {
        self.publish("head", b"one").await;
        self.publish("head", b"two").await;
        assert_eq!(self.feed.get(self.url("feed", "head"), None, BYTES_MAX).await, Ok(Some(b"two".to_vec())));
    }

    async fn mail_is_listed_read_and_cleared(&self) {
        let (name, token) = ("b2".repeat(32), Some(self.token.clone()));
        assert_eq!(self.inbox().await, Vec::<String>::new());
        self.send(&name, b"sealed").await;
        assert_eq!(self.inbox().await, vec![name.clone()]);
        let read = self.feed.get(self.url("inbox", &name), token, BYTES_MAX).await;
        assert_eq!(read, Ok(Some(b"sealed".to_vec())));
        for _ in 0..2 {
            let cleared = self.feed.delete(self.url("inbox", &name), self.token.clone()).await;
            assert_eq!(cleared, Ok(()), "clearing twice is no fault");
        }
        assert_eq!(self.inbox().await, Vec::<String>::new());
    }

    async fn mail_is_never_overwritten(&self) {
        let (name, token) = ("c3".repeat(32), Some(self.token.clone()));
        self.send(&name, b"first").await;
        self.send(&name, b"second").await;
        let read = self.feed.get(self.url("inbox", &name), token, BYTES_MAX).await;
        assert_eq!(read, Ok(Some(b"first".to_vec())));
    }

    async fn no_file_is_read_beyond_what_was_asked_for(&self) {
        let name = "d4".repeat(32);
        self.publish(&name, b"four").await;
        let read = |bytes_max| self.feed.get(self.url("feed", &name), None, bytes_max);
        assert_eq!(read(4).await, Ok(Some(b"four".to_vec())));
        assert_eq!(read(3).await, Err(FeedFault::TooLarge));
    }
}
