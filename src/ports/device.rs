//! What screens need of the device besides the handbook's own ports: camera, document viewer, files, office, preferences,
//! and the shell around the page. Elements are named by their id, so that a page never holds a browser object.

use super::Later;
use paper::{Archive, Paper, Reading, Spreadsheet, Unread};
use std::rc::Rc;

/// Why the camera gives no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraFault {
    /// The owner has not allowed it.
    NoPermission,
    /// The device has none.
    NoCamera,
    /// Another app uses it.
    Busy,
    /// The browser cannot.
    Unsupported,
}

/// Why a picture could not be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanFault {
    /// Not a picture.
    NotAPicture,
    /// The decoder is not on this device yet.
    NoDecoder,
}

/// Films codes.
pub trait Camera {
    /// Shows the camera in the `video` element with this id; tells whether it does. It does not when it was stopped,
    /// or started anew, while the owner was asked: then it is not turned on.
    fn start(&self, video_id: &str) -> Later<'_, Result<bool, CameraFault>>;
    /// The next code in view; `None` when the camera was stopped.
    fn next_code(&self) -> Later<'_, Result<Option<String>, ScanFault>>;
    /// Turns the camera off.
    fn stop(&self);
    /// The code on a picture picked in the file input with this id.
    fn read_picture(&self, input_id: &str) -> Later<'_, Result<Option<String>, ScanFault>>;
}

/// Why a PDF does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewerFault {
    /// Not a PDF.
    NotAPdf,
    /// It asks for a password.
    Encrypted,
    /// It is damaged.
    Broken,
    /// The viewer is not on this device yet, or the browser is too old for it.
    NoViewer,
}

/// Opens PDF documents.
pub trait Viewer {
    /// Opens a document.
    fn open(&self, bytes: Vec<u8>) -> Later<'_, Result<Rc<dyn Pages>, ViewerFault>>;
}

/// An open PDF. Pages count from 1.
pub trait Pages {
    /// Number of pages.
    fn count(&self) -> u32;
    /// Height of a page as a share of its width.
    fn proportion(&self, page: u32) -> f64;
    /// Draws a page into the canvas with this id, so many CSS pixels wide.
    fn draw(&self, page: u32, canvas_id: &str, width: f64) -> Later<'_, Result<(), ViewerFault>>;
    /// Gives the memory of a page back that has left the window.
    fn release(&self, page: u32, canvas_id: &str) -> Later<'_, ()>;
    /// The text of a page.
    fn text(&self, page: u32) -> Later<'_, Result<String, ViewerFault>>;
    /// Title, subject, keywords and whatever else the document says of itself.
    fn fields(&self) -> Later<'_, Result<Vec<String>, ViewerFault>>;
}

/// A file that the owner picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a picked file gives nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickedFault {
    /// Larger than any file that the app takes.
    TooLarge,
    /// The device cannot read it.
    Unreadable,
}

/// How an offer to share ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// Another app took it.
    Shared,
    /// The owner closed the sheet.
    Cancelled,
    /// The tap was too long ago, or the owner has forbidden it: another tap may do.
    Refused,
    /// The browser cannot share files: save it instead.
    Unsupported,
}

/// Files and what goes to other apps.
pub trait Files {
    /// The files picked in the input with this id, and what is wrong with those that give nothing; the input is
    /// emptied.
    fn picked(&self, input_id: &str) -> Later<'_, Vec<Result<Picked, PickedFault>>>;
    /// Saves a file where the browser saves files; tells whether it took it.
    fn save(&self, name: &str, media: &str, bytes: &[u8]) -> bool;
    /// Offers a file to other apps.
    fn share(&self, name: &str, media: &str, bytes: &[u8]) -> Later<'_, Sharing>;
    /// Offers a text to other apps.
    fn share_text(&self, text: &str) -> Later<'_, Sharing>;
    /// A file of the sample branch, by its name, such as `branch.txt`.
    fn fetch_sample(&self, name: &str) -> Later<'_, Option<Vec<u8>>>;
    /// Puts a text on the clipboard; tells whether that worked.
    fn copy(&self, text: &str) -> Later<'_, bool>;
}

/// Why no file of a paper could be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeFault {
    /// What writes files is not on this device yet.
    NoOffice,
    /// It refused what it was given.
    Refused,
}

/// Why no words were read of a Word file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordFault {
    /// What reads files is not on this device yet.
    NoOffice,
    /// The file cannot be read.
    Unread(Unread),
}

/// Writes files for other programs, and reads theirs.
pub trait Office {
    /// The words of a Word file.
    fn read<'a>(&'a self, file: &'a [u8]) -> Later<'a, Result<Reading, WordFault>>;
    /// The paper for Word and LibreOffice.
    fn docx(&self, paper: &Paper) -> Later<'_, Result<Vec<u8>, OfficeFault>>;
    /// The table for calculating programs.
    fn xlsx(&self, sheet: &Spreadsheet) -> Later<'_, Result<Vec<u8>, OfficeFault>>;
    /// The folder as one file.
    fn zip(&self, archive: &Archive) -> Later<'_, Result<Vec<u8>, OfficeFault>>;
}

