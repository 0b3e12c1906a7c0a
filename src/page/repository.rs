//! Addresses at the host that keeps a book's sources: where a page is edited, and where a fault of it is reported. Not done here: reading the sources'
//! history ([`crate::history`]).

use crate::config::Config;
use crate::path::{SourcePath, percent_encode, percent_encode_path};

/// A host of repositories, by the form of its addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    GitHub,
    GitLab,
    /// Forgejo, Codeberg and others that come from Gitea have its addresses.
    Gitea,
    /// It has no reports that could be filled in beforehand.
    Bitbucket,
}

/// The kinds by the word of `repository_kind`, which is also the part of a host's name that tells it.
const KINDS: [(&str, Kind); 6] = [
    ("github", Kind::GitHub),
    ("gitlab", Kind::GitLab),
    ("gitea", Kind::Gitea),
    ("forgejo", Kind::Gitea),
    ("codeberg", Kind::Gitea),
    ("bitbucket", Kind::Bitbucket),
];

/// The repository of a book.
#[derive(Debug)]
pub(super) struct Repository<'c> {
    address: &'c str,
    kind: Kind,
    branch: &'c str,
}

impl<'c> Repository<'c> {
    /// That of `[book] repository`, if there is one.
    pub(super) fn of(config: &'c Config) -> Option<Self> {
        let address = config.repository.as_deref()?;
        let by_word = |word: &str| KINDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind);
        let by_host = || host(address).split('.').find_map(by_word);
        let kind = config.repository_kind.as_deref().and_then(by_word).or_else(by_host).unwrap_or(Kind::GitHub);
        // Only GitHub opens its editor for whatever branch is the default one.
        let branch = config.repository_branch.as_deref().unwrap_or(if kind == Kind::GitHub { "HEAD" } else { "main" });
        Some(Self { address, kind, branch })
    }

    /// Where the source is edited.
    pub(super) fn edit(&self, path: &SourcePath) -> String {
        let (address, branch, path) = (self.address, encoded_path(self.branch), encoded_path(path.as_str()));
        match self.kind {
            Kind::GitHub => format!("{address}/edit/{branch}/{path}"),
            Kind::GitLab => format!("{address}/-/edit/{branch}/{path}"),
            Kind::Gitea => format!("{address}/_edit/{branch}/{path}"),
            Kind::Bitbucket => format!("{address}/src/{branch}/{path}?mode=edit&at={}", encoded(self.branch)),
        }
    }

    /// Where a fault is reported, with the beginning of the report.
    pub(super) fn report(&self, subject: &str, text: &str) -> Option<String> {
        let (address, subject, text) = (self.address, encoded(subject), encoded(text));
        match self.kind {
            Kind::GitHub | Kind::Gitea => Some(format!("{address}/issues/new?title={subject}&body={text}")),
            Kind::GitLab => Some(format!("{address}/-/issues/new?issue%5Btitle%5D={subject}&issue%5Bdescription%5D={text}")),
            Kind::Bitbucket => None,
        }
    }
}

/// The name of the host, in small letters.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default().to_ascii_lowercase()
}

fn encoded_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    percent_encode_path(path, &mut out);
    out
}

/// A value of a query, where `+` and `=` mean something.
fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len() * 3 / 2);
    percent_encode(value, &mut out);
    out.replace('+', "%2B").replace('=', "%3D")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the page `content/what is #1?/100%.md` is edited, and reported.
    fn addresses(keys: &str) -> (String, String) {
        let mut found = Vec::new();
        let config = Config::parse(&format!("[book]\nid = \"b\"\n{keys}\n"), &mut found);
        assert!(found.is_empty(), "{found:?}");
        let repository = Repository::of(&config).unwrap();
        let report = repository.report("A & b+c", "Page: a/ü.md\n");
        (repository.edit(&SourcePath::new("content/what is #1?/100%.md")), report.unwrap_or_default())
    }

    #[test]
    fn each_host_has_its_own_addresses() {
        const PATH: &str = "content/what%20is%20%231%3F/100%25.md";
        let cases = [
            (
                "repository = \"https://github.com/a/b/\"",
                format!("https://github.com/a/b/edit/HEAD/{PATH}"),
                "https://github.com/a/b/issues/new?title=A%20%26%20b%2Bc&body=Page%3A%20a%2F%C3%BC.md%0A",
            ),
            (
                "repository = \"https://gitlab.com/a/b/c\"",
                format!("https://gitlab.com/a/b/c/-/edit/main/{PATH}"),
                "https://gitlab.com/a/b/c/-/issues/new?issue%5Btitle%5D=A%20%26%20b%2Bc&issue%5Bdescription%5D=Page%3A%20a%2F%C3%BC.md%0A",
            ),
            (
                "repository = \"https://codeberg.org/a/b\"",
                format!("https://codeberg.org/a/b/_edit/main/{PATH}"),
                "https://codeberg.org/a/b/issues/new?title=A%20%26%20b%2Bc&body=Page%3A%20a%2F%C3%BC.md%0A",
            ),
            ("repository = \"https://bitbucket.org/a/b\"", format!("https://bitbucket.org/a/b/src/main/{PATH}?mode=edit&at=main"), ""),
        ];
        for (keys, edit, report) in cases {
            assert_eq!(addresses(keys), (edit, report.to_owned()), "{keys}");
        }
    }

    #[test]
    fn a_host_is_known_by_its_name_else_by_what_the_book_says() {
        let start = |keys: &str| addresses(keys).0.split("/content").next().unwrap().to_owned();
        assert_eq!(start("repository = \"https://GitLab.a.example:8443/b\""), "https://GitLab.a.example:8443/b/-/edit/main");
        assert_eq!(start("repository = \"https://git.a.example/b\""), "https://git.a.example/b/edit/HEAD");
        let told = "repository = \"https://git.a.example/b\"\nrepository_kind = \"forgejo\"\nrepository_branch = \"release/1 x\"";
        assert_eq!(start(told), "https://git.a.example/b/_edit/release/1%20x");
        assert_eq!(
            start("repository = \"https://notgithub.example/gitlab\"\nrepository_branch = \"trunk\""),
            "https://notgithub.example/gitlab/edit/trunk"
        );
    }
}
