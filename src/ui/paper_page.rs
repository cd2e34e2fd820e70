//! A paper on the screen as it will be printed: one sheet that grows with what it says.

use leptos::prelude::*;
use paper::{Align, Block, Face, Fact, Foot, Head, Left, Page, Paper, Row, Run, Signature, Table, Title};

/// The paper, and after it each annex from a page of its own.
#[component]
pub fn PaperPage(paper: Paper) -> impl IntoView {
    let page = match paper.page {
        Page::A4 => "a4",
        Page::A5Large => "a5",
    };
    let annexes = paper.annexes.into_iter().map(|annex| {
        let body = blocks(annex.body);
        view! {
            <article class="paper" data-page=page lang="vi">
                <div class="paper__page" data-page=page>
                    {title(annex.title)} {body}
                </div>
            </article>
        }
    });
    view! {
        <article class="paper" data-page=page lang="vi">
            <div class="paper__page" data-page=page>
                {head(paper.head)} {title(paper.title)} {blocks(paper.body)} {paper.foot.map(foot)}
            </div>
        </article>
        {annexes.collect_view()}
    }
}

fn head(head: Head) -> impl IntoView {
    view! {
        <div class="paper__top">
            <div>
                <p>{head.superior}</p>
                <p class="paper__issuer">{head.issuer}</p>
                <p class="paper__star">"*"</p>
                {head.number.map(|number| view! { <p>{number}</p> })}
            </div>
            <div>
                <p class="paper__party">{head.party}</p>
                <p class="paper__date">{head.place_and_date}</p>
            </div>
        </div>
    }
}

fn title(title: Title) -> impl IntoView {
    view! {
        <h2 class="paper__kind">{title.kind}</h2>
        <p class="paper__about">{title.about}</p>
        <p class="paper__rule" aria-hidden="true">
            "-----"
        </p>
    }
}

fn blocks(blocks: Vec<Block>) -> impl IntoView {
    let shown = blocks.into_iter().map(|block| match block {
        Block::Text(runs) => {
            view! { <p class="paper__text">{runs.into_iter().map(run).collect_view()}</p> }.into_any()
        }
        Block::Heading(words) => view! { <h3 class="paper__head">{words}</h3> }.into_any(),
        Block::Facts(list) => {
            view! { <dl class="paper__facts">{list.into_iter().map(fact).collect_view()}</dl> }.into_any()
        }
        Block::Table(ruled) => table(ruled).into_any(),
    });
    shown.collect_view()
}

fn run(run: Run) -> AnyView {
    match run.face {
        Face::Plain => run.words.into_any(),
        Face::Bold => view! { <strong>{run.words}</strong> }.into_any(),
        Face::Italic => view! { <em>{run.words}</em> }.into_any(),
    }
}

fn fact(fact: Fact) -> impl IntoView {
    view! {
        <dt>{fact.label}</dt>
        <dd>{fact.value}</dd>
    }
}

fn table(table: Table) -> impl IntoView {
    let all: u16 = table.columns.iter().map(|column| column.share).sum::<u16>().max(1);
    let width = |share: u16| format!("{}%", f32::from(share) * 100.0 / f32::from(all));
    let widths = table.columns.iter().map(|column| {
        view! { <col style:--share=width(column.share) /> }
    });
    let widths = widths.collect_view();
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let heads = table.columns.into_iter().map(|column| view! { <th scope="col">{column.head}</th> });
    let heads = heads.collect_view();
    let rows = table.rows.into_iter().map(|cells| row(cells, &aligns)).collect_view();
    view! {
        <table class="paper__table">
            <colgroup>{widths}</colgroup>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(row: Row, aligns: &[Align]) -> impl IntoView {
    let face = row.face;
    let cells = row.cells.into_iter().zip(aligns).map(|(words, align)| {
        let align = match align {
            Align::Start => "start",
            Align::Center => "center",
        };
        view! { <td data-align=align>{run(Run { words, face })}</td> }
    });
    view! { <tr>{cells.collect_view()}</tr> }
}

fn foot(foot: Foot) -> impl IntoView {
    let left = match foot.left {
        Left::Recipients(label, lines) => view! {
            <div class="paper__to">
                <p class="paper__to-label">{label}</p>
                {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
            </div>
        }
        .into_any(),
        Left::Signature(signed) => signature(signed).into_any(),
    };
    view! { <div class="paper__bottom">{left} {signature(foot.right)}</div> }
}

fn signature(signature: Signature) -> impl IntoView {
    view! {
        <div class="paper__sign">
            <p class="paper__role">{signature.role}</p>
            <p>{signature.office}</p>
            <div class="paper__space"></div>
            <p class="paper__name">{signature.name}</p>
        </div>
    }
}
