//! A QR code, always on white with a quiet zone.

use leptos::prelude::*;
use qrcodegen::{QrCode as Code, QrCodeEcc};

/// Squares of quiet zone around the code.
const QUIET: i32 = 3;

/// A QR code of `text`, named `label` for screen readers. Nothing is drawn for a text that no code holds.
#[component]
pub fn QrCode(#[prop(into)] text: Signal<String>, #[prop(into)] label: Signal<String>) -> impl IntoView {
    move || {
        let code = Code::encode_text(&text.get(), QrCodeEcc::Medium)
            .or_else(|_| Code::encode_text(&text.get(), QrCodeEcc::Low))
            .ok()?;
        let side = code.size();
        let whole = side + 2 * QUIET;
        let edge = (-QUIET).to_string();
        let (whole_text, path) = (whole.to_string(), path(&code));
        let view_box = [edge.as_str(), &edge, &whole_text, &whole_text].join(" ");
        Some(view! {
            <svg class="qr" viewBox=view_box role="img" aria-label=label shape-rendering="crispEdges">
                <rect x=edge.clone() y=edge width=whole_text.clone() height=whole_text fill="#fff"></rect>
                <path d=path fill="#000"></path>
            </svg>
        })
    }
}

/// One horizontal stroke for each run of dark squares.
fn path(code: &Code) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let [from, row, run] = [start, y, x - start].map(|number| number.to_string());
                path.push_str(&["M", &from, " ", &row, "h", &run, "v1h-", &run, "z"].concat());
            }
            x += 1;
        }
    }
    path
}
