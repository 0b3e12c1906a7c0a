//! rollbook: rollout playbooks as plain text in git, compiled into a static site.
pub mod calendar;
pub mod config;
pub mod diagnostic;
pub mod document;
pub mod memo;
pub mod page;
pub mod path;
pub mod pipeline;
pub mod playbook;
pub mod publish;
pub mod render;
pub mod source;
