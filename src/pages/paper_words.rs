//! Locked papers as pages show them: their names, a row that opens one, and their words to be read on a phone.

use crate::app::routes::Route;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::i18n::Texts;
use crate::ports::device::Language;
use crate::state::use_state;
use crate::ui::Icon;
use leptos::prelude::*;
use paper::{Annex, Block, Face, Left, Paper, Row, Run, Signature, Table, Title};

/// `Nghị quyết số 15`, `Biên bản`, `Bản bổ sung`.
pub fn name(texts: &Texts, form: &Form) -> String {
    match form {
        Form::Minutes => texts.closing().minutes.to_owned(),
        Form::Resolution { number, .. } => (texts.closing().resolution_number)(*number),
        Form::Addendum { .. } => texts.closing().addendum.to_owned(),
    }
}

/// `Nghị quyết số 15-NQ/CB ngày 03/10/2026`, as another paper names it.
pub fn official_name(signed: &SignedPaper) -> String {
    let texts = Texts::of(Language::Vietnamese).closing();
    let kind = match signed.form {
        Form::Minutes => texts.minutes,
        Form::Resolution { .. } => texts.resolution,
        Form::Addendum { .. } => texts.addendum,
    };
    let number = Paper::from_bytes(&signed.text).and_then(|paper| paper.head.number);
    let number = number.map(|number| [" ", &number.replacen("Số", "số", 1)].concat());
    [kind, &number.unwrap_or_default(), " ngày ", &signed.adopted_on.to_dmy()].concat()
}

/// A row that opens a locked paper.
#[component]
pub fn PaperRow(
    /// Which paper.
    signed: SignedPaper,
) -> impl IntoView {
    let state = use_state();
    view! {
        <a class="row" href=Route::SignedPaper(signed.id).href()>
            <span class="row__lead" data-decor="true">
                <Icon name="document" />
            </span>
            <div class="row__body">
                <p class="row__title">{name(state.texts(), &signed.form)}</p>
                <p class="row__note">{signed.title.to_string()}</p>
            </div>
            <span class="row__end">
                <Icon name="chevron" />
            </span>
        </a>
    }
}

/// The words of a paper in the size of the text, so that nobody needs to enlarge a sheet.
#[component]
pub fn PaperText(
    /// Which paper.
    paper: Paper,
) -> impl IntoView {
    let state = use_state();
    let table = state.texts().library().table;
    let annex = |annex: Annex| view! { {title(annex.title)} {blocks(annex.body, table)} };
    view! {
        <article class="reader" lang="vi">
            <p class="reader__meta">
                {paper.head.issuer} <br /> {paper.head.number} <br /> {paper.head.place_and_date}
            </p>
            {title(paper.title)}
            {blocks(paper.body, table)}
            {paper.foot.map(|foot| {
                let left = match foot.left {
                    Left::Signature(signed) => Some(signature(signed)),
                    Left::Recipients(..) => None,
                };
                view! { {left} {signature(foot.right)} }
            })}
            {paper.annexes.into_iter().map(annex).collect_view()}
        </article>
    }
}

fn title(title: Title) -> impl IntoView {
    view! {
        <h2 class="reader__title">
            {title.kind} " " {title.about}
        </h2>
    }
}

fn signature(signed: Signature) -> impl IntoView {
    let office = (!signed.office.is_empty()).then(|| [", ", &signed.office].concat());
    view! {
        <p>
            {signed.role} {office} <br /> <strong>{signed.name}</strong>
        </p>
    }
}

fn blocks(blocks: Vec<Block>, label: &'static str) -> Vec<AnyView> {
    let shown = |block: Block| match block {
        Block::Text(runs) => {
            let runs: Vec<AnyView> = runs.into_iter().map(run).collect();
            view! { <p>{runs}</p> }.into_any()
        }
        Block::Heading(words) => view! { <h3>{words}</h3> }.into_any(),
        Block::Facts(facts) => {
            let fact = |fact: paper::Fact| {
                view! { <p>{fact.label} " " <strong>{fact.value}</strong></p> }
            };
            facts.into_iter().map(fact).collect_view().into_any()
        }
        Block::Table(ruled) => table(ruled, label),
    };
    blocks.into_iter().map(shown).collect()
}

fn run(run: Run) -> AnyView {
    match run.face {
        Face::Plain => run.words.into_any(),
        Face::Bold => view! { <strong>{run.words}</strong> }.into_any(),
        Face::Italic => view! { <em>{run.words}</em> }.into_any(),
    }
}

fn table(table: Table, label: &'static str) -> AnyView {
    let row = |row: Row| {
        let cell = |words: String| view! { <td>{run(Run { words, face: row.face })}</td> };
        view! { <tr>{row.cells.into_iter().map(cell).collect_view()}</tr> }
    };
    let heads = table.columns.into_iter().map(|column| view! { <th scope="col">{column.head}</th> });
    let heads = heads.collect_view();
    view! {
        <div class="reader__table" role="group" tabindex="0" aria-label=label>
            <table>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
