//! The whole thing on this machine: the release build of the app and a data host, behind the real server.

use std::num::NonZeroU16;

use crate::arguments::options;
use crate::command::root;
use crate::failure::{Context, Result};
use crate::nginx::{Site, Until};
use crate::steps::step;
use crate::{app, packages, sample};

const APP_PORT: u16 = 8080;
const DATA_PORT: u16 = 8081;

/// `cargo xtask serve [--fresh] [--app-port N] [--data-port N]`; `--fresh` makes a new sample branch.
pub fn verb(arguments: &[String]) -> Result<()> {
    let (fresh, rest): (Vec<_>, Vec<_>) = arguments.iter().cloned().partition(|word| word == "--fresh");
    let [app_port, data_port] = options(&rest, ["--app-port", "--data-port"])?;
    let port = |value: Option<String>, usual: u16| match value {
        None => Ok(usual),
        // The addresses stand in the links of the sample: any free port would not do.
        Some(text) => text.parse().map(NonZeroU16::get).context(format!("{text} is not a port")),
    };
    let (app_port, data_port) = (port(app_port, APP_PORT)?, port(data_port, DATA_PORT)?);

    step("tools", || {
        app::ensure_tools()?;
        packages::ensure_server()
    })?;
    step("build", || app::build().map(drop))?;
    let data = root().join("target/serve");
    if !fresh.is_empty() {
        sample::forget(&data)?;
    }
    let (app_url, data_url) =
        (format!("http://localhost:{app_port}"), format!("http://localhost:{data_port}"));
    let mut links = Vec::new();
    step("sample", || {
        links = sample::prepare(&data, &app_url, &data_url)?;
        Ok(())
    })?;
    // The secretaries of the branches in that folder.
    let tokens = data.join("tokens.map");
    let server = Site {
        dist: root().join("dist"),
        data,
        tokens: tokens.is_file().then_some(tokens),
        app_port,
        data_port,
    }
    .start()?;
    println!("The app:   {}", server.app);
    println!("The data:  {}", server.data);
    sample::print(&links);
    println!("\nStop with Ctrl-C.");
    server.wait(Until::Signal)
}
