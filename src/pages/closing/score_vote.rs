//! The vote by which the branch has given itself its score.

use super::Closing;
use crate::app::routes::Route;
use crate::domain::meeting::ItemRole;
use crate::domain::vote::Vote;
use crate::ui::{Banner, Tone};
use leptos::prelude::*;

/// The numbers of the vote; where it was not carried, or not taken, the way to it.
#[component]
pub fn ScoreVote(closing: Closing) -> impl IntoView {
    let vote = Memo::new(move |_| {
        closing.run.with(|run| run.as_ref().and_then(|run| run.vote_on(ItemRole::Score).cloned()))
    });
    move || told(closing, vote.get())
}

fn told(closing: Closing, vote: Option<Vote>) -> Option<AnyView> {
    let texts = closing.state.texts();
    let (score, votes) = (texts.score(), texts.votes());
    let numbers =
        vote.as_ref().map(|vote| (votes.counts)(vote.favour, vote.against, vote.other, vote.base.voters()));
    let carried = vote.as_ref().map(|vote| {
        closing
            .scoring
            .with(|scoring| scoring.as_ref().is_some_and(|scoring| vote.carried(&scoring.regulation)))
    });
    let (tone, icon, title) = match carried {
        Some(true) => (Tone::Ok, "check-circle", score.voted),
        Some(false) => (Tone::Warn, "warning", votes.not_carried),
        None if closing.closed() => return None,
        None => (Tone::Wait, "hand", score.not_voted),
    };
    let text = numbers.unwrap_or_else(|| score.not_voted_text.to_owned());
    let open = carried != Some(true) && !closing.closed();
    if !open {
        return Some(view! { <Banner tone icon title text /> }.into_any());
    }
    let way = view! {
        <Banner tone icon title text>
            <a class="button" href=Route::ScoreVote(closing.meeting).href()>
                {score.put_to_vote}
            </a>
        </Banner>
    };
    Some(way.into_any())
}
