//! Solves for the blocks of a message from XOR combinations of them, as they come in.

use super::{BLOCK_BYTES, BLOCKS_MAX, QrFault};

/// Linear equations over the blocks of a message. Row `i`, if there, combines block `i` with later ones only.
#[derive(Debug, Default)]
pub(super) struct Blocks([Option<(u16, [u8; BLOCK_BYTES])>; BLOCKS_MAX]);

impl Blocks {
    /// Takes one equation.
    ///
    /// # Errors
    /// [`QrFault::Contradiction`] when it disagrees with those before it.
    pub(super) fn add(&mut self, mut mask: u16, mut block: [u8; BLOCK_BYTES]) -> Result<(), QrFault> {
        while mask != 0 {
            let first = mask.trailing_zeros() as usize;
            match &mut self.0[first] {
                Some((other_mask, other)) => {
                    mask ^= *other_mask;
                    xor(&mut block, other);
                }
                empty => {
                    *empty = Some((mask, block));
                    return Ok(());
                }
            }
        }
        if block.iter().any(|&byte| byte != 0) {
            return Err(QrFault::Contradiction);
        }
        Ok(())
    }

    /// How many independent equations there are.
    pub(super) fn count(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// The message, when each of its blocks has a row: the last row is a block by itself, and so on upwards.
    pub(super) fn solve(&self, length: usize) -> Vec<u8> {
        let mut solved = vec![0; self.count() * BLOCK_BYTES];
        let rows = self.0.iter().enumerate().rev();
        for (index, (mask, row)) in rows.filter_map(|(index, row)| Some((index, row.as_ref()?))) {
            let (head, later) = solved.split_at_mut((index + 1) * BLOCK_BYTES);
            let block = &mut head[index * BLOCK_BYTES..];
            xor(block, row);
            for (next, other) in (index + 1..).zip(later.chunks(BLOCK_BYTES)) {
                if mask >> next & 1 == 1 {
                    xor(block, other);
                }
            }
        }
        solved.truncate(length);
        solved
    }
}

/// Adds without carry.
pub(super) fn xor(target: &mut [u8], source: &[u8]) {
    for (byte, other) in target.iter_mut().zip(source) {
        *byte ^= other;
    }
}
