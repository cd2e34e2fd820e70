//! Who is listed: the secretary enters members, invites them, lists and revokes their devices, puts members off.

use super::memory::Change;
use super::{Fault, Handbook, Role, meta};
use crate::domain::id::{InviteId, KeyId, MemberId, ThingId};
use crate::domain::member::{Departure, Device, Member, Roster, Standing};
use crate::exchange::invitation::Invitation;
use crate::ports::{Table, Write};
use crate::record::body::Join;
use crate::record::digest::{first, key_id};
use crate::record::{Body, Flaw};

/// Enters or changes one member; devices stay as they are.
fn enter(roster: &mut Roster, member: &Member) -> Result<(), Fault> {
    match roster.members.iter().position(|other| other.id == member.id) {
        Some(place) => {
            let known = &mut roster.members[place];
            let devices = std::mem::take(&mut known.devices);
            *known = Member { devices, ..member.clone() };
        }
        None if roster.members.len() >= Roster::MEMBERS_MAX => return Err(Fault::Flaw(Flaw::TooLarge)),
        None => roster.members.push(member.clone()),
    }
    Ok(())
}

impl Handbook {
    /// Enters or changes a member; devices stay as they are.
    pub async fn enter_member(&self, member: Member) -> Result<(), Fault> {
        self.enter_members(&[member]).await
    }

    /// Enters or changes several members at once.
    pub async fn enter_members(&self, members: &[Member]) -> Result<(), Fault> {
        self.change_roster(|roster| members.iter().try_for_each(|member| enter(roster, member))).await
    }

    /// Enters or changes those of `members` whose name no other member bears. Tells how many those were.
    pub async fn enter_unless_listed(&self, members: &[Member]) -> Result<usize, Fault> {
        self.change_roster(|roster| {
            let mut entered = 0;
            for member in members {
                if !roster.names_another(member) {
                    enter(roster, member)?;
                    entered += 1;
                }
            }
            Ok(entered)
        })
        .await
    }

    /// Lists the device of a newcomer as one of `member`'s. Doing it again changes nothing.
    pub async fn admit(&self, join: &Join, member: MemberId) -> Result<(), Fault> {
        let id = key_id(&join.keys.signing);
        let device = Device { id, keys: join.keys, standing: Standing::Active };
        self.change_roster(|roster| {
            match roster.holder(id) {
                Some((holder, known)) if holder.id == member && known == &device => return Ok(()),
                Some(_) => return Err(Fault::AlreadyListed),
                None => {}
            }
            let listed = |other: &&mut Member| other.id == member && other.listed();
            let member = roster.members.iter_mut().find(listed).ok_or(Fault::UnknownMember)?;
            member.devices.push(device.clone());
            Ok(())
        })
        .await?;
        self.judge_quarantine().await
    }

    /// Puts a member off the list: the name stays for what was recorded, and nothing new of the member's devices is
    /// taken. Whoever holds a device of the secretary's is relieved of it first, so nobody puts off themselves either.
    pub async fn put_off(&self, member: MemberId, departure: Departure) -> Result<(), Fault> {
        if self.memory.borrow().is_secretary(member) {
            return Err(Fault::Flaw(Flaw::NotAllowed));
        }
        self.change_roster(|roster| roster.put_off(member, departure).ok_or(Fault::UnknownMember)).await
    }

    /// Takes a lost device off: nothing new of it is taken.
    pub async fn revoke(&self, device: KeyId) -> Result<(), Fault> {
        self.change_roster(|roster| {
            let devices = roster.members.iter_mut().flat_map(|member| &mut member.devices);
            let known = devices.into_iter().find(|known| known.id == device).ok_or(Fault::UnknownDevice)?;
            known.standing = Standing::Revoked;
            Ok(())
        })
        .await
    }

    async fn change_roster<T>(&self, edit: impl Fn(&mut Roster) -> Result<T, Fault>) -> Result<T, Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let before = memory.fold.roster().cloned().unwrap_or_default();
            let mut roster = before.clone();
            let outcome = edit(&mut roster)?;
            if roster == before {
                return Ok((Change::default(), outcome));
            }
            Ok((memory.stated(now, ThingId::BRANCH, Body::Roster(roster))?, outcome))
        })
        .await
    }

    /// An invitation for `member`, to be shown as a QR code or sent as a link.
    pub async fn invite(&self, member: MemberId) -> Result<Invitation, Fault> {
        let invite = InviteId(first(&self.ports.keys.seed().0));
        let _turn = self.turn.lock().await;
        self.act(|memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let charter = memory.fold.charter().ok_or(Fault::NotFetched)?;
            let known = memory.fold.roster().and_then(|roster| roster.member(member));
            let name = &known.filter(|member| member.listed()).ok_or(Fault::UnknownMember)?.name;
            let invitation = Invitation {
                org: memory.identity.org(),
                content: memory.identity.content().clone(),
                hosting: charter.hosting.clone(),
                invite,
                branch: charter.name.clone(),
                member: Invitation::greeted(name),
            };
            let row = Write::Put(Table::Meta, meta::key(meta::INVITE, &invite.0), member.0.to_vec());
            Ok((Change { rows: vec![row], ..Change::default() }, invitation))
        })
        .await
    }
}
