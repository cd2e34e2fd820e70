//! Putting the words of a paper right by hand before it is locked. Tables, head and signatures stay as they were filled
//! in.

use super::resolution::is_adoption;
use paper::{Annex, Block, Head, Paper, Run};

/// A place of a paper, from its title to the last word of its annexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// trích yếu: what the paper is about.
    About(String),
    /// A heading; it stays.
    Heading(String),
    /// A paragraph.
    Words(String),
}

/// The passages of a paper, in their order.
pub fn passages(paper: &Paper) -> Vec<Passage> {
    let bodies = std::iter::once(&paper.body).chain(paper.annexes.iter().map(|annex| &annex.body));
    let of_block = |block: &Block| match block {
        block if is_adoption(block) => None,
        Block::Text(runs) => Some(Passage::Words(joined(runs))),
        Block::Heading(words) => Some(Passage::Heading(words.clone())),
        Block::Facts(_) | Block::Table(_) => None,
    };
    let about = Passage::About(paper.title.about.clone());
    std::iter::once(about).chain(bodies.flatten().filter_map(of_block)).collect()
}

/// The paper with other words, one for each passage that is not a heading. A paragraph without words is left out, one of
/// several lines becomes several; one that was not changed keeps its faces. What has no words left over stays.
pub fn revised(paper: &Paper, words: &[String]) -> Paper {
    let mut words = words.iter();
    let about = words.next().map_or(paper.title.about.as_str(), |about| about.trim());
    let title = paper::Title { about: about.to_owned(), ..paper.title.clone() };
    let mut body = |blocks: &[Block]| -> Vec<Block> {
        let of_block = |block: &Block| match block {
            block if is_adoption(block) => vec![block.clone()],
            Block::Text(runs) => match words.next() {
                Some(words) if *words != joined(runs) => paragraphs(words),
                _ => vec![block.clone()],
            },
            other => vec![other.clone()],
        };
        blocks.iter().flat_map(of_block).collect()
    };
    let main = body(&paper.body);
    let annex = |annex: &Annex| Annex { title: annex.title.clone(), body: body(&annex.body) };
    let annexes = paper.annexes.iter().map(annex).collect();
    Paper { title, body: main, annexes, ..paper.clone() }
}

/// A paper that was put right by hand, with the number and the vote of the one that is `composed` by now: both may be
/// known only after the hand was there.
pub fn keep_up(edited: Paper, composed: &Paper) -> Paper {
    let Paper { head, mut body, .. } = edited.clone();
    let vote = composed.body.last().filter(|block| is_adoption(block));
    if body.last().is_some_and(is_adoption) {
        body.pop();
    }
    body.extend(vote.cloned());
    Paper { head: Head { number: composed.head.number.clone(), ..head }, body, ..edited }
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}

fn paragraphs(words: &str) -> Vec<Block> {
    // What is pasted from a word processor brings marks that nobody sees.
    let lines = words.lines().map(|line| line.replace(char::is_control, " ").trim().to_owned());
    lines.filter(|line| !line.is_empty()).map(Block::text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::signed_paper::Adoption;
    use crate::papers::resolution::adopted;
    use paper::{Page, Table, Title};

    fn paper() -> Paper {
        let title = |about: &str| Title { kind: "NGHỊ QUYẾT".to_owned(), about: about.to_owned() };
        let head = Head {
            superior: String::new(),
            issuer: String::new(),
            number: None,
            party: String::new(),
            place_and_date: String::new(),
        };
        Paper {
            page: Page::A4,
            head,
            title: title("về nhiệm vụ tháng 10"),
            body: vec![
                Block::heading("I- KẾT QUẢ"),
                Block::Text(vec![Run::plain("Đạt "), Run::bold("9/11")]),
                Block::Table(Table { columns: Vec::new(), rows: Vec::new() }),
                Block::text("Hạn chế"),
            ],
            foot: None,
            annexes: vec![Annex { title: title(""), body: vec![Block::text("Ý kiến")] }],
        }
    }

    fn words(paper: &Paper) -> Vec<String> {
        let words = |passage| match passage {
            Passage::About(words) | Passage::Words(words) => Some(words),
            Passage::Heading(_) => None,
        };
        passages(paper).into_iter().filter_map(words).collect()
    }

    #[test]
    fn what_is_not_changed_stays_to_the_letter() {
        assert_eq!(words(&paper()), ["về nhiệm vụ tháng 10", "Đạt 9/11", "Hạn chế", "Ý kiến"]);
        assert_eq!(revised(&paper(), &words(&paper())), paper());
        assert_eq!(revised(&paper(), &[]), paper());
    }

    #[test]
    fn number_and_vote_follow_what_is_entered_and_the_words_those_of_the_hand() {
        let voted = |favour| Block::text(adopted(&Adoption { favour, voters: 18 }));
        let with = |number: &str, vote: Option<Block>| {
            let Paper { head, mut body, .. } = paper();
            body.extend(vote);
            Paper { head: Head { number: Some(number.to_owned()), ..head }, body, ..paper() }
        };
        let by_hand = |paper: &Paper| revised(paper, &["", "Đạt 10/11"].map(str::to_owned));
        for before in [None, Some(voted(14))] {
            for after in [None, Some(voted(15))] {
                let kept = keep_up(by_hand(&with("1", before.clone())), &with("2", after.clone()));
                assert_eq!(kept, by_hand(&with("2", after)));
            }
        }
        // Nobody puts the vote itself right by hand.
        assert_eq!(words(&with("1", Some(voted(14)))), words(&paper()));
    }

    #[test]
    fn a_paragraph_is_changed_split_or_left_out_and_tables_stay() {
        let typed = ["về đường làng ", "Đạt\n\n 10/11 ", " ", "Ý kiến khác"].map(str::to_owned);
        let revised = revised(&paper(), &typed);
        assert_eq!(words(&revised), ["về đường làng", "Đạt", "10/11", "Ý kiến khác"]);
        assert_eq!(revised.body.len(), 4);
        assert!(matches!(revised.body[3], Block::Table(_)));
    }
}
