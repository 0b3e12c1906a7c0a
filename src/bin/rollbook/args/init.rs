//! The arguments of `init`. Not done here: what is written.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

#[derive(Debug, ClapArgs)]
pub(crate) struct Init {
    /// Where; made if it does not exist
    #[arg(value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub(crate) dir: PathBuf,
    /// A skeleton with one stage instead of the default playbook
    #[arg(long)]
    pub(crate) minimal: bool,
    /// Leave out what lets editors complete keys: .rollbook/schema/ and .vscode/
    #[arg(long)]
    pub(crate) no_editor: bool,
    /// Add the job that checks changes, and publishes the site on every change and every night
    #[arg(long, value_enum, value_name = "HOST")]
    pub(crate) ci: Option<Ci>,
    /// Add .pre-commit-config.yaml, which checks before every commit
    #[arg(long)]
    pub(crate) pre_commit: bool,
    /// Say nothing
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

/// Who runs the job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Ci {
    /// .github/workflows/rollbook.yml, GitHub Actions and Pages
    Github,
    /// .gitlab-ci.yml, GitLab CI and Pages
    Gitlab,
}
