//! The sample branch on the local data host, and links that open it in a browser.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::future::ready;
use std::io::Read;
use std::path::Path;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use base64ct::{Base64UrlUnpadded, Encoding};
use pollster::block_on;
use so_tay::app::routes::Route;
use so_tay::domain::id::{FolderId, hex};
use so_tay::domain::org::{BaseUrl, Hosting};
use so_tay::domain::time::Moment;
use so_tay::exchange::invitation::{HostingLink, Token};
use so_tay::ports::memory::{MemoryClock, MemoryHost, MemoryStore};
use so_tay::ports::{Feed, FeedFault, Keys, KeysFault, Later, Ports};
use so_tay::record::Seed;
use so_tay::record::digest::sha256;
use so_tay::sample::{self, SCRIPT_FILE, Script};
use so_tay::sync::{Fault, Handbook};

use crate::arguments::options;
use crate::command::root;
use crate::failure::{Context, Failure, Result};

/// Where `cargo xtask serve` serves the app.
pub const APP_URL: &str = "http://localhost:8080";
/// Where `cargo xtask serve` serves the data.
pub const DATA_URL: &str = "http://localhost:8081";

/// The links of today's sample, inside the data folder. Gone or of another day: a new sample is made.
const LINKS_FILE: &str = "links.txt";

/// A link to open in a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// As whom.
    pub who: String,
    /// The address, with its secret in the fragment.
    pub url: String,
}

/// `cargo xtask sample --data DIR [--app-url URL] [--data-url URL]`: lays the sample branch into the folder of a data
/// host and prints its links.
pub fn verb(arguments: &[String]) -> Result<()> {
    let [data, app_url, data_url] = options(arguments, ["--data", "--app-url", "--data-url"])?;
    let data = data.ok_or("--data is missing")?;
    let app_url = app_url.unwrap_or_else(|| APP_URL.to_owned());
    let data_url = data_url.unwrap_or_else(|| DATA_URL.to_owned());
    print(&prepare(Path::new(&data), &app_url, &data_url)?);
    Ok(())
}

/// Lays the sample branch into `data`, where the data host serves it, and gives the links. One that was made today for
/// the same addresses stays as it is. Earlier ones stay too: browsers may still hold them.
pub fn prepare(data: &Path, app_url: &str, data_url: &str) -> Result<Vec<Link>> {
    let now = now()?;
    let title = format!("{} {app_url} {data_url}", now.day().to_iso());
    let file = data.join(LINKS_FILE);
    if let Some(links) = fs::read_to_string(&file).ok().and_then(|text| read_links(&text, &title)) {
        return Ok(links);
    }
    let hosting = hosting(data_url)?;
    let host = MemoryHost::default();
    let links = block_on(found(&host, &hosting, app_url, now))?;
    write_files(data, &host.files(), data_url)?;
    allow(data, &hosting)?;
    let lines: Vec<String> = links.iter().map(|link| format!("{}\t{}\n", link.who, link.url)).collect();
    write(&file, format!("{title}\n{}", lines.concat()).as_bytes())?;
    Ok(links)
}

/// Makes the next [`prepare`] lay a new sample.
pub fn forget(data: &Path) -> Result<()> {
    let file = data.join(LINKS_FILE);
    if file.is_file() {
        fs::remove_file(&file).context(format!("cannot remove {}", file.display()))?;
    }
    Ok(())
}

/// Prints links for a person at the terminal.
pub fn print(links: &[Link]) {
    for Link { who, url } in links {
        println!("\n{who}:\n  {url}");
    }
}

