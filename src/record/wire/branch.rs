//! The branch on the wire: head, charter, roster, and the request to be listed.

use super::numbers::{
    activity, activity_number, branch_kind, branch_kind_number, membership, membership_number, office,
    office_number,
};
use super::{Bytes8, Bytes16, Bytes32, all, at_most, line, optional_line, text};
use crate::domain::id::{BlobId, FolderId, InviteId, MemberId};
use crate::domain::key::{DeviceKeys, SealingKey, SigningKey};
use crate::domain::member::{Device, Member, Roster, Standing};
use crate::domain::order;
use crate::domain::org::{BaseUrl, Charter, Hosting};
use crate::domain::time::Moment;
use crate::record::body::{Head, Join, PackRef, Receipt};
use crate::record::flaw::Flaw;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct KeysV1 {
    #[n(0)]
    signing: Bytes32,
    #[n(1)]
    sealing: Bytes32,
}

impl From<&DeviceKeys> for KeysV1 {
    fn from(keys: &DeviceKeys) -> Self {
        Self { signing: keys.signing.0.into(), sealing: keys.sealing.0.into() }
    }
}

impl KeysV1 {
    pub(super) fn noun(&self) -> DeviceKeys {
        DeviceKeys { signing: SigningKey(*self.signing), sealing: SealingKey(*self.sealing) }
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct HeadV1 {
    #[n(0)]
    seq: u64,
    #[n(1)]
    expires: i64,
    #[n(2)]
    packs: Vec<PackV1>,
    #[n(3)]
    received: Vec<Bytes16>,
    #[n(4)]
    unproven: Vec<Bytes16>,
}

#[derive(Encode, Decode)]
pub(super) struct PackV1 {
    #[n(0)]
    month: u32,
    #[n(1)]
    blob: Bytes32,
    #[n(2)]
    bytes: u32,
}

impl From<&Head> for HeadV1 {
    fn from(head: &Head) -> Self {
        let pack = |pack: &PackRef| PackV1 { month: pack.month, blob: pack.blob.0.into(), bytes: pack.bytes };
        Self {
            seq: head.seq,
            expires: head.expires.0,
            packs: head.packs.iter().map(pack).collect(),
            received: head.received.iter().map(|receipt| receipt.0.into()).collect(),
            unproven: head.unproven.iter().map(|receipt| receipt.0.into()).collect(),
        }
    }
}

impl HeadV1 {
    pub(super) fn noun(&self) -> Result<Head, Flaw> {
        at_most(&self.packs, Head::PACKS_MAX)?;
        at_most(&self.received, Head::RECEIVED_MAX)?;
        if self.seq > Head::SEQ_MAX {
            return Err(Flaw::BadValue);
        }
        at_most(&self.unproven, Head::RECEIVED_MAX)?;
        let pack = |pack: &PackV1| PackRef { month: pack.month, blob: BlobId(*pack.blob), bytes: pack.bytes };
        Ok(Head {
            seq: self.seq,
            expires: Moment(self.expires),
            packs: self.packs.iter().map(pack).collect(),
            received: self.received.iter().map(|receipt| Receipt(**receipt)).collect(),
            unproven: self.unproven.iter().map(|receipt| Receipt(**receipt)).collect(),
        })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct CharterV1 {
    #[n(0)]
    name: String,
    #[n(1)]
    superior: String,
    #[n(2)]
    kind: u8,
    #[n(3)]
    locality: String,
    #[n(4)]
    secretaries: Vec<KeysV1>,
    #[n(5)]
    recovery: KeysV1,
    #[n(6)]
    salt: Bytes16,
    #[n(7)]
    base_url: Option<String>,
    #[n(8)]
    folder: Option<Bytes16>,
}

impl From<&Charter> for CharterV1 {
    fn from(charter: &Charter) -> Self {
        Self {
            name: text(&charter.name),
            superior: text(&charter.superior),
            kind: branch_kind_number(charter.kind),
            locality: text(&charter.locality),
            secretaries: charter.secretaries.iter().map(KeysV1::from).collect(),
            recovery: KeysV1::from(&charter.recovery),
            salt: charter.salt.into(),
            base_url: charter.hosting.as_ref().map(|hosting| hosting.base_url.as_str().to_owned()),
            folder: charter.hosting.as_ref().map(|hosting| hosting.folder.0.into()),
        }
    }
}

impl CharterV1 {
    pub(super) fn noun(&self) -> Result<Charter, Flaw> {
        at_most(&self.secretaries, Charter::SECRETARIES_MAX)?;
        let hosting = match (&self.base_url, self.folder) {
            (None, None) => None,
            (Some(base_url), Some(folder)) => Some(Hosting {
                base_url: BaseUrl::parse(base_url).ok_or(Flaw::BadValue)?,
                folder: FolderId(*folder),
            }),
            _ => return Err(Flaw::BadValue),
        };
        if self.secretaries.is_empty() {
            return Err(Flaw::BadValue);
        }
        Ok(Charter {
            name: line(&self.name)?,
            superior: line(&self.superior)?,
            kind: branch_kind(self.kind)?,
            locality: line(&self.locality)?,
            secretaries: self.secretaries.iter().map(KeysV1::noun).collect(),
            recovery: self.recovery.noun(),
            salt: *self.salt,
            hosting,
        })
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct RosterV1 {
    #[n(0)]
    members: Vec<MemberV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct MemberV1 {
    #[n(0)]
    id: Bytes8,
    #[n(1)]
    name: String,
    #[n(2)]
    office: u8,
    #[n(3)]
    membership: u8,
    #[n(4)]
    devices: Vec<DeviceV1>,
    #[n(5)]
    activity: u8,
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct DeviceV1 {
    #[n(0)]
    keys: KeysV1,
    #[n(1)]
    revoked: bool,
}

impl From<&Roster> for RosterV1 {
    fn from(roster: &Roster) -> Self {
        let device = |device: &Device| DeviceV1 {
            keys: KeysV1::from(&device.keys),
            revoked: device.standing == Standing::Revoked,
        };
        let member = |member: &Member| MemberV1 {
            id: member.id.0.into(),
            name: text(&member.name),
            office: office_number(member.office),
            membership: membership_number(member.membership),
            devices: member.devices.iter().map(device).collect(),
            activity: activity_number(member.activity),
        };
        Self { members: roster.members.iter().map(member).collect() }
    }
}

impl DeviceV1 {
    pub(super) fn noun(&self) -> Device {
        let keys = self.keys.noun();
        let standing = if self.revoked { Standing::Revoked } else { Standing::Active };
        Device { id: crate::record::digest::key_id(&keys.signing), keys, standing }
    }
}

impl RosterV1 {
    pub(super) fn noun(&self) -> Result<Roster, Flaw> {
        at_most(&self.members, Roster::MEMBERS_MAX)?;
        let member = |member: &MemberV1| {
            at_most(&member.devices, 16)?;
            Ok(Member {
                id: MemberId(*member.id),
                name: line(&member.name)?,
                office: office(member.office)?,
                membership: membership(member.membership)?,
                activity: activity(member.activity)?,
                devices: member.devices.iter().map(DeviceV1::noun).collect(),
            })
        };
        let roster = Roster { members: all(&self.members, member)? };
        let members = &roster.members;
        let ids = order::set(members.iter().map(|member| member.id));
        let devices = members.iter().flat_map(|member| &member.devices);
        let keys = order::set(devices.clone().map(|device| device.id));
        // A device that speaks for two members would count a check-in for either.
        if ids.len() < members.len() || keys.len() < devices.count() {
            return Err(Flaw::BadValue);
        }
        Ok(roster)
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct JoinV1 {
    #[n(0)]
    keys: KeysV1,
    #[n(1)]
    invite: Bytes8,
    #[n(2)]
    name: Option<String>,
}

impl From<&Join> for JoinV1 {
    fn from(join: &Join) -> Self {
        Self {
            keys: KeysV1::from(&join.keys),
            invite: join.invite.0.into(),
            name: join.name.as_ref().map(text),
        }
    }
}

impl JoinV1 {
    pub(super) fn noun(&self) -> Result<Join, Flaw> {
        Ok(Join {
            keys: self.keys.noun(),
            invite: InviteId(*self.invite),
            name: optional_line(self.name.as_ref())?,
        })
    }
}
