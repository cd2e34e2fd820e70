//! Members of a branch: who they are, what they may do, which devices speak for them.

use super::id::{KeyId, MemberId};
use super::key::DeviceKeys;
use super::text::lower;
use super::words::Line;

/// How far a member is admitted: decides whether there is a vote at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Membership {
    /// chính thức
    Official,
    /// dự bị: twelve months, no vote
    Probationary,
}

/// Where and whether a member takes part: decides who is expected at a meeting. A probationary member can be
/// anything here, as an official one can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Activity {
    /// sinh hoạt tại chi bộ
    Here,
    /// miễn công tác và sinh hoạt
    Exempt,
    /// sinh hoạt tạm thời nơi khác
    Elsewhere,
    /// sinh hoạt tạm thời tại đây: keeps the vote at the home branch
    Guest,
    /// đình chỉ sinh hoạt, or under prosecution
    Suspended,
    /// No longer of this branch. The name stays for what was recorded; lists, roll calls and the vote base leave the
    /// member out.
    Left(Departure),
}

/// Why a member is no longer of the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Departure {
    /// chuyển sinh hoạt chính thức
    Transferred,
    /// từ trần
    Died,
    /// xin ra khỏi Đảng
    Withdrew,
    /// khai trừ
    Expelled,
    /// nhập nhầm
    Mistake,
}

impl Departure {
    /// Every reason, in list order.
    pub const ALL: [Self; 5] = [Self::Transferred, Self::Died, Self::Withdrew, Self::Expelled, Self::Mistake];
}

impl Activity {
    /// Every activity of somebody who is of the branch, in list order.
    pub const ALL: [Self; 5] = [Self::Here, Self::Exempt, Self::Elsewhere, Self::Guest, Self::Suspended];

    /// Whether the member is expected at the meetings of this branch.
    pub fn expected(self) -> bool {
        matches!(self, Self::Here | Self::Guest)
    }
}

/// Office that a member holds in the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Office {
    /// bí thư
    Secretary,
    /// phó bí thư
    DeputySecretary,
    /// chi ủy viên
    BureauMember,
    /// đảng viên
    Member,
}

/// One phone or laptop of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Short name of its signing key.
    pub id: KeyId,
    /// Its public keys.
    pub keys: DeviceKeys,
    /// Whether new records of it are taken. A lost phone stays listed, inactive, so that old records still verify.
    pub standing: Standing,
}

/// Whether a device may still speak for its member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Speaks for the member.
    Active,
    /// Lost or replaced: only what was received before still counts.
    Revoked,
}

/// One member of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Stays for life.
    pub id: MemberId,
    /// Full name, family name first.
    pub name: Line,
    /// Office in the branch.
    pub office: Office,
    /// Official or probationary on the day of the roster.
    pub membership: Membership,
    /// Whether the member takes part on the day of the roster.
    pub activity: Activity,
    /// Devices that were confirmed face to face.
    pub devices: Vec<Device>,
}

impl Member {
    /// Whether the member is of the branch today.
    pub fn listed(&self) -> bool {
        !matches!(self.activity, Activity::Left(_))
    }
}

/// All members of a branch, and those who were.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Roster {
    /// In no particular order; screens sort by given name.
    pub members: Vec<Member>,
}

impl Roster {
    /// The most members a roster may list.
    pub const MEMBERS_MAX: usize = 400;

    /// The member with this id.
    pub fn member(&self, id: MemberId) -> Option<&Member> {
        self.members.iter().find(|member| member.id == id)
    }

    /// The member that a device speaks for, and the device.
    pub fn holder(&self, key: KeyId) -> Option<(&Member, &Device)> {
        self.members.iter().find_map(|member| {
            member.devices.iter().find(|device| device.id == key).map(|device| (member, device))
        })
    }

    /// Members who are of the branch today.
    pub fn listed(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|member| member.listed())
    }

    /// Puts a member off the list: no office, and no device that speaks any more. Nothing for an unknown id.
    pub fn put_off(&mut self, id: MemberId, departure: Departure) -> Option<()> {
        let member = self.members.iter_mut().find(|member| member.id == id)?;
        member.activity = Activity::Left(departure);
        member.office = Office::Member;
        member.devices.iter_mut().for_each(|device| device.standing = Standing::Revoked);
        Some(())
    }

    /// Takes over what only `other` lists, every device that `other` has taken off and everybody whom it has put off
    /// the list. Of two rosters that were written side by side neither is lost.
    pub fn take_over(&mut self, other: &Self) {
        for theirs in &other.members {
            if self.member(theirs.id).is_none() {
                self.members.push(Member { devices: Vec::new(), ..theirs.clone() });
            }
            if let Activity::Left(departure) = theirs.activity
                && self.member(theirs.id).is_some_and(Member::listed)
            {
                self.put_off(theirs.id, departure);
            }
            for device in &theirs.devices {
                self.take_over_device(theirs.id, device);
            }
        }
    }

    fn take_over_device(&mut self, holder: MemberId, device: &Device) {
        let mut known = self.members.iter_mut().flat_map(|member| &mut member.devices);
        if let Some(known) = known.find(|known| known.id == device.id) {
            if device.standing == Standing::Revoked {
                known.standing = Standing::Revoked;
            }
        } else if let Some(member) = self.members.iter_mut().find(|member| member.id == holder) {
            member.devices.push(device.clone());
        }
    }

    /// Whether a listed member other than this one bears the same name, however it is written.
    pub fn names_another(&self, member: &Member) -> bool {
        let name = lower(member.name.as_str());
        self.listed().any(|other| other.id != member.id && lower(other.name.as_str()) == name)
    }

    /// The secretary, when one is named.
    pub fn secretary(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.office == Office::Secretary)
    }

    /// Listed members in the order of a Vietnamese list: by given name.
    pub fn by_name(&self) -> Vec<&Member> {
        self.sorted(Member::listed)
    }

    /// The members that `belongs` picks, listed or not, in the order of a Vietnamese list.
    pub fn sorted(&self, belongs: impl Fn(&Member) -> bool) -> Vec<&Member> {
        let picked = self.members.iter().filter(|member| belongs(member));
        super::order::sorted(picked, |a, b| {
            super::text::name_order(a.name.as_str(), b.name.as_str()).then(a.id.cmp(&b.id))
        })
    }
}
