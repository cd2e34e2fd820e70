//! The real server on this machine: the templates of `deploy/`, filled in for two origins of localhost.

use std::env;
use std::fs;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use crate::arguments::options;
use crate::command::find;
use crate::failure::{Context, Failure, Result};

mod conf;

const START_TIMEOUT: Duration = Duration::from_secs(10);
/// Another program may take a free port between its choice and its use.
const FREE_PORT_ATTEMPTS: usize = 5;

/// What to serve. A port of 0 means any free one.
pub struct Site {
    /// The built app.
    pub dist: PathBuf,
    /// The folder of the data; made when it is missing.
    pub data: PathBuf,
    /// The token map; without one nobody is a secretary.
    pub tokens: Option<PathBuf>,
    /// Port of the app.
    pub app_port: u16,
    /// Port of the data.
    pub data_port: u16,
}

/// A running server. Its process ends and its run folder goes when it is dropped.
pub struct Server {
    process: Child,
    run: RunFolder,
    /// Origin of the app.
    pub app: String,
    /// Origin of the data.
    pub data: String,
}

enum Event {
    StdinClosed,
    Signal,
}

/// Whether the end of standard input ends the server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// A signal only.
    Signal,
    /// A signal or the end of standard input: the parent is gone.
    StdinClosed,
}

/// `cargo xtask nginx --dist DIR --data DIR [--app-port N] [--data-port N] [--tokens FILE]`.
pub fn verb(arguments: &[String]) -> Result<()> {
    let names = ["--dist", "--data", "--app-port", "--data-port", "--tokens"];
    let [dist, data, app_port, data_port, tokens] = options(arguments, names)?;
    let port = |value: Option<String>| match value {
        None => Ok(0),
        Some(text) => text.parse().context(format!("{text} is not a port")),
    };
    let server = Site {
        dist: dist.ok_or("--dist is missing")?.into(),
        data: data.ok_or("--data is missing")?.into(),
        tokens: tokens.map(PathBuf::from),
        app_port: port(app_port)?,
        data_port: port(data_port)?,
    }
    .start()?;
    println!("listening app={} data={} pid={}", server.app, server.data, server.process.id());
    io::stdout().flush().context("cannot print the address")?;
    server.wait(Until::StdinClosed)
}

impl Site {
    /// Starts the server and returns when it accepts connections.
    pub fn start(&self) -> Result<Server> {
        let nginx = find("nginx").ok_or("nginx is missing; `cargo xtask setup` installs it")?;
        let dist = absolute(&self.dist)?;
        let data = self.prepare_data()?;
        let run = RunFolder::new()?;
        let tokens = match &self.tokens {
            Some(file) => absolute(file)?,
            None => run.write("tokens.map", "")?,
        };
        run.write("limits.conf", conf::LIMITS)?;
        for attempt in 1.. {
            let app_port = free_port(self.app_port)?;
            let data_port = free_port(self.data_port)?;
            run.write("nginx.conf", &conf::main(&run.0)?)?;
            run.write("app.conf", &conf::app(app_port, &dist)?)?;
            run.write("data.conf", &conf::data(data_port, &data, &tokens)?)?;
            let mut process = Command::new(&nginx)
                .arg("-p")
                .arg(&run.0)
                .arg("-c")
                .arg(run.0.join("nginx.conf"))
                .args(["-e", "stderr"])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .spawn()
                .context("cannot start nginx")?;
            if accepts(&mut process, &[app_port, data_port])? {
                return Ok(Server {
                    process,
                    run,
                    app: format!("http://localhost:{app_port}"),
                    data: format!("http://localhost:{data_port}"),
                });
            }
            process.kill().context("cannot end nginx")?;
            process.wait().context("cannot end nginx")?;
            let chosen = self.app_port == 0 || self.data_port == 0;
            if !chosen || attempt == FREE_PORT_ATTEMPTS {
                break;
            }
        }
        Err(Failure::from("nginx did not start; its reason is above"))
    }

    /// Makes the folders that `deploy/host.sh` makes on a real host: one pair for each line of the token map.
    fn prepare_data(&self) -> Result<PathBuf> {
        let map = match &self.tokens {
            Some(file) => fs::read_to_string(file).context(format!("cannot read {}", file.display()))?,
            None => String::new(),
        };
        let bodies = self.data.join("bodies");
        let shared = ["feed", "drop"].map(|name| self.data.join(name));
        let of_branches = conf::branch_folders(&map)
            .flat_map(|folder| shared.iter().map(move |parent| parent.join(folder)));
        for folder in of_branches.chain([bodies]).chain(shared.iter().cloned()) {
            fs::create_dir_all(&folder).context(format!("cannot make {}", folder.display()))?;
        }
        absolute(&self.data)
    }
}

impl Server {
    /// Serves until told to stop. That nginx ends by itself is a failure.
    pub fn wait(mut self, until: Until) -> Result<()> {
        let (events, told) = mpsc::channel();
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM]).context("cannot watch for signals")?;
        let of_signals = events.clone();
        thread::spawn(move || {
            if signals.forever().next().is_some() {
                report(&of_signals, Event::Signal);
            }
        });
        if until == Until::StdinClosed {
            let of_stdin = events.clone();
            thread::spawn(move || {
                let mut ignored = [0; 64];
                while io::stdin().read(&mut ignored).is_ok_and(|count| count > 0) {}
                report(&of_stdin, Event::StdinClosed);
            });
        }
        loop {
            match told.recv_timeout(Duration::from_millis(50)) {
                Ok(Event::Signal | Event::StdinClosed) | Err(RecvTimeoutError::Disconnected) => {
                    return Ok(());
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(status) = self.process.try_wait().context("cannot watch nginx")? {
                return Err(Failure::from(format!("nginx ended by itself ({status})")));
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already. Writes are whole before they are renamed, so nothing is lost by force.
        self.process.kill().unwrap_or_default();
        if let Err(error) = self.process.wait() {
            eprintln!("cannot end nginx: {error} (run folder {})", self.run.0.display());
        }
    }
}

/// A folder for this one run, removed with it.
struct RunFolder(PathBuf);

impl RunFolder {
    fn new() -> Result<Self> {
        let folder = env::temp_dir().join(format!("so-tay-nginx-{}", std::process::id()));
        fs::create_dir_all(&folder).context(format!("cannot make {}", folder.display()))?;
        Ok(Self(folder))
    }

    fn write(&self, name: &str, content: &str) -> Result<PathBuf> {
        let file = self.0.join(name);
        fs::write(&file, content).context(format!("cannot write {}", file.display()))?;
        Ok(file)
    }
}

impl Drop for RunFolder {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("cannot remove {}: {error}", self.0.display());
        }
    }
}

fn report(events: &Sender<Event>, event: Event) {
    // Nobody listens any more when the server has ended.
    events.send(event).unwrap_or_default();
}

/// The port itself when it is given and free, any free one for 0.
fn free_port(port: u16) -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .context(format!("port {port} of localhost is taken"))
}

/// Whether the server takes connections on all its ports; false when it ended instead.
fn accepts(process: &mut Child, ports: &[u16]) -> Result<bool> {
    let start = Instant::now();
    while start.elapsed() < START_TIMEOUT {
        if process.try_wait().context("cannot watch nginx")?.is_some() {
            return Ok(false);
        }
        let open = |port: &u16| TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).is_ok();
        if ports.iter().all(open) {
            return Ok(true);
        }
        thread::sleep(Duration::from_millis(2));
    }
    Ok(false)
}

fn absolute(path: &Path) -> Result<PathBuf> {
    fs::canonicalize(path).context(format!("cannot find {}", path.display()))
}
