//! Mail as the secretary deals with it: opened once, judged, kept aside while a later roster or app may still take
//! it, and never counted twice.

use super::memory::Change;
use super::{Fault, Handbook, Memory};
use crate::domain::check_in::{CheckIn, Proof};
use crate::domain::id::{BlobId, KeyId};
use crate::domain::time::Moment;
use crate::exchange::feed::month_of;
use crate::exchange::subject::Subject;
use crate::ports::{Table, Write};
use crate::record::body::Receipt;
use crate::record::digest::blob_id;
use crate::record::envelope::Author;
use crate::record::keyring::Vouched;
use crate::record::kind::Signer;
use crate::record::sealed_mail::open_mail;
use crate::record::{Body, DeviceSecret, Flaw, Kind, Record, Unverified};
use std::rc::Rc;

/// So many versions of one fact, or check-ins to one meeting, no member writes. Whoever does tries codes until one
/// fits, or fills this phone.
pub const VERSIONS_MAX: usize = 64;

/// Mail that is kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Name of the mail.
    pub mail: BlobId,
    /// What is wrong with it.
    pub flaw: Flaw,
    /// The key that signed it, when its shape is sound.
    pub author: Option<KeyId>,
    /// Kind of the record inside.
    pub kind: Option<Kind>,
}

/// How a mail was dealt with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mailbox {
    /// The record inside is a fact of the branch.
    Accepted,
    /// Waits for a roster or an app that knows it.
    Quarantined,
    /// Will never be a fact.
    Refused,
}

/// A row in the table of mail; its first byte says which.
enum Kept<'a> {
    /// Accepted, with the receipt that its author waits for.
    Accepted(Receipt),
    /// A check-in that was accepted although its code was never shown.
    Unproven(Receipt),
    /// An opened letter in quarantine.
    Letter(&'a [u8]),
    /// A mail in quarantine that only a newer app or another key can open.
    Sealed(&'a [u8]),
    /// Nothing will come of it.
    Refused,
}

impl<'a> Kept<'a> {
    fn read(row: &'a [u8]) -> Self {
        match row {
            [1, receipt @ ..] => receipt.try_into().map_or(Self::Refused, |id| Self::Accepted(Receipt(id))),
            [2, letter @ ..] => Self::Letter(letter),
            [4, mail @ ..] => Self::Sealed(mail),
            [5, receipt @ ..] => receipt.try_into().map_or(Self::Refused, |id| Self::Unproven(Receipt(id))),
            _ => Self::Refused,
        }
    }

    fn row(&self) -> Vec<u8> {
        match self {
            Self::Accepted(receipt) => [&[1], &receipt.0[..]].concat(),
            Self::Unproven(receipt) => [&[5], &receipt.0[..]].concat(),
            Self::Letter(letter) => [&[2], *letter].concat(),
            Self::Refused => vec![3],
            Self::Sealed(mail) => [&[4], *mail].concat(),
        }
    }
}

impl Memory {
    /// Verifies bytes that came to the secretary and decides what becomes of them.
    pub(super) fn judge(&self, bytes: &[u8], now: Moment) -> Result<(Change, Rc<Record>), Flaw> {
        let record = Rc::new(Unverified::parse(bytes)?.verify(&self.keyring, Vouched::No)?);
        // Facts of the branch come with the feed, not by mail.
        if record.body().kind().signer() == Signer::Secretary {
            return Err(Flaw::NotAllowed);
        }
        let receipt = Receipt::of(record.id());
        let mut change = Change { received: vec![receipt], ..Change::default() };
        if self.disproves(&record) {
            change.unproven.push(receipt);
        }
        if !self.fold.contains(&record) {
            let versions = self.fold.versions(&Subject::of(&record));
            if versions.is_some_and(|versions| versions.all().count() >= VERSIONS_MAX) {
                return Err(Flaw::TooLarge);
            }
            if self.passes_on(&record) {
                change.shelve(month_of(now.day()), &record);
            }
            change.records.push(record.clone());
        }
        Ok((change, record))
    }

    /// Whether this is a check-in with a code that was never shown here, although codes of its meeting were. A device
    /// that has shown none cannot tell.
    fn disproves(&self, record: &Record) -> bool {
        let Body::CheckIn(CheckIn { meeting, proof }) = record.body() else {
            return false;
        };
        let shown = self.codes.get(meeting);
        *proof != Proof::Card && shown.is_some_and(|shown| shown.shown_at(proof).is_none())
    }

    /// What becomes of a mail: what changes, how it is kept, and what that is called.
    fn sort<'a>(
        &self,
        mail: &'a [u8],
        letter: &'a Result<Vec<u8>, Flaw>,
        now: Moment,
    ) -> (Change, Kept<'a>, Mailbox) {
        let judged = letter.as_ref().map_err(|flaw| *flaw).and_then(|letter| self.judge(letter, now));
        match (judged, letter) {
            (Ok((change, record)), _) => {
                let receipt = Receipt::of(record.id());
                let proven = change.unproven.is_empty();
                let kept = if proven { Kept::Accepted(receipt) } else { Kept::Unproven(receipt) };
                (change, kept, Mailbox::Accepted)
            }
            (Err(flaw), Ok(letter)) if flaw.may_heal() => {
                (Change::default(), Kept::Letter(letter), Mailbox::Quarantined)
            }
            // The paper key may open what was sealed for a predecessor.
            (Err(flaw), Err(_)) if flaw.may_heal() || flaw == Flaw::NotForUs => {
                (Change::default(), Kept::Sealed(mail), Mailbox::Quarantined)
            }
            (Err(_), _) => (Change::default(), Kept::Refused, Mailbox::Refused),
        }
    }
}

