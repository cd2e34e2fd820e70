//! What happens to `index.html`. It is our own page as Trunk leaves it, so plain text search is enough here.

use super::BundleError;

const TODAY: [&str; 2] = ["<!--today-->", "<!--/today-->"];

/// `page` without Trunk's inline loader and its preload links; `boot.js` starts the app.
pub fn without_loader(page: &str) -> String {
    let page = without(page, r#"<script type="module">"#, "</script>");
    let page = without(&page, r#"<link rel="modulepreload""#, ">");
    without(&page, r#"<link rel="preload""#, ">")
}

/// `page` with one link to `style` in place of all its style sheets, and the names of those in their order.
pub fn with_one_sheet(page: &str, style: &str) -> Result<(String, Vec<String>), BundleError> {
    const START: &str = r#"<link rel="stylesheet" href="/"#;
    let sheets: Vec<String> =
        page.split(START).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect();
    let (before, after) = page.split_once(START).ok_or(BundleError::NoMark(START))?;
    let after = after.split_once('>').map_or("", |(_, after)| after);
    let page = format!(r#"{before}<link rel="stylesheet" href="/{style}">{}"#, without(after, START, ">"));
    Ok((page, sheets))
}

/// `page` with preloads of the two files that `boot.js` asks for, so that they are fetched beside it and not after it.
pub fn with_preloads(page: &str, glue: &str, program: &str) -> Result<String, BundleError> {
    const MARK: &str = r#"<script src="/boot.js">"#;
    let (before, after) = page.split_once(MARK).ok_or(BundleError::NoMark(MARK))?;
    Ok(format!(
        r#"{before}<link rel="modulepreload" href="/{glue}"><link rel="preload" href="/{program}" as="fetch" type="application/wasm" crossorigin>{MARK}{after}"#
    ))
}

/// `page` without comments, indentation and empty lines; the two marks of Hôm nay stay.
pub fn compact(page: &str) -> String {
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        let (inside, after) = comment.split_once("-->").unwrap_or((comment, ""));
        let mark = format!("<!--{inside}-->");
        if TODAY.contains(&mark.as_str()) {
            kept.push_str(&mark);
        }
        rest = after;
    }
    kept.push_str(rest);
    let lines: Vec<&str> = kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Whether a script stands in the page itself.
pub fn has_inline_script(page: &str) -> bool {
    page.split("<script")
        .skip(1)
        .any(|rest| !rest.split_once('>').is_some_and(|(attributes, _)| attributes.contains(" src=")))
}

/// `text` without every piece from `start` to the next `end`.
fn without(text: &str, start: &str, end: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, piece)) = rest.split_once(start) {
        kept.push_str(before);
        rest = piece.split_once(end).map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_goes_and_our_own_scripts_stay() {
        let page = r#"<script src="/boot.js"></script><script type="module">import x</script><link rel="preload" href="/a.wasm"><link rel="icon">"#;
        assert_eq!(without_loader(page), r#"<script src="/boot.js"></script><link rel="icon">"#);
    }

    #[test]
    fn comments_go_and_the_marks_of_today_stay() {
        assert_eq!(
            compact("<p>\n  <!-- why -->\n\n  <b><!--today-->x<!--/today--></b>\n"),
            "<p>\n<b><!--today-->x<!--/today--></b>"
        );
    }

    #[test]
    fn a_script_without_a_source_is_inline() {
        assert!(has_inline_script("<script>1</script>"));
        assert!(has_inline_script(r#"<script src="/a.js"></script><script type="module">1</script>"#));
        assert!(!has_inline_script(r#"<script nomodule src="/a.js"></script>"#));
    }

    #[test]
    fn a_page_without_the_boot_script_is_refused() {
        assert!(matches!(with_preloads("<html>", "a.js", "a.wasm"), Err(BundleError::NoMark(_))));
    }
}
