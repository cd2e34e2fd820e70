//! The whole thing on this machine: the release build of the app and a data host, behind the real server.

use crate::arguments::options;
use crate::command::root;
use crate::failure::{Context, Result};
use crate::nginx::{Site, Until};
use crate::steps::step;
use crate::{app, packages};

const APP_PORT: u16 = 8080;
const DATA_PORT: u16 = 8081;

/// `cargo xtask serve [--app-port N] [--data-port N]`.
pub fn verb(arguments: &[String]) -> Result<()> {
    let [app_port, data_port] = options(arguments, ["--app-port", "--data-port"])?;
    let port = |value: Option<String>, usual: u16| match value {
        None => Ok(usual),
        Some(text) => text.parse().context(format!("{text} is not a port")),
    };
    let (app_port, data_port) = (port(app_port, APP_PORT)?, port(data_port, DATA_PORT)?);

    step("tools", || {
        app::ensure_tools()?;
        packages::ensure_server()
    })?;
    step("build", || app::build().map(drop))?;
    let data = root().join("target/serve");
    // The secretaries of the branches in that folder, where there are any.
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
    println!("Stop with Ctrl-C.");
    server.wait(Until::Signal)
}