async fn found(host: &MemoryHost, hosting: &HostingLink, app_url: &str, now: Moment) -> Result<Vec<Link>> {
    let folder = root().join("public/sample");
    let script = fs::read_to_string(folder.join(SCRIPT_FILE)).context("cannot read the sample's script")?;
    let script = Script::parse(&script).context(SCRIPT_FILE)?;
    let name = |place: usize| script.people.get(place).map(|person| &person.name);
    let (Some(visitor), Some(newcomer)) = (name(script.visitor), name(script.newcomer)) else {
        return Err(Failure::from("the script names nobody to look around as"));
    };
    let files = |file: &str| fs::read(folder.join(file)).ok();
    let failed = |fault: Fault| Failure::from(format!("the sample branch was not founded: {fault:?}"));

    let secretary = sample::found(ports(host, now)?, &script, &files, Some(hosting.clone())).await;
    let secretary = secretary.map_err(failed)?;
    let member = sample::welcome(&secretary, ports(host, now)?, visitor).await.map_err(failed)?;
    let invited = {
        let memory = secretary.memory();
        let mut members = memory.fold().roster().into_iter().flat_map(|roster| &roster.members);
        members.find(|member| member.name == *newcomer).map(|member| member.id)
    };
    let invited = invited.ok_or("the newcomer is not in the roster")?;
    let invitation = secretary.invite(invited).await.map_err(failed)?;

    let link = |who: String, route: Route, fragment: &str| Link {
        who,
        url: format!("{app_url}{}#{fragment}", route.href()),
    };
    let pass = |handbook: &Handbook| handbook.memory().identity().pass().to_fragment();
    Ok(vec![
        link(format!("As a member, {visitor}"), Route::Pass, &pass(&member)),
        link("As the secretary".to_owned(), Route::Pass, &pass(&secretary)),
        link(format!("The invitation for {newcomer}"), Route::Invitation, &invitation.to_fragment()),
    ])
}

/// A device in memory that talks to `host`.
fn ports(host: &MemoryHost, now: Moment) -> Result<Ports> {
    Ok(Ports {
        store: Rc::new(MemoryStore::default()),
        feed: Rc::new(KeepingHost(host.clone())),
        clock: Rc::new(MemoryClock::at(now)),
        keys: Rc::new(SampleKeys { seed: random()?, drawn: Cell::new(0) }),
    })
}

/// A host that clears no mail: the secretary who moves in by a link takes it in once more, with every reply and every
/// private word.
struct KeepingHost(MemoryHost);

impl Feed for KeepingHost {
    fn get(&self, url: String, token: Option<Token>, bytes_max: usize) -> Answer<'_, Option<Vec<u8>>> {
        self.0.get(url, token, bytes_max)
    }

    fn put(&self, url: String, token: Option<Token>, bytes: Vec<u8>) -> Answer<'_, ()> {
        self.0.put(url, token, bytes)
    }

    fn list(&self, url: String, token: Token) -> Answer<'_, Vec<String>> {
        self.0.list(url, token)
    }

    fn delete(&self, _: String, _: Token) -> Answer<'_, ()> {
        Box::pin(ready(Ok(())))
    }
}

type Answer<'a, T> = Later<'a, std::result::Result<T, FeedFault>>;

/// Draws from one seed of the system. Nothing is kept, so nothing is wrapped.
struct SampleKeys {
    seed: [u8; 32],
    drawn: Cell<u64>,
}

impl Keys for SampleKeys {
    fn wrap(&self, plain: Vec<u8>) -> Later<'_, std::result::Result<Vec<u8>, KeysFault>> {
        Box::pin(ready(Ok(plain)))
    }

    fn unwrap(&self, wrapped: Vec<u8>) -> Later<'_, std::result::Result<Vec<u8>, KeysFault>> {
        Box::pin(ready(Ok(wrapped)))
    }

    fn seed(&self) -> Seed {
        self.drawn.set(self.drawn.get() + 1);
        Seed(sha256(&[&self.seed, &self.drawn.get().to_be_bytes()]))
    }
}

fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    let mut source = File::open("/dev/urandom").context("cannot open /dev/urandom")?;
    source.read_exact(&mut bytes).context("cannot read /dev/urandom")?;
    Ok(bytes)
}

/// A folder and a token that nobody has, as `deploy/host.sh` draws them.
fn hosting(data_url: &str) -> Result<HostingLink> {
    let base_url = BaseUrl::parse(data_url).ok_or_else(|| format!("{data_url} is no data host"))?;
    let token =
        Token::parse(&Base64UrlUnpadded::encode_string(&random::<32>()?)).ok_or("32 bytes make no token")?;
    Ok(HostingLink { hosting: Hosting { base_url, folder: FolderId(random()?) }, token })
}

/// Writes the files that a real host would hold, each given with its address.
pub fn write_files(data: &Path, files: &BTreeMap<String, Vec<u8>>, data_url: &str) -> Result<()> {
    for (url, bytes) in files {
        let place = url.strip_prefix(data_url).ok_or_else(|| format!("{url} is of another host"))?;
        write(&data.join(place.trim_start_matches('/')), bytes)?;
    }
    Ok(())
}

