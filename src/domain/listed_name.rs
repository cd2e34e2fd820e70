//! A list of members as somebody else has typed it: names, and behind a comma or a dash what the list says of each.

use super::member::{Membership, Office};
use super::text::{fold, lower};
use super::words::Line;
use std::collections::BTreeSet;

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedName {
    /// The name alone.
    pub name: Line,
    /// The office beside it, if one is named.
    pub office: Office,
    /// Probationary only where the list says so.
    pub membership: Membership,
    /// What stands beside the name and says neither.
    pub unread: Vec<String>,
}

/// The lines of a list, without numbers and bullets. Each name once.
///
/// # Errors
/// The first line that holds no name.
pub fn listed_names(text: &str) -> Result<Vec<ListedName>, &str> {
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    let bullet = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".)-–•*/".contains(c);
    for line in text.lines() {
        let bare = line.trim_start_matches(bullet);
        if bare.trim().is_empty() {
            continue;
        }
        let listed = listed_name(bare).ok_or(line)?;
        if seen.insert(lower(listed.name.as_str())) {
            names.push(listed);
        }
    }
    Ok(names)
}

fn listed_name(line: &str) -> Option<ListedName> {
    let mut parts = parts(line);
    let name = Line::parse(parts.next()?).ok()?;
    let mut listed =
        ListedName { name, office: Office::Member, membership: Membership::Official, unread: Vec::new() };
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        let folded = fold(part);
        match folded.strip_suffix(" chi bo").unwrap_or(&folded) {
            "bi thu" => listed.office = Office::Secretary,
            "pho bi thu" => listed.office = Office::DeputySecretary,
            "chi uy vien" | "chi uy" | "uy vien chi uy" => listed.office = Office::BureauMember,
            "du bi" | "dang vien du bi" => listed.membership = Membership::Probationary,
            "chinh thuc" | "dang vien chinh thuc" | "dang vien" => {}
            _ => listed.unread.push(part.to_owned()),
        }
    }
    Some(listed)
}

/// What commas, dashes and brackets part. A hyphen inside a word belongs to it.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let mut before = ' ';
    let mut letters = line.chars().peekable();
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.next() {
        let spaced = before.is_whitespace() || letters.peek().is_none_or(|next| next.is_whitespace());
        if ",;–—()\t".contains(letter) || (letter == '-' && spaced) {
            cuts.push((at, at + letter.len_utf8()));
        }
        at += letter.len_utf8();
        before = letter;
    }
    let ends = cuts.iter().map(|cut| cut.0).chain([line.len()]).collect::<Vec<_>>();
    let starts = core::iter::once(0).chain(cuts.into_iter().map(|cut| cut.1));
    starts.zip(ends).map(|(start, end)| &line[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Lê Thị Mai", "Lê Thị Mai", Office::Member, Membership::Official, &[])]
    #[case("3. Lê Thị Mai - Phó bí thư", "Lê Thị Mai", Office::DeputySecretary, Membership::Official, &[])]
    #[case("Hoàng Văn Đức, dự bị", "Hoàng Văn Đức", Office::Member, Membership::Probationary, &[])]
    #[case("- Bùi Văn Hòa – BÍ THƯ CHI BỘ", "Bùi Văn Hòa", Office::Secretary, Membership::Official, &[])]
    #[case("Vũ Thị Đào (chi uỷ viên)", "Vũ Thị Đào", Office::BureauMember, Membership::Official, &[])]
    #[case("4) Đỗ Văn Nam\tchi ủy viên\tchính thức", "Đỗ Văn Nam", Office::BureauMember, Membership::Official, &[])]
    #[case("Y-Ban Niê, đảng viên dự bị", "Y-Ban Niê", Office::Member, Membership::Probationary, &[])]
    #[case("Trần Văn Bảy, 1962, nguyên bí thư", "Trần Văn Bảy", Office::Member, Membership::Official, &["1962", "nguyên bí thư"])]
    fn a_line_tells_the_name_and_what_stands_beside_it(
        #[case] line: &str,
        #[case] name: &str,
        #[case] office: Office,
        #[case] membership: Membership,
        #[case] unread: &[&str],
    ) {
        let listed = listed_names(line).unwrap().remove(0);
        assert_eq!(listed.name.as_str(), name);
        assert_eq!((listed.office, listed.membership), (office, membership));
        assert_eq!(listed.unread, unread);
    }

    #[test]
    fn a_list_has_each_name_once_and_no_empty_lines() {
        let list = listed_names("1. Lê Thị Mai\n\n 2. lê thị mai, dự bị\n3. Đỗ Văn Nam").unwrap();
        let names: Vec<&str> = list.iter().map(|listed| listed.name.as_str()).collect();
        assert_eq!(names, ["Lê Thị Mai", "Đỗ Văn Nam"]);
        assert_eq!(listed_names("Lê Thị Mai\n, dự bị"), Err(", dự bị"));
    }
}
