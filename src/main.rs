//! The first program: what a start needs. It hands over to `so-tay-pages` for everything else.

#[cfg(target_arch = "wasm32")]
fn main() {
    so_tay::program::run(so_tay::pages::first, |handbook, _| Box::pin(handbook.glance()));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Sổ tay runs in a browser: cargo xtask serve");
}
