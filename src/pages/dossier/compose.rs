//! What there is of a meeting, put together into its files.

use crate::domain::id::ThingId;
use crate::domain::member::Member;
use crate::domain::regulation::papers::Suffixes;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::domain::time::{Day, Moment};
use crate::domain::words::Line;
use crate::pages::held::with_held;
use crate::papers::dossier::{Planned, Sources, dossier};
use crate::papers::folder::Naming;
use crate::papers::letterhead::Letterhead;
use crate::papers::notice::{Addressee, Call, notice};
use crate::sync::Memory;
use paper::{Page, Paper};

/// The files of a meeting.
#[derive(Clone, PartialEq)]
pub struct Dossier {
    /// Day of the meeting.
    pub day: Day,
    /// The last day on which they are posted in time.
    pub posting_due: Day,
    /// In the order in which they come about.
    pub files: Vec<Planned>,
    /// Name of the file that holds all of them.
    pub archive: String,
    /// A notice in large print for each member without a phone.
    pub large_notices: Vec<Paper>,
}

/// The files of a meeting; `calendar` is its calendar file, `telephone` where to say that one cannot come. Nothing before
/// the meeting and the branch are known.
pub fn compose(
    memory: &Memory,
    meeting: ThingId,
    calendar: String,
    telephone: Option<&Line>,
    now: Moment,
) -> Option<Dossier> {
    with_held(memory, meeting, now, |letterhead, held, regulation| {
        let notice = held.meeting;
        let day = held.day();
        let naming =
            Naming { rule: &regulation.papers.file_name, day, branch: letterhead.charter.name.as_str() };
        let document = |id: &ThingId| Some(memory.fold().document(*id)?.summary.as_str());
        let reading: Vec<&str> = notice.documents.iter().filter_map(document).collect();
        let call = Call {
            meeting: notice,
            reading: &reading,
            reply_by: notice.reply_due(&regulation.deadlines),
            telephone,
        };
        let resolution = memory.signed_paper(meeting, |form| matches!(form, Form::Resolution { .. }));
        let number = resolution.and_then(|paper| match paper.form {
            Form::Resolution { number, .. } => {
                Some(Suffixes::numbered(number, &regulation.papers.suffixes.resolution))
            }
            Form::Minutes | Form::Addendum { .. } => None,
        });
        let sources = Sources {
            call,
            calendar,
            held: memory.was_held(meeting).then_some(*held),
            minutes: memory.signed_paper(meeting, |form| *form == Form::Minutes).and_then(content),
            resolution: resolution.and_then(content),
            number: number.as_deref(),
        };
        Dossier {
            day,
            posting_due: notice.posting_due(&regulation.deadlines),
            files: dossier(letterhead, &naming, sources),
            archive: naming.archive(notice.kind),
            large_notices: large_notices(letterhead, call),
        }
    })
}

fn content(signed: &SignedPaper) -> Option<Paper> {
    Paper::from_bytes(&signed.text)
}

fn large_notices(letterhead: &Letterhead<'_>, call: Call<'_>) -> Vec<Paper> {
    let without_phone =
        |member: &Member| member.listed() && member.activity.expected() && member.devices.is_empty();
    let members = letterhead.roster.sorted(without_phone).into_iter();
    let to = |member: &Member| notice(letterhead, call, Addressee::Member(&member.name), Page::A5Large);
    members.map(to).collect()
}
