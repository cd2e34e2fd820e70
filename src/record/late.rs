//! Kinds whose statements no start needs. A program that does not call [`read_late_kinds`] checks who signed such a
//! record, keeps it and passes it on as [`Body::Unread`], and so need not carry the shapes of what its pages never show.

use super::body::Body;
use super::flaw::Flaw;
use super::kind::Kind;
use super::wire;
use crate::domain::id::ThingId;
use std::sync::OnceLock;

type Read = fn(Kind, ThingId, &[u8]) -> Result<Body, Flaw>;

static READ: OnceLock<Read> = OnceLock::new();

/// Reads late kinds from now on, in the whole program.
pub fn read_late_kinds() {
    // A second call finds the same there.
    READ.get_or_init(|| wire::decode_late);
}

/// Reads the statement of a record of `kind` that is about `about`, or leaves it unread.
pub(super) fn read(kind: Kind, about: ThingId, bytes: &[u8]) -> Result<Body, Flaw> {
    if !kind.late() {
        return wire::decode(kind, about, bytes);
    }
    // On a host everything is read: size is a matter of phones.
    #[cfg(not(target_arch = "wasm32"))]
    read_late_kinds();
    READ.get().map_or_else(|| Ok(Body::Unread(kind, bytes.to_vec())), |read| read(kind, about, bytes))
}

/// The same of a record that was taken in before, perhaps by a program that could not read it: what turns out to be
/// broken states nothing, and harms nothing else.
pub(super) fn read_stored(kind: Kind, about: ThingId, bytes: &[u8]) -> Result<Body, Flaw> {
    match read(kind, about, bytes) {
        Err(_) if kind.late() => Ok(Body::Unread(kind, bytes.to_vec())),
        read => read,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_statement_that_is_broken_is_refused_at_the_door_and_states_nothing_once_it_is_stored() {
        let about = ThingId([1; 16]);
        for kind in Kind::ALL {
            let stored = read_stored(kind, about, b"broken");
            assert!(read(kind, about, b"broken").is_err(), "{kind:?}");
            let unread = stored == Ok(Body::Unread(kind, b"broken".to_vec()));
            assert_eq!(unread, kind.late(), "{kind:?}");
        }
    }
}
