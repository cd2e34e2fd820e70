//! Biên bản: what happened, step by step, with every opinion under the name of who spoke.

use super::held::{self, Held, ReadBack, paragraphs};
use super::letterhead::Letterhead;
use super::lettering::{letter, number};
use super::phrase;
use super::roll_call::numbers;
use super::task_list::who;
use crate::domain::meeting::{ItemRole, Section, sections};
use crate::domain::proceedings::{Opinion, OpinionKind, Speaker};
use crate::domain::signed_paper::Adoption;
use crate::domain::task::Task;
use crate::domain::vote::{Vote, Way};
use paper::{Block, Foot, Left, Page, Paper, Title};

/// What the secretary confirms at the end of the minutes.
pub const READ_BACK: &str = "Biên bản đã đọc lại, chi bộ nhất trí.";

/// The minutes of a meeting.
pub fn minutes(letterhead: &Letterhead<'_>, held: &Held<'_>, read_back: ReadBack) -> Paper {
    let mut body = opening(letterhead, held);
    body.extend(steps(letterhead, held));
    body.extend(decided(letterhead, held));
    body.extend(ending(held, read_back));
    let [taker, chair] = held.signatures(letterhead);
    Paper {
        page: Page::A4,
        head: letterhead.head(None, held.day()),
        title: Title {
            kind: "BIÊN BẢN".to_owned(),
            about: phrase::sentence(&phrase::gathering_of_month(held.meeting)),
        },
        body,
        foot: Some(Foot { left: Left::Signature(taker), right: chair }),
        annexes: Vec::new(),
    }
}

/// When, where, who.
fn opening(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Vec<Block> {
    let began = held.began();
    let place = held.meeting.place.as_str();
    let times = [&phrase::clock(began.time), " ngày ", &began.day.to_dmy()].concat();
    let mut lines = vec![
        ["Thời gian bắt đầu: ", &times, ". Địa điểm: ", place, "."].concat(),
        numbers(letterhead.roster, &held.minutes.roll_call).join(" "),
    ];
    let guests: Vec<&str> = held.proceedings.guests.iter().map(|guest| guest.as_str()).collect();
    if !guests.is_empty() {
        lines.push(["Đại biểu: ", &guests.join("; "), "."].concat());
    }
    let taker =
        held.minute_taker(letterhead).unwrap_or_else(|| "................................".to_owned());
    lines.push(["Chủ trì: ", &held.chair(letterhead), ". Thư ký: ", &taker, "."].concat());
    lines.extend(held.fees());
    lines.into_iter().map(Block::text).collect()
}

fn steps(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Vec<Block> {
    let steps = &held.proceedings.steps;
    let sections = sections(steps.iter().map(|step| step.item.part));
    let mut body = Vec::new();
    for (index, (step, section)) in steps.iter().zip(sections).enumerate() {
        match section {
            Some(section) => body.push(Block::heading(heading(held, section))),
            None if index == 0 => body.push(Block::heading("NỘI DUNG")),
            None => {}
        }
        let began = step.began().map(|at| [" (", &phrase::clock(at.wall().time), ")"].concat());
        let title = [&number(index), " ", step.item.title.as_str(), &began.unwrap_or_default(), "."];
        body.push(Block::text(title.concat()));
        body.extend(paragraphs("", step.note.as_str()));
        if step.item.role == ItemRole::Review {
            body.extend(held.remedied());
            body.extend(held.review());
        }
        let said = |opinion: &&Opinion| usize::from(opinion.step) == index;
        body.extend(opinions(letterhead, held.proceedings.opinions.iter().filter(said)));
    }
    let reviewed: Vec<Block> = held.remedied().into_iter().chain(held.review()).collect();
    if steps.iter().all(|step| step.item.role != ItemRole::Review) && !reviewed.is_empty() {
        body.push(Block::heading("KIỂM ĐIỂM NHIỆM VỤ KỲ TRƯỚC"));
        body.extend(reviewed);
    }
    body
}

fn heading(held: &Held<'_>, section: Section) -> String {
    let title = phrase::upper(phrase::section(section));
    match &held.meeting.theme {
        Some(theme) if section == Section::Thematic => [&title, ": ", theme.title.as_str()].concat(),
        _ => title,
    }
}

/// Lettered; whoever only agreed stands together at the end.
fn opinions<'a>(letterhead: &Letterhead<'_>, opinions: impl Iterator<Item = &'a Opinion>) -> Vec<Block> {
    let bare = |opinion: &Opinion| opinion.kind == OpinionKind::Agreement && opinion.text.is_empty();
    let (agreed, said): (Vec<&Opinion>, Vec<&Opinion>) = opinions.partition(|opinion| bare(opinion));
    let mut body: Vec<Block> = Vec::new();
    for (index, opinion) in said.into_iter().enumerate() {
        let mark = [&letter(letterhead.style.letters, index), " "].concat();
        body.extend(paragraphs(&mark, &held::opinion(letterhead, opinion)));
    }
    let agreed: Vec<Speaker> = agreed.into_iter().flat_map(|opinion| opinion.by.iter().cloned()).collect();
    if !agreed.is_empty() {
        body.push(Block::text(["Nhất trí: ", &held::speakers(letterhead, &agreed), "."].concat()));
    }
    body
}

/// How the month was, praise and reminders, votes, what is to be done, the conclusion.
fn decided(letterhead: &Letterhead<'_>, held: &Held<'_>) -> Vec<Block> {
    let mut body = Vec::new();
    let mut part = |title: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        body.push(Block::heading(title));
        let alone = lines.len() == 1;
        for (index, line) in lines.iter().enumerate() {
            let mark = [&letter(letterhead.style.letters, index), " "].concat();
            body.extend(paragraphs(if alone { "" } else { &mark }, line));
        }
    };
    let findings = &held.proceedings.findings;
    let said = [
        (held::IDEOLOGY, &findings.ideology),
        (held::POLITICS, &findings.politics),
        (held::WEAKNESSES, &findings.weaknesses),
    ];
    let said = said.iter().filter(|(_, text)| !text.is_empty());
    part("ĐÁNH GIÁ TÌNH HÌNH", said.map(|(label, text)| [*label, text.as_str()].concat()).collect());
    part("BIỂU DƯƠNG, NHẮC NHỞ", held.remarks(letterhead));
    part("BIỂU QUYẾT", held.proceedings.votes.iter().map(vote).collect());
    let laid_down = findings.next_month.iter().map(|line| line.to_string());
    part(&phrase::tasks_of(held.ahead), laid_down.collect());
    part("PHÂN CÔNG NHIỆM VỤ", held.minutes.tasks.iter().map(|task| self::task(letterhead, task)).collect());
    let conclusion = paragraphs("", findings.conclusion.as_str());
    if !conclusion.is_empty() {
        body.push(Block::heading("KẾT LUẬN"));
        body.extend(conclusion);
    }
    if let Some(scores) = held.scores {
        body.push(Block::text([&scores.sentence(), &score_vote(held), "."].concat()));
        body.extend(scores.remedies());
    }
    body
}