impl Handbook {
    /// Deals with a mail: opens it, judges the record inside, and keeps what is to be kept, in one commit. A mail
    /// that was dealt with before is `None` and changes nothing, unless what was in quarantine is a fact by now.
    pub async fn take_mail(&self, name: BlobId, bytes: &[u8]) -> Result<Option<Mailbox>, Fault> {
        let device = self.memory.borrow().identity.device().clone();
        self.take_mail_as(&device, name, bytes).await
    }

    /// The same with the key of `reader`, who may open what this device could not.
    pub(super) async fn take_mail_as(
        &self,
        reader: &DeviceSecret,
        name: BlobId,
        bytes: &[u8],
    ) -> Result<Option<Mailbox>, Fault> {
        if blob_id(bytes) != name {
            return Ok(None);
        }
        let _turn = self.turn.lock().await;
        let letter = open_mail(reader, bytes);
        if let Ok(letter) = &letter {
            self.load_code_for(letter).await?;
        }
        let now = self.now();
        let other = self.memory.borrow().identity.device().id() != reader.id();
        loop {
            let row = self.mail_row(name).await?;
            if let Some(row) = row.filter(|row| !(other && Self::refused(row))) {
                return self.take_again(name, row).await;
            }
            let (mut change, kept, mailbox) = self.memory.borrow().sort(bytes, &letter, now);
            change.rows.push(Write::Put(Table::Mail, name.0.to_vec(), kept.row()));
            if self.settle(change).await? {
                return Ok(Some(mailbox));
            }
        }
    }

    /// Brings the log that a check-in is compared with into memory.
    async fn load_code_for(&self, letter: &[u8]) -> Result<(), Fault> {
        let parsed = Unverified::parse(letter);
        let meeting = match parsed.as_ref().map(Unverified::claim) {
            Ok((_, Body::CheckIn(check_in))) => check_in.meeting,
            _ => return Ok(()),
        };
        if self.memory.borrow().codes.contains_key(&meeting) { Ok(()) } else { self.load_code(meeting).await }
    }

