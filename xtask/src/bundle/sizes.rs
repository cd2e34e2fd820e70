//! What the site weighs: a table for the person at the terminal, and `target/sizes.json` for `cargo xtask bench`.

use std::fs;

use super::{Bundle, BundleError, PAGE, compress};
use crate::command::root;

/// One file as the browser fetches it.
struct Row<'a> {
    file: &'a str,
    raw_bytes: usize,
    brotli_bytes: usize,
}

/// Prints the table and writes the file: a list of `{"file", "raw", "brotli", "list": "now" | "later"}`, in bytes.
pub fn report(bundle: &Bundle, compressed: &compress::Sizes) -> Result<(), BundleError> {
    let row = |file| {
        let raw_bytes = bundle.site.get(file).map_or(0, Vec::len);
        Row { file, raw_bytes, brotli_bytes: compressed.get(file).copied().unwrap_or(raw_bytes) }
    };
    let now: Vec<Row> = std::iter::once(PAGE).chain(bundle.now.iter().map(String::as_str)).map(row).collect();
    let later: Vec<Row> = bundle.later.iter().map(|file| row(file)).collect();
    print("now", &now);
    print("later", &later);

    let objects: Vec<String> = [("now", &now), ("later", &later)]
        .into_iter()
        .flat_map(|(list, rows)| rows.iter().map(move |row| json(row, list)))
        .collect();
    let folder = root().join("target");
    let path = folder.join("sizes.json");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, format!("[\n{}\n]\n", objects.join(",\n"))))
        .map_err(|error| BundleError::Io(path, error))
}

/// Names of the site hold nothing that JSON writes otherwise.
fn json(Row { file, raw_bytes, brotli_bytes }: &Row, list: &str) -> String {
    format!(r#"  {{"file": "{file}", "raw": {raw_bytes}, "brotli": {brotli_bytes}, "list": "{list}"}}"#)
}

fn print(list: &str, rows: &[Row]) {
    println!("{list:<52} {:>10} {:>10}", "bytes", "brotli");
    for Row { file, raw_bytes, brotli_bytes } in rows {
        println!("  {file:<50} {raw_bytes:>10} {brotli_bytes:>10}");
    }
    let raw: usize = rows.iter().map(|row| row.raw_bytes).sum();
    let brotli: usize = rows.iter().map(|row| row.brotli_bytes).sum();
    println!("  {:<50} {raw:>10} {brotli:>10}", "total");
}