/// Lets the secretary in.
fn allow(data: &Path, hosting: &HostingLink) -> Result<()> {
    let folder = hex(&hosting.hosting.folder.0);
    let file = data.join("tokens.map");
    let mut lines = fs::read_to_string(&file).unwrap_or_default();
    lines.push_str(&format!("\"{folder}:Bearer {}\" 1;\n", hosting.token.as_str()));
    write(&file, lines.as_bytes())
}

/// Writes a file and the folders above it.
fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    let failed = || format!("cannot write {}", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).context(failed())?;
    }
    fs::write(file, bytes).context(failed())
}

fn read_links(text: &str, title: &str) -> Option<Vec<Link>> {
    let (first, rest) = text.split_once('\n')?;
    let link = |line: &str| line.split_once('\t').map(|(who, url)| Link { who: who.into(), url: url.into() });
    (first == title).then(|| rest.lines().map(link).collect()).flatten()
}

/// Now, by the clock of this machine.
pub fn now() -> Result<Moment> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock stands before 1970")?;
    Ok(Moment(i64::try_from(since.as_millis()).context("the clock stands beyond all years")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use so_tay::exchange::invitation::{DevicePass, Invitation};
    use so_tay::record::Kind;
    use so_tay::sync::Role;

    #[test]
    fn a_sample_of_today_is_kept_and_a_new_one_is_another() {
        let data = std::env::temp_dir().join(format!("so-tay-sample-{}", std::process::id()));
        let (app, host) = ("http://localhost:1", "http://localhost:2");
        let first = prepare(&data, app, host).unwrap();
        assert_eq!(prepare(&data, app, host).unwrap(), first);
        let elsewhere = prepare(&data, app, "http://localhost:3").unwrap();
        forget(&data).unwrap();
        let fresh = prepare(&data, app, "http://localhost:3").unwrap();
        let tokens = fs::read_to_string(data.join("tokens.map")).unwrap();
        let folders = fs::read_dir(data.join("feed")).unwrap().count();
        fs::remove_dir_all(&data).unwrap();

        assert_eq!(first.len(), 3);
        assert!(first[0].url.starts_with("http://localhost:1/chuyen-may#"));
        assert!(first[2].url.starts_with("http://localhost:1/moi#"));
        assert_ne!(first[1], elsewhere[1]);
        assert_ne!(elsewhere[1], fresh[1]);
        assert_eq!((folders, tokens.lines().count()), (3, 3));
    }

    #[test]
    fn the_links_open_handbooks_with_all_that_was_said() {
        let data = std::env::temp_dir().join(format!("so-tay-links-{}", std::process::id()));
        let data_url = "http://localhost:2";
        let links = prepare(&data, "http://localhost:1", data_url).unwrap();
        let host = MemoryHost::default();
        for area in ["feed", "drop"] {
            let folder = fs::read_dir(data.join(area)).unwrap().next().unwrap().unwrap();
            for file in fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap()) {
                let names = [folder.file_name(), file.file_name()].map(|name| name.into_string().unwrap());
                let url = format!("{data_url}/{area}/{}/{}", names[0], names[1]);
                host.files().insert(url, fs::read(file.path()).unwrap());
            }
        }
        fs::remove_dir_all(&data).unwrap();

        let now = now().unwrap();
        let open = |link: &Link| {
            let pass = DevicePass::parse(&link.url).unwrap();
            let handbook = block_on(Handbook::restore(ports(&host, now).unwrap(), pass)).unwrap();
            block_on(handbook.travel()).unwrap();
            let next = handbook.memory().fold().next_meeting(now.wall()).unwrap().id;
            block_on(handbook.load_meeting(next)).unwrap();
            let memory = handbook.memory();
            let replies = memory.fold().about(Kind::Reply, next).count();
            (memory.role(), replies, memory.fold().comments(next).count())
        };
        assert_eq!(open(&links[0]), (Role::Member, 0, 3));
        assert_eq!(open(&links[1]), (Role::Secretary, 5, 4));
        assert!(Invitation::parse(&links[2].url).is_ok());
    }
}