/// `Thông qua nghị quyết: 17/19 đảng viên chính thức tán thành, đạt 89,5%; không tán thành 01; ý kiến khác 01.`
fn vote(vote: &Vote) -> String {
    let mut out = [vote.question.as_str(), ": ", &favour(vote.favour, vote.base.voters())].concat();
    for (label, votes) in [("không tán thành ", vote.against), ("ý kiến khác ", vote.other)] {
        if votes > 0 {
            out.push_str(&["; ", label, &phrase::count(votes)].concat());
        }
    }
    if let Way::Ballots(ballots) = vote.way {
        let counts = [ballots.issued, ballots.collected, ballots.invalid].map(phrase::count);
        let [issued, collected, invalid] = &counts;
        let slips =
            [" (bỏ phiếu kín: phát ra ", issued, ", thu vào ", collected, ", không hợp lệ ", invalid, ")"];
        out.push_str(&slips.concat());
    }
    out.push('.');
    out
}

/// `17/19 đảng viên chính thức tán thành, đạt 89,5%`
pub fn favour(favour: u16, voters: u16) -> String {
    let counts = [phrase::count(favour), phrase::count(voters)].join("/");
    let share = phrase::share(favour, voters).map(|share| [", đạt ", &share].concat());
    [&counts, " đảng viên chính thức tán thành", &share.unwrap_or_default()].concat()
}

/// `; 17/19 đảng viên chính thức tán thành, đạt 89,5%`: the vote on the score, once it was taken.
pub fn score_vote(held: &Held<'_>) -> String {
    let vote = held.proceedings.vote_on(ItemRole::Score);
    vote.map(|vote| ["; ", &favour(vote.favour, vote.base.voters())].concat()).unwrap_or_default()
}

/// `Sửa xong nắp cống Gốc Gạo: Đinh Văn Quý; hoàn thành trước ngày 15/10/2026.`
fn task(letterhead: &Letterhead<'_>, task: &Task) -> String {
    let deadline = task.deadline.map(|day| ["; thời hạn ", &day.to_dmy()].concat());
    let what = task.what.as_str().trim_end_matches(['.', ';']);
    [what, ": ", &who(letterhead.roster, &task.who), &deadline.unwrap_or_default(), "."].concat()
}

/// When it ended, and that the minutes were read once more; neither unless it was entered.
fn ending(held: &Held<'_>, read_back: ReadBack) -> Option<Block> {
    let mut said: Vec<String> = end(held).into_iter().collect();
    match read_back {
        ReadBack::Unsaid => {}
        ReadBack::Agreed => said.push(READ_BACK.to_owned()),
        ReadBack::Voted(Adoption { favour, voters }) => {
            said.push(["Biên bản đã đọc lại, ", &self::favour(favour, voters), "."].concat());
        }
    }
    (!said.is_empty()).then(|| Block::text(said.join(" ")))
}

/// `Kết thúc lúc 21 giờ 02 cùng ngày.`
fn end(held: &Held<'_>) -> Option<String> {
    let end = held.proceedings.closed_at?.wall();
    let day = match end.day == held.began().day {
        true => " cùng ngày".to_owned(),
        false => [" ngày ", &end.day.to_dmy()].concat(),
    };
    Some(["Kết thúc lúc ", &phrase::clock(end.time), &day, "."].concat())
}
