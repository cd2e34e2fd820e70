//! Builds the ports, opens the handbook, mounts the app; nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    todo_start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Sổ tay runs in a browser: cargo xtask serve");
}
