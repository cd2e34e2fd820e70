//! A careful minifier for our own style sheets: drops comments and the white space that never means anything.
//! It parses no CSS, so it renames, merges and reorders nothing.

/// `source` without comments and without space that has no meaning; strings stay as they are.
pub fn minify(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            space(&mut out);
        } else if next == '"' || next == '\'' {
            let end = string_end(rest, next);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else {
            if next.is_whitespace() {
                space(&mut out)
            } else {
                push(&mut out, next)
            }
            rest = &rest[next.len_utf8()..];
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// One space at most, and none after what separates anyway. A space before `:` or `(` means something in a selector
/// or a query, one around `+` and `-` in `calc()`: those stay.
fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',', ':', '(']) {
        out.push(' ');
    }
}

fn push(out: &mut String, next: char) {
    if matches!(next, '{' | '}' | ';' | ',' | ')') && out.ends_with(' ') {
        out.pop();
    }
    if next == '}' && out.ends_with(';') {
        out.pop();
    }
    out.push(next);
}

/// The length in bytes of the string that `text` starts with, both quotes included.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        if letter == quote && !escaped {
            return at + letter.len_utf8();
        }
        escaped = letter == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn only_space_without_meaning_goes() {
        let cases = [
            ("a {\n  color: red;\n}\n", "a{color:red}"),
            ("/* why */ .a,\n.b > p { margin: 0 auto; }", ".a,.b > p{margin:0 auto}"),
            (".a :focus-visible, .a:hover { top: 0 }", ".a :focus-visible,.a:hover{top:0}"),
            ("p { width: calc(1rem + 2px - (3 * 1px)); }", "p{width:calc(1rem + 2px - (3 * 1px))}"),
            (
                "@media (min-width: 64em) and (print) { a { b: c } }",
                "@media (min-width:64em) and (print){a{b:c}}",
            ),
            (".a::before { content: \" { /* } \"; }", ".a::before{content:\" { /* } \"}"),
            (r#"a { content: "\" ;  " ; }"#, r#"a{content:"\" ;  "}"#),
            ("a /* x */ b { }", "a b{}"),
            ("a { b: url('x  y') ; c: \"Ệ  Ỗ\" }", "a{b:url('x  y');c:\"Ệ  Ỗ\"}"),
            ("@layer tokens, base;\n\n@layer base { }", "@layer tokens,base;@layer base{}"),
        ];
        for (source, expected) in cases {
            assert_eq!(minify(source), expected);
        }
    }

    #[test]
    fn minified_once_is_minified_for_good() {
        let once = minify(include_str!("../../../style/controls.css"));
        assert_eq!(minify(&once), once);
        assert_eq!(once.matches('{').count(), once.matches('}').count());
    }
}