/// Ground of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// theo máy
    Auto,
    /// giấy
    Light,
    /// tối
    Dark,
    /// tương phản cao
    Contrast,
}

/// Size of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextSize {
    /// vừa
    Medium,
    /// lớn
    Large,
    /// rất lớn
    Largest,
}

/// Language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Tiếng Việt
    Vietnamese,
    /// English
    English,
}

/// How the owner likes the screen. Kept outside the handbook; applied at once.
pub trait Preferences {
    /// The ground.
    fn theme(&self) -> Theme;
    /// Changes the ground.
    fn set_theme(&self, theme: Theme);
    /// The size.
    fn text_size(&self) -> TextSize;
    /// Changes the size.
    fn set_text_size(&self, size: TextSize);
    /// The language.
    fn language(&self) -> Language;
    /// Changes the language.
    fn set_language(&self, language: Language);
    /// Whether the device is set to move as little as possible.
    fn reduced_motion(&self) -> bool;
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Room {
    /// Bytes used by this app.
    pub used: f64,
    /// Bytes it may use.
    pub quota: f64,
    /// Whether the browser promised not to clear it by itself.
    pub persisted: bool,
}

/// The shell around the page: service worker, network, other tabs, address.
pub trait Shell {
    /// The first screen can be used.
    fn usable(&self);
    /// Loads the program with all pages, which takes the page over; `failed` is called when it cannot be had.
    fn hand_over(&self, failed: Box<dyn FnOnce()>);
    /// Waits while something in the page is being pressed, but not for ever: what a tap begins on must still be there
    /// when it ends, or the tap is lost.
    fn hands_off(&self) -> Later<'_, ()>;
    /// Ends the program that ran in the page before, if any, and calls back when a later one takes over. From then on
    /// nothing else calls back.
    fn take_over(&self, retired: Box<dyn FnOnce()>);
    /// Notes from now on how far down the owner is on each page; `here` is the address of this one.
    fn follow_places(&self, here: &str);
    /// Moves the focus to the heading of what has taken the whole screen.
    fn focus_heading(&self);
    /// The page at `address` is shown: moves the focus to its heading, now or when it has one, unless the owner is
    /// elsewhere by then. Who steps back or forward in the history is brought to where they were.
    fn arrive(&self, address: &str);
    /// Notes a moment for measurements.
    fn mark(&self, name: &str);
    /// Keeps the present content of `#app` as the picture that the next start shows at once.
    fn remember_today(&self);
    /// Whether the browser thinks there is a network.
    fn online(&self) -> bool;
    /// Calls back when the page may be gone soon: another app is looked at, or the page is left. Until the guard goes.
    fn on_hidden(&self, hidden: Box<dyn Fn()>) -> Box<dyn std::any::Any>;
    /// Calls back when the network comes or goes.
    fn on_network(&self, changed: Box<dyn Fn(bool)>);
    /// Calls back when another tab has committed.
    fn on_elsewhere(&self, changed: Box<dyn Fn()>);
    /// Tells other tabs that something was committed.
    fn tell_tabs(&self);
    /// Calls back when a new version of the app waits, or waits already.
    fn on_new_version(&self, waiting: Box<dyn Fn()>);
    /// Switches to the version that waits.
    fn switch_version(&self);
    /// Takes the fragment off the address and gives it. A reload of the page gives it again, until
    /// [`Shell::forget_fragment`].
    fn take_fragment(&self) -> Option<String>;
    /// What the fragment brought is done.
    fn forget_fragment(&self);
    /// `https://…` of the app itself.
    fn origin(&self) -> String;
    /// Asks the browser not to clear the store by itself. Some browsers ask the owner, so only when the owner has just
    /// put something into it, or looks at how safe it is.
    fn keep_storage(&self) -> Later<'_, ()>;
    /// Whether the browser offers to put the app on the home screen.
    fn can_install(&self) -> bool;
    /// Has the browser ask the owner to put the app on the home screen; whether it is there now. Only within a tap.
    fn install(&self) -> Later<'_, bool>;
    /// How much room there is.
    fn room(&self) -> Later<'_, Room>;
    /// Keeps the screen awake until the guard goes.
    fn keep_awake(&self) -> Box<dyn std::any::Any>;
    /// Puts the focus into the first field that is marked as wrong, once the marks are on the page.
    fn focus_first_wrong(&self);
    /// Opens the print dialogue.
    fn print(&self);
    /// Deletes everything on this device and starts anew.
    fn erase(&self) -> Later<'_, ()>;
}

/// What only some pages ask for.
#[derive(Clone)]
pub struct Tools {
    /// Films codes.
    pub camera: Rc<dyn Camera>,
    /// Opens PDF documents.
    pub viewer: Rc<dyn Viewer>,
    /// Files.
    pub files: Rc<dyn Files>,
    /// Writes files for other programs, and reads theirs.
    pub office: Rc<dyn Office>,
}

/// All ports of the device together.
#[derive(Clone)]
pub struct Device {
    /// What the pages of this program ask for.
    pub tools: Tools,
    /// How the owner likes the screen.
    pub preferences: Rc<dyn Preferences>,
    /// The shell.
    pub shell: Rc<dyn Shell>,
}
