//! The nouns and rules of a party branch. Nothing here performs IO, reads a clock, draws randomness,
//! speaks a language or knows how a fact is stored or sent.

pub mod adoption;
pub mod attendance;
pub mod changes;
pub mod check_in;
pub mod classification;
pub mod comment;
pub mod deadline;
pub mod document;
pub mod entered;
pub mod follow_up;
pub mod guard;
pub mod id;
pub mod key;
pub mod listed_name;
pub mod meeting;
pub mod meeting_score;
pub mod member;
pub mod minutes;
pub mod order;
pub mod org;
pub mod posting;
pub mod proceedings;
pub mod regulation;
pub mod score;
pub mod self_criticism;
pub mod signed_paper;
pub mod task;
pub mod text;
pub mod theme_plan;
pub mod time;
pub mod vote;
pub mod words;
