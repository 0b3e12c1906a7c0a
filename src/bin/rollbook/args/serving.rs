//! The arguments of `serve`. Not done here: serving.

use std::net::IpAddr;

use clap::Args as ClapArgs;
use rollbook::serve::Hosts;

use super::watch::Poll;
use super::{Book, Caching};

/// `rollbook serve`.
#[derive(Debug, ClapArgs)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) book: Book,
    /// The port; the next free one if it is taken
    #[arg(long, short, value_name = "PORT", default_value_t = 3000)]
    pub(crate) port: u16,
    /// The address to listen on; one that others can reach is warned of
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = address)]
    pub(crate) host: IpAddr,
    /// A further name under which the server may be asked, such as that of a proxy; can be repeated
    #[arg(long, value_name = "NAME", value_parser = host)]
    pub(crate) allow_host: Vec<String>,
    /// Let its pages change the book's files: states of items, decisions; on this machine only
    #[arg(long)]
    pub(crate) edit: bool,
    /// Open the book in a browser
    #[arg(long)]
    pub(crate) open: bool,
    /// The editor that findings open: vscode, vscodium, cursor, zed, idea, sublime, textmate, emacs, or an address with {path}, {line}, {column}
    #[arg(long, value_name = "EDITOR", env = "ROLLBOOK_EDITOR")]
    pub(crate) editor: Option<String>,
    #[command(flatten)]
    pub(crate) caching: Caching,
    #[command(flatten)]
    pub(crate) poll: Poll,
}

fn address(text: &str) -> Result<IpAddr, String> {
    match text {
        "localhost" => Ok(IpAddr::from([127, 0, 0, 1])),
        _ => text.parse().map_err(|_| "an address is written 127.0.0.1, 0.0.0.0 or ::1".to_owned()),
    }
}

fn host(text: &str) -> Result<String, String> {
    Hosts::name(text)
        .ok_or_else(|| "a host is written handbook.example.org: each by its own name, letters of ASCII, without a user".to_owned())
}
