//! The program with all pages. Loaded when the first screen is done and idle, or when another page is asked for.

#[cfg(target_arch = "wasm32")]
fn main() {
    so_tay::record::late::read_late_kinds();
    let duties = so_tay::state::Duties {
        round: |handbook, at_once| match at_once {
            true => Box::pin(handbook.travel_at_once()),
            false => Box::pin(handbook.travel()),
        },
        follow: Some(|state| {
            state.follow_secretary_mail();
            state.follow_documents();
        }),
    };
    so_tay::program::run(so_tay::pages::all, so_tay::browser::device::tools(), duties);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Sổ tay runs in a browser: cargo xtask serve");
}