    /// How the mail of this name was dealt with, if it was.
    pub(super) async fn mail_row(&self, name: BlobId) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.ports.store.get(Table::Mail, &name.0).await?)
    }

    /// Deals with a mail that has come again. The caller holds the turn.
    pub(super) async fn take_again(&self, name: BlobId, row: Vec<u8>) -> Result<Option<Mailbox>, Fault> {
        let now = self.now();
        if let Kept::Letter(letter) = Kept::read(&row) {
            self.load_code_for(letter).await?;
        }
        self.act(|memory| {
            let (mail, letter) = match Kept::read(&row) {
                Kept::Refused => return Ok((Change::default(), None)),
                // Its author still waits: the receipt has dropped off the end of the list.
                kept @ (Kept::Accepted(receipt) | Kept::Unproven(receipt)) => {
                    let missed = (!memory.receipts.contains(&receipt)).then_some(receipt);
                    let received: Vec<Receipt> = missed.into_iter().collect();
                    let unproven =
                        if matches!(kept, Kept::Unproven(_)) { received.clone() } else { Vec::new() };
                    return Ok((Change { received, unproven, ..Change::default() }, None));
                }
                Kept::Letter(letter) => (&[][..], Ok(letter.to_vec())),
                Kept::Sealed(mail) => (mail, open_mail(memory.identity.device(), mail)),
            };
            let (mut change, kept, mailbox) = memory.sort(mail, &letter, now);
            if mailbox == Mailbox::Quarantined {
                return Ok((Change::default(), None));
            }
            change.rows.push(Write::Put(Table::Mail, name.0.to_vec(), kept.row()));
            Ok((change, Some(mailbox)))
        })
        .await
    }

    /// Whether this mail was refused when it was opened here.
    pub(super) fn refused(row: &[u8]) -> bool {
        matches!(Kept::read(row), Kept::Refused)
    }

    /// Whether the record of this mail is a fact here.
    pub(super) async fn accepted(&self, name: BlobId) -> Result<bool, Fault> {
        let row = self.mail_row(name).await?;
        Ok(row.is_some_and(|row| matches!(Kept::read(&row), Kept::Accepted(_) | Kept::Unproven(_))))
    }

    /// Mail that waits for a roster or an app that knows it.
    pub async fn quarantine(&self) -> Result<Vec<Quarantined>, Fault> {
        let rows = self.ports.store.list(Table::Mail, &[]).await?;
        let memory = self.memory.borrow();
        let kept = rows.into_iter().filter_map(|(key, row)| {
            let mail = BlobId::from_slice(&key)?;
            let letter = match Kept::read(&row) {
                Kept::Letter(letter) => letter,
                Kept::Sealed(sealed) => {
                    let flaw = open_mail(memory.identity.device(), sealed).err()?;
                    return Some(Quarantined { mail, flaw, author: None, kind: None });
                }
                Kept::Accepted(_) | Kept::Unproven(_) | Kept::Refused => return None,
            };
            let flaw = memory.judge(letter, Moment(0)).err()?;
            let parsed = Unverified::parse(letter).ok();
            let author = parsed.as_ref().and_then(|parsed| match parsed.claim().0.author {
                Author::Device(id) => Some(id),
                Author::Anonymous => None,
            });
            let kind = parsed.as_ref().map(|parsed| parsed.claim().1.kind());
            Some(Quarantined { mail, flaw, author, kind })
        });
        Ok(kept.collect())
    }

    /// Judges everything in quarantine again, after the roster has changed.
    pub async fn judge_quarantine(&self) -> Result<(), Fault> {
        for (name, row) in self.ports.store.list(Table::Mail, &[]).await? {
            if let (Some(name), Kept::Letter(_) | Kept::Sealed(_)) =
                (BlobId::from_slice(&name), Kept::read(&row))
            {
                let _turn = self.turn.lock().await;
                self.take_again(name, row).await?;
            }
        }
        Ok(())
    }
}
