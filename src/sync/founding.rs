//! How a handbook comes to be on a device: a branch is founded, an invitation is opened, or a device moves in.

use super::identity::Identity;
use super::memory::{Change, Sheet};
use super::{Fault, Handbook, meta};
use crate::domain::id::{InviteId, MemberId, ThingId};
use crate::domain::member::{Activity, Device, Member, Membership, Office, Roster, Standing};
use crate::domain::org::{BranchKind, Charter};
use crate::domain::words::Line;
use crate::exchange::feed::month_of;
use crate::exchange::invitation::{DevicePass, HostingLink, Invitation};
use crate::ports::{Ports, Table, Write};
use crate::record::digest::{first, org_id, sha256};
use crate::record::shared_seal::ContentKey;
use crate::record::{Body, DeviceSecret, Draft, Keyring, Seed, Unverified, keyring::Vouched};
use futures_util::lock::Mutex;
use std::cell::RefCell;
use std::rc::Rc;

/// What a secretary says to found a branch.
#[derive(Clone, Debug)]
pub struct Founding {
    /// chi bộ …
    pub name: Line,
    /// đảng ủy …
    pub superior: Line,
    /// Kind of branch.
    pub kind: BranchKind,
    /// xã, phường …
    pub locality: Line,
    /// Full name of the secretary.
    pub secretary: Line,
    /// Where the files will lie, if there is a host.
    pub hosting: Option<HostingLink>,
}

/// A branch that was just founded.
pub struct Founded {
    /// The handbook on the secretary's device.
    pub handbook: Handbook,
    /// The key for the recovery sheet. The device keeps it only until [`Handbook::note_sheet_kept`].
    pub recovery: Seed,
}

impl Handbook {
    /// Founds a branch on this device.
    pub async fn found(ports: Ports, founding: Founding) -> Result<Founded, Fault> {
        let (seed, recovery) = (ports.keys.seed(), ports.keys.seed());
        let device = DeviceSecret::grow(&seed);
        let paper = DeviceSecret::grow(&recovery);
        let salt = first(&ports.keys.seed().0);
        let org = org_id(&device.keys(), &paper.keys(), &salt);
        let hosting = founding.hosting.as_ref().map(|link| link.hosting.clone());
        let invitation = Invitation {
            org,
            content: ContentKey(ports.keys.seed().0),
            hosting: hosting.clone(),
            invite: InviteId([0; 8]),
            branch: founding.name.clone(),
            member: None,
        };
        let identity = Identity::new(&seed, invitation, founding.hosting.map(|link| link.token));
        let charter = Charter {
            name: founding.name,
            superior: founding.superior,
            kind: founding.kind,
            locality: founding.locality,
            secretaries: vec![device.keys()],
            recovery: paper.keys(),
            salt,
            hosting,
        };
        let secretary = Member {
            id: MemberId(first(&sha256(&[b"so-tay member", &ports.keys.seed().0]))),
            name: founding.secretary,
            office: Office::Secretary,
            membership: Membership::Official,
            activity: Activity::Here,
            devices: vec![Device { id: device.id(), keys: device.keys(), standing: Standing::Active }],
        };
        let now = ports.clock.now();
        let draft =
            |body| Draft { org, at: now, about: ThingId::BRANCH, replaces: Vec::new(), body }.sign(&device);
        let mut keyring = Keyring::new(org, identity.content().clone());
        let founding = Unverified::parse(&draft(Body::Charter(charter.clone())))?.verify_founding(org)?;
        keyring.trust_charters([(founding.id(), &charter)], &charter);
        let roster = draft(Body::Roster(Roster { members: vec![secretary] }));
        let roster = Unverified::parse(&roster)?.verify(&keyring, Vouched::No)?;
        let records = vec![Rc::new(founding), Rc::new(roster)];
        let month = month_of(now.day());
        let mut change = Change::default();
        for record in &records {
            change.shelve(month, record);
        }
        change.records = records;
        change.sheet = Some(Sheet::Waiting(ports.keys.wrap(recovery.0.to_vec()).await?));
        let handbook = Self::move_in(ports, identity, change).await?;
        Ok(Founded { handbook, recovery })
    }

    /// The key for the recovery sheet, until the sheet is kept: whatever happens before, it can be written again.
    pub async fn recovery(&self) -> Result<Option<Seed>, Fault> {
        let Some(wrapped) = self.memory.borrow().sheet.clone() else {
            return Ok(None);
        };
        let seed = self.ports.keys.unwrap(wrapped).await?;
        Ok(Some(Seed(seed.try_into().map_err(|_| Fault::Keys)?)))
    }

    /// The recovery sheet is on paper and put away: from now on the key is nowhere else.
    pub async fn note_sheet_kept(&self) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.act(|_| Ok((Change { sheet: Some(Sheet::Kept), ..Change::default() }, ()))).await
    }

    /// Opens an invitation: makes the keys of this device. The branch itself comes with the first fetch or bundle.
    pub async fn join(ports: Ports, invitation: Invitation) -> Result<Self, Fault> {
        let seed = ports.keys.seed();
        Self::move_in(ports, Identity::new(&seed, invitation, None), Change::default()).await
    }

    /// Opens a device that was made elsewhere.
    pub async fn restore(ports: Ports, pass: DevicePass) -> Result<Self, Fault> {
        let identity = Identity::new(&pass.seed, pass.invitation, pass.token);
        Self::move_in(ports, identity, Change::default()).await
    }

    async fn move_in(ports: Ports, identity: Identity, mut change: Change) -> Result<Self, Fault> {
        if ports.store.get(Table::Meta, meta::IDENTITY).await?.is_some() {
            return Err(Fault::AlreadyOpen);
        }
        let wrapped = ports.keys.wrap(identity.encode()).await?;
        change.rows.push(Write::Put(Table::Meta, meta::IDENTITY.to_vec(), wrapped));
        let memory = Self::read(&ports, identity).await?;
        let handbook = Self { ports, memory: RefCell::new(memory), turn: Mutex::new(()) };
        handbook.commit(change).await?;
        Ok(handbook)
    }
}
