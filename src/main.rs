//! The first program: what a start needs. It hands over to `so-tay-pages` for everything else.

#[cfg(target_arch = "wasm32")]
fn main() {
    let duties = so_tay::state::Duties { round: |handbook, _| Box::pin(handbook.glance()), follow: None };
    so_tay::program::run(so_tay::pages::first, so_tay::ports::device::Tools::absent(), duties);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Sổ tay runs in a browser: cargo xtask serve");
}
