//! Thông báo and giấy mời: the paper that calls to a meeting, in large print for those who have no phone.

use super::letterhead::{Behalf, Letterhead};
use super::lettering::{marked, number};
use super::phrase;
use crate::domain::meeting::{Meeting, Plan, sections};
use crate::domain::time::Day;
use crate::domain::words::Line;
use paper::{Block, Fact, Page, Paper, Run, Title};

/// Dots to write a telephone number on.
const DOTS: &str = "................................";

/// Whom a notice is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressee<'a> {
    /// Every member: one paper for all.
    Members,
    /// One member, by full name.
    Member(&'a Line),
    /// Somebody who is not of the branch, as the paper names them.
    Guest(&'a Line),
    /// cấp ủy viên phụ trách chi bộ: whoever of the superior committee looks after the branch.
    Officer,
}

/// What a notice tells.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Titles of what is to be read beforehand.
    pub reading: &'a [&'a str],
    /// The last day on which somebody who cannot come says so; nothing where there is time until it begins.
    pub reply_by: Option<Day>,
    /// Where they say so; where nothing is known there are dots to write it on.
    pub telephone: Option<&'a Line>,
}

/// The notice of a meeting.
pub fn notice(letterhead: &Letterhead<'_>, call: Call<'_>, addressee: Addressee<'_>, page: Page) -> Paper {
    let Call { meeting, reading, .. } = call;
    let mut body = vec![greeting(letterhead, addressee), opening(letterhead, meeting, addressee)];
    match &meeting.plan {
        Plan::Announced => {}
        Plan::Postponed(reason) | Plan::Cancelled(reason) if reason.is_empty() => {}
        Plan::Postponed(reason) | Plan::Cancelled(reason) => {
            body.push(Block::text(["Lý do: ", reason.as_str()].concat()));
        }
    }
    if meeting.stands() {
        body.push(Block::Facts(facts(meeting)));
        body.extend(content(meeting));
        if !reading.is_empty() {
            body.push(Block::heading("Tài liệu đọc trước"));
            body.extend(marked(reading.iter().copied(), number));
        }
        body.extend(excuse(call, addressee));
    }
    let number = meeting.number.as_ref().map(Line::as_str);
    let recipients: &[&str] = match addressee {
        Addressee::Members => &["Đảng viên chi bộ", "Đ/c phụ trách chi bộ", "Lưu chi bộ"],
        Addressee::Member(_) => &["Như trên", "Đ/c phụ trách chi bộ", "Lưu chi bộ"],
        Addressee::Guest(_) | Addressee::Officer => &["Như trên", "Lưu chi bộ"],
    };
    Paper {
        page,
        head: letterhead.head(number, meeting.noticed_on),
        title: title(meeting, addressee),
        body,
        foot: Some(letterhead.foot(Behalf::Bureau, recipients)),
        annexes: Vec::new(),
    }
}

fn title(meeting: &Meeting, addressee: Addressee<'_>) -> Title {
    let gathering = [phrase::gathering(meeting.kind), " ", &phrase::month(meeting.starts.day)].concat();
    let invites = matches!(addressee, Addressee::Guest(_) | Addressee::Officer) && meeting.stands();
    let about = match &meeting.plan {
        Plan::Announced if invites => "dự ",
        Plan::Announced => "triệu tập ",
        Plan::Postponed(_) => "đổi thời gian ",
        Plan::Cancelled(_) => "không tổ chức ",
    };
    Title {
        kind: if invites { "GIẤY MỜI" } else { "THÔNG BÁO" }.to_owned(),
        about: [about, &gathering].concat(),
    }
}

fn greeting(letterhead: &Letterhead<'_>, addressee: Addressee<'_>) -> Block {
    Block::Text(match addressee {
        Addressee::Members => vec![Run::plain("Kính gửi: các đồng chí đảng viên chi bộ")],
        Addressee::Member(name) => vec![Run::plain("Kính gửi: đồng chí "), Run::bold(name.as_str())],
        Addressee::Guest(name) => vec![Run::plain("Kính gửi: "), Run::bold(name.as_str())],
        Addressee::Officer => vec![
            Run::plain("Kính gửi: "),
            Run::bold("đồng chí cấp ủy viên phụ trách chi bộ"),
            Run::plain([", ", letterhead.charter.superior.as_str()].concat()),
        ],
    })
}

fn opening(letterhead: &Letterhead<'_>, meeting: &Meeting, addressee: Addressee<'_>) -> Block {
    let gathering = phrase::gathering(meeting.kind);
    let branch = letterhead.branch();
    let bureau = ["Chi ủy ", branch].concat();
    let whom = if matches!(addressee, Addressee::Members) { "các đồng chí" } else { "đồng chí" };
    Block::text(match &meeting.plan {
        Plan::Announced => [&bureau, " trân trọng mời ", whom, " dự ", gathering, ":"].concat(),
        Plan::Postponed(_) => [&bureau, " thông báo đổi thời gian ", gathering, " như sau:"].concat(),
        Plan::Cancelled(_) => {
            let at = phrase::moment(meeting.starts);
            [&bureau, " thông báo không tổ chức buổi ", gathering, " đã định vào ", &at, "."].concat()
        }
    })
}

fn facts(meeting: &Meeting) -> Vec<Fact> {
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    vec![
        fact("Thời gian:", phrase::moment(meeting.starts)),
        fact("Địa điểm:", meeting.place.to_string()),
        fact("Chủ trì:", meeting.chair.to_string()),
    ]
}

/// The agenda and the theme. The regular and the thematic part stay apart.
fn content(meeting: &Meeting) -> Vec<Block> {
    let sections = sections(meeting.agenda.iter().map(|item| item.part));
    let items = marked(meeting.agenda.iter().map(|item| item.title.as_str()), number);
    let mut body = Vec::new();
    for (place, (item, section)) in items.into_iter().zip(sections).enumerate() {
        match section {
            Some(section) => body.push(Block::heading(["Nội dung: ", phrase::section(section)].concat())),
            None if place == 0 => body.push(Block::heading("Nội dung")),
            None => {}
        }
        body.push(item);
    }
    if let Some(theme) = &meeting.theme {
        let prepared = theme.preparer.as_ref().map(|name| [" Chuẩn bị: ", name.as_str(), "."].concat());
        body.push(Block::Text(vec![
            Run::plain("Chuyên đề: "),
            Run::bold(theme.title.as_str()),
            Run::plain([".", &prepared.unwrap_or_default()].concat()),
        ]));
    }
    body
}

fn excuse(call: Call<'_>, addressee: Addressee<'_>) -> Option<Block> {
    let by = match call.reply_by {
        Some(day) => ["chậm nhất ngày ", &phrase::day_and_month(day)].concat(),
        None => "trước giờ họp".to_owned(),
    };
    let whom = match addressee {
        Addressee::Members => "các đồng chí",
        Addressee::Member(_) => "đồng chí",
        Addressee::Guest(_) | Addressee::Officer => return None,
    };
    let words = ["Nếu không dự được, mong ", whom, " báo lại ", &by];
    let telephone = call.telephone.map_or_else(|| DOTS.to_owned(), |number| [number.as_str(), "."].concat());
    let rest = [" theo số điện thoại của đồng chí thư ký: ", &telephone];
    Some(Block::text([words.concat(), rest.concat()].concat()))
}
